import { describe, expect, it } from 'vitest';
import JSZip from 'jszip';
import { checkUpload } from '../upload/check-upload.ts';
import { parseXml } from '../xlsx/xml.ts';
import { reportTextToBlocks } from './blocks.ts';
import { writeOfficialDocx } from '../official/write-official.ts';
import { reportDocument } from './write-report.ts';

const TEXT = `中共某某市科学技术协会党组
关于巡察整改进展情况的通报

市委巡察工作领导小组：
根据市委统一部署，现将整改进展情况通报如下。
一、强化主体责任
（一）强化组织领导，压实责任
1.理论学习不够深入。
整改情况：一是制定计划；二是开展学习。
（二）完善制度。坚持标本兼治，修订制度7项。
2.这是一个虽然带有编号但是实际上第一句话就已经非常非常长并且一直没有结束所以显然不应该被看作标题的普通正文段落。
1.5万元已清退。

市科协党组
2024年6月18日
联系电话：0000-0000000`;

describe('reportTextToBlocks', () => {
  it('gives each line its role and changes no word', () => {
    const blocks = reportTextToBlocks(TEXT);
    expect(blocks.map((block) => block.style)).toEqual([
      ...'title title body body heading1 heading2 heading3 body heading2 body body'.split(' '),
      ...'signature date body'.split(' '),
    ]);
    expect(blocks.map((block) => block.text)).toEqual(TEXT.split('\n').filter((line) => line !== ''));
  });

  it('takes no full sentence and no numbered line for a title, and a date in running text for no signature', () => {
    expect(reportTextToBlocks('一、总体情况\n正文。').map((b) => b.style)).toEqual(['heading1', 'body']);
    expect(reportTextToBlocks('正文第一句。\n2024年6月18日召开会议。').map((b) => b.style)).toEqual(['body', 'body']);
    expect(reportTextToBlocks(' \n\r\n')).toEqual([]);
  });
});

const written = (report: Parameters<typeof reportDocument>[0]): Promise<Uint8Array> =>
  writeOfficialDocx(reportDocument(report));

describe('a report as .docx', async () => {
  const bytes = await written({
    title: '不用',
    documentNumber: '科协党组〔2024〕15号',
    blocks: reportTextToBlocks(TEXT),
  });
  const zip = await JSZip.loadAsync(bytes);
  const part = async (name: string): Promise<string> => (await zip.file(`word/${name}`)?.async('string')) ?? '';
  const document = await part('document.xml');
  const styles = await part('styles.xml');
  const style = (id: string): string => new RegExp(`w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? '';

  it('has the page of GB/T 9704: A4, margins 37/35/28/26 mm, 22 lines of 28 characters', () => {
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(document).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"/>');
    const pitch = 16 - 842 / 4096;
    expect([Math.floor((16838 - 2098 - 1984) / 579), Math.floor((11906 - 1587 - 1474) / 20 / pitch)]).toEqual([22, 28]);
  });

  it('has real styles with fonts by level, outline levels and two characters’ indent', () => {
    expect(style('Title')).toMatch(/方正小标宋简体.*w:sz w:val="44"/s);
    expect(style('Title')).toContain('<w:jc w:val="center"/>');
    const levels = ['黑体', '楷体_GB2312', '仿宋_GB2312'].map((name, level) => [style(`Heading${level + 1}`), name, level] as const); // prettier-ignore
    for (const [xml, name, level] of levels) {
      expect(xml).toContain(`w:eastAsia="${name}"`);
      expect(xml).toContain(`<w:outlineLvl w:val="${level}"/>`);
      expect(xml).toContain('<w:sz w:val="32"/>');
    }
    expect(style('OfficialBody')).toContain('w:firstLine="630"');
    expect(style('Normal')).toContain('<w:widowControl w:val="0"/>');
    expect([...document.matchAll(/<w:pStyle w:val="(\w+)"/g)].map((match) => match[1])).toEqual([
      ...'OfficialNumber Title Title OfficialAddressee OfficialBody Heading1 Heading2 Heading3'.split(' '),
      ...'OfficialBody Heading2 OfficialBody OfficialBody OfficialSignature OfficialDate OfficialBody'.split(' '),
    ]);
  });

  it('numbers pages “— 1 —” at the outer edge, in 14 pt, odd right and even left', async () => {
    expect(await part('settings.xml')).toContain('<w:evenAndOddHeaders');
    const footers = await Promise.all(['footer1.xml', 'footer2.xml'].map(part));
    expect(footers.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).toSorted()).toEqual(['left', 'right']);
    for (const xml of footers) {
      expect(xml).toMatch(/— <\/w:t>.*PAGE.* —<\/w:t>/s);
      expect(xml).toContain('<w:sz w:val="28"/>');
    }
    const odd = /w:type="default" r:id="(\w+)"/.exec(document)?.[1];
    const target = new RegExp(`Id="${odd}"[^>]*Target="(\\w+\\.xml)"|Target="(\\w+\\.xml)"[^>]*Id="${odd}"`).exec(await part('_rels/document.xml.rels')); // prettier-ignore
    expect(await part(target?.[1] ?? target?.[2] ?? '')).toContain('<w:jc w:val="right"/>');
  });

  it('names substitutes for fonts and embeds none', async () => {
    expect(await part('fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong');
    expect(Object.keys(zip.files).filter((name) => /\.(?:odttf|ttf)$/.test(name))).toEqual([]);
  });

  it('is well-formed XML throughout and passes the check of uploaded files', async () => {
    for (const [name, file] of Object.entries(zip.files)) {
      if (/\.(?:xml|rels)$/.test(name)) await parseXml([await file.async('uint8array')], {});
    }
    expect(await checkUpload(bytes, '通报.docx')).toMatchObject({ ok: true, extension: 'docx' });
  });

  it('runs a heading on in the body’s font, adds signature and date where missing, and survives any text', async () => {
    expect(document).toMatch(/完善制度。<\/w:t><\/w:r><w:r><w:rPr><w:rFonts [^>]*仿宋_GB2312/);
    const blocks = [{ style: 'body' as const, text: '<w:t>&\u0000\u000b玚\ud800' }];
    const own = await written({ title: '标题', issuingBody: '市科协党组', date: '2024-06-08', blocks });
    const xml = (await (await JSZip.loadAsync(own)).file('word/document.xml')?.async('string')) ?? '';
    await parseXml([Buffer.from(xml)], {});
    expect(xml.replace(/<[^>]+>/g, '|').split(/\|+/).filter(Boolean)).toEqual(['标题', '&lt;w:t&gt;&amp;玚\ufffd', '市科协党组', '2024年6月8日'].map((text) => text)); // prettier-ignore
  });
});
