import { describe, expect, it } from 'vitest';
import { readReportFile } from '../index.ts';
import { list, lvl, num, p, r, rawDocx } from '../testing/raw-docx.ts';
import type { FileReading } from '../index.ts';

const read = async (body: string, more: Parameters<typeof rawDocx>[1] = {}): Promise<FileReading> =>
  readReportFile(await rawDocx(body, more), '报告.docx');
const textOf = async (body: string, more: Parameters<typeof rawDocx>[1] = {}): Promise<string> =>
  (await read(body, more)).text;
const asideOf = ({ setAside }: FileReading): string[] => setAside.map(({ kind, text }) => `${kind} ${text}`);
const times = (count: number, line: string): string => Array.from({ length: count }, () => line).join('');
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('automatic numbers', () => {
  it.each([
    ['decimal', 12, '12'],
    ['chineseCounting', 21, '二十一'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['ideographTraditional', 3, '丙'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographDigital', 10, '一〇'],
    ['decimalEnclosedCircle', 11, '⑪'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalFullWidth', 10, '１０'],
    ['lowerRoman', 9, 'ix'],
    ['upperLetter', 28, 'BB'],
    ['somethingNew', 4, '4'],
  ])('%s: the %i. is %s', async (format, count, label) => {
    const text = await textOf(times(count, p('甲', num(1))), { numbering: list(0, lvl(0, format, '%1、'), [1]) });
    expect(text.split('\n').at(-1)).toBe(`${label}、甲`);
  });

  it('a restarted list begins anew where it is first used, and only there; lists of one definition count on', async () => {
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = list(0, lvl(0, 'decimal', '%1.'), [1], [2, anew], [3]);
    const body = [1, 1, 2, 2, 3].map((id) => p('甲', num(id))).join('');
    expect(await textOf(body, { numbering })).toBe('1.甲\n2.甲\n1.甲\n2.甲\n3.甲');
  });

  it('deeper levels begin anew below each higher one, unless they are told to run on', async () => {
    const levels = lvl(0, 'chineseCounting', '（%1）') + lvl(1, 'decimal', '%2.') + lvl(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'); // prettier-ignore
    const body = [0, 1, 1, 2, 0, 1].map((level) => p('甲', num(1, level))).join('');
    expect(await textOf(body, { numbering: list(0, levels, [1]) })).toBe(
      '（一）甲\n1.甲\n2.甲\n1.2.1甲\n（二）甲\n1.甲',
    );
    const on = lvl(0, 'chineseCounting', '（%1）') + lvl(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>');
    expect(await textOf(body.replace(num(1, 2), num(1, 1)), { numbering: list(0, on, [1]) })).toBe('（一）甲\n1.甲\n2.甲\n3.甲\n（二）甲\n4.甲'); // prettier-ignore
  });

  it('numbers by style: inherited, by the level that names the style, taken off by 0', async () => {
    const styles = `<w:style w:styleId="A"><w:pPr>${num(1, null)}</w:pPr></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style><w:style w:styleId="C"><w:pPr>${num(1, null)}</w:pPr></w:style>`;
    const numbering = list(0, lvl(0, 'decimal', '%1.') + lvl(1, 'decimal', '(%2)', '<w:pStyle w:val="C"/>'), [1]);
    const of = (style: string, own = ''): string => p('甲', `<w:pStyle w:val="${style}"/>${own}`);
    expect(await textOf(of('A') + of('B') + of('C') + of('A', num(0)) + of('A'), { numbering, styles })).toBe(
      '1.甲\n2.甲\n(1)甲\n甲\n3.甲',
    );
  });

  it('a paragraph that a revision emptied counts nothing', async () => {
    const gone = p('<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>', num(1));
    const numbering = list(0, lvl(0, 'decimal', '%1.'), [1]);
    expect(await textOf(p('甲', num(1)) + gone + p('乙', num(1)), { numbering })).toBe('1.甲\n\n2.乙');
  });
});

describe('words of a paragraph', () => {
  it('split runs are one, soft breaks are line ends, page breaks nothing', async () => {
    expect(await textOf(p(`${r('整')}${r('改情')}<w:r><w:t>况</w:t><w:br/><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r>`))).toBe('整改情况\n甲乙'); // prettier-ignore
  });

  it('insertions stay, deletions go, what was moved stands once, where it was moved to', async () => {
    const body =
      p(
        `${r('甲')}<w:ins>${r('乙')}</w:ins><w:del><w:r><w:delText>丙</w:delText></w:r></w:del><w:moveFrom>${r('丁')}</w:moveFrom>`,
      ) + p(`<w:moveTo>${r('丁')}</w:moveTo>`);
    const reading = await read(body);
    expect(reading.text).toBe('甲乙\n丁');
    expect(asideOf(reading)).toEqual(['HIDDEN 修订中删除：丙']);
  });

  it('a paragraph whose end was deleted goes on in the next; a deleted row is no row', async () => {
    expect(await textOf(p('甲', '<w:rPr><w:del/></w:rPr>') + p('乙'))).toBe('甲乙');
    const row = (text: string, gone = ''): string => `<w:tr><w:trPr>${gone}</w:trPr><w:tc>${p(text)}</w:tc></w:tr>`;
    expect(await textOf(`<w:tbl>${row('甲')}${row('乙', '<w:del/>')}${row('丙')}</w:tbl>`)).toBe('甲\n丙');
  });

  it('fields show their result, not their code, over paragraphs too', async () => {
    expect(await textOf(p(`${r('共')}${field('PAGE', '3')}${r('页')}`) + p(`<w:fldSimple w:instr="DATE">${r('1日')}</w:fldSimple>`))).toBe('共3页\n1日'); // prettier-ignore
    const open = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF 1=1</w:instrText></w:r>';
    const inside = `${open}${field('DOCVARIABLE x', '不显示')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
    expect(await textOf(p(`${inside}${r('显示')}`) + p(`${r('续')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r('完')}`))).toBe('显示\n续完'); // prettier-ignore
  });

  it('hidden text is set aside, text whose hiding is off is not', async () => {
    const reading = await read(p(`${r('甲')}${r('乙', '<w:vanish/>')}${r('丙', '<w:vanish w:val="0"/>')}`));
    expect([reading.text, asideOf(reading)]).toEqual(['甲丙', ['HIDDEN 乙']]);
  });

  it('notes, comments, running heads and feet are set aside', async () => {
    const part = (inner: string): string => `<w:x xmlns:w="w">${inner}</w:x>`;
    const reading = await read(p('甲<w:r><w:footnoteReference w:id="1"/></w:r>'.replace('甲', r('甲'))), {
      parts: {
        'word/footnotes.xml': part(`<w:footnote>${p('脚注')}</w:footnote>`),
        'word/comments.xml': part(`<w:comment>${p('批注')}</w:comment>`),
        'word/header1.xml': part(p('页眉')),
        'word/footer2.xml': part(p(field('PAGE', '1'))),
      },
    });
    expect(reading.text).toBe('甲');
    expect(asideOf(reading)).toEqual(['NOTE 脚注', 'NOTE 批注', 'PAGE_FURNITURE 页眉', 'PAGE_FURNITURE 1']);
  });
});

describe('tables and boxes', () => {
  it('a cell over columns leaves their places empty, a cell over rows is not repeated, a table in a cell is its text', async () => {
    const cell = (text: string, more = ''): string => `<w:tc><w:tcPr>${more}</w:tcPr>${text.startsWith('<') ? text : p(text)}</w:tc>`; // prettier-ignore
    const inner = `<w:tbl><w:tr>${cell('己')}${cell('庚')}</w:tr></w:tbl>`;
    const body = `<w:tbl><w:tr>${cell('甲', '<w:gridSpan w:val="2"/>')}${cell('乙')}</w:tr><w:tr>${cell('丙', '<w:vMerge w:val="restart"/>')}${cell(`${p('丁')}${p('戊')}`)}${cell(inner)}</w:tr><w:tr>${cell('<w:p/>', '<w:vMerge/>')}${cell('辛')}${cell('壬')}</w:tr></w:tbl>`;
    expect(await textOf(body)).toBe('甲\t\t乙\n丙\t丁\v戊\t己 庚\n\t辛\t壬');
  });

  it('every text box once, although Word writes each twice; boxes of one paragraph all', async () => {
    const box = (text: string): string =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const old = `<w:r><w:pict><v:textbox><w:txbxContent>${p('丁')}</w:txbxContent></v:textbox></w:pict></w:r>`;
    expect(await textOf(p(`${r('甲')}${box('乙')}${box('丙')}${old}`))).toBe('甲\n乙\n丙\n丁');
  });

  it('content controls and links are looked through; pictures are told', async () => {
    const body = `<w:sdt><w:sdtContent>${p(`<w:hyperlink r:id="r1">${r('甲')}</w:hyperlink>`)}</w:sdtContent></w:sdt>${p('<w:r><w:drawing><pic:pic/></w:drawing></w:r>')}`;
    const reading = await read(body);
    expect([reading.text.trim(), asideOf(reading)]).toEqual(['甲', ['UNREAD 图片1张，图中文字没有读入']]);
  });
});
