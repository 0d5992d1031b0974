import { describe, expect, it } from 'vitest';
import { reportTextToBlocks } from '../report/blocks.ts';
import { reportDocument } from '../report/write-report.ts';
import { measureDocx } from '../testing/measured-docx.ts';
import { FONTS, SUBSTITUTES } from './page.ts';
import { writeOfficialDocx, type OfficialDocument } from './write-official.ts';

const TEXT = `关于落实巡察反馈意见的整改方案
市委巡察办：
现将整改方案报告如下。
一、总体要求
（一）提高认识
1.第一个问题。
（二）压实责任
2.第二个问题，这一段很长，从第一句起就没有停下来过，一直说到五十个字以后才停下来，所以它是正文而不是标题，但仍然有编号。
二、工作安排
（一）从头数起
3.第三个问题。
市科协党组
2024年6月18日`;

const ROWS = ['措施一', '措施二\n分两行', '措施三'];
const PAPER: OfficialDocument = {
  title: '整改方案',
  author: '市科协党组',
  head: { mark: '中共某某市科学技术协会党组', number: '科协党组〔2024〕15号' },
  blocks: reportTextToBlocks(TEXT),
  slip: {
    title: '回执',
    table: {
      columns: [
        { header: '文号', width: 1 },
        { header: '签收人', width: 3 },
      ],
      groups: [{ cells: ['1号', ''] }],
    },
  },
  annexes: [
    { title: '问题清单', note: '填报单位：市科协', table: { columns: [{ header: '序号', width: 1, look: 'centred' }, { header: '问题', width: 7 }], groups: [{ cells: ['1', '问题'] }] } }, // prettier-ignore
    { title: '任务清单', signatures: '签字：', table: { columns: [{ header: '序号', width: 1 }, { header: '整改措施', width: 7 }], groups: [{ cells: ['1', ROWS] }, { cells: ['2', []] }] } }, // prettier-ignore
  ],
  imprint: { copies: ['市委组织部', '市纪委'], printer: '市科协党组办公室', printedOn: null },
};

describe('an official document, measured in its file', async () => {
  const paper = await measureDocx(await writeOfficialDocx(PAPER));
  const [text, ...annexes] = paper.sections;

  it('has the page of GB/T 9704-2012: 37 and 28 mm, a text block of 156 × 225 mm, 22 lines of 28 characters', () => {
    expect(text).toMatchObject({
      page: [210, 297],
      margins: { top: 37, right: 26, bottom: 35, left: 28 },
      textBlock: [156, 225],
      grid: { lines: 22, characters: 28 },
    });
    // the lines are exact as well, so that 22 stand on a page where a program knows no grid or a substitute font is taller
    for (const id of ['OfficialBody', 'Heading1', 'Heading2', 'Heading3', 'OfficialSignature', 'OfficialDate'])
      expect(paper.style(id).exactLine, id).toBe(579);
    expect(Math.floor((225 * 1440) / 25.4 / 579)).toBe(22);
  });

  it('turns the page round for its annexes: the head of the table at the binding edge', () => {
    expect(annexes).toHaveLength(2);
    for (const one of annexes)
      expect(one).toMatchObject({
        page: [297, 210],
        margins: { top: 28, right: 37, bottom: 26, left: 35 },
        textBlock: [225, 156],
      });
  });

  it('numbers pages — 1 — in 14 pt 宋体: odd right, even left', () => {
    for (const one of paper.sections)
      expect(one.pageNumbers).toEqual({ odd: '— {PAGE} — right 14 宋体', even: '— {PAGE} — left 14 宋体' });
  });

  it('sets each part in its font and size, each font with substitutes', () => {
    const set = (id: string): (string | number | undefined)[] => {
      const { font, points, align } = paper.style(id);
      return [font, points, align];
    };
    expect(['Title', 'Heading1', 'Heading2', 'Heading3', 'OfficialBody', 'OfficialMark'].map(set)).toEqual([
      ['方正小标宋简体', 22, 'center'],
      ['黑体', 16, undefined],
      ['楷体_GB2312', 16, undefined],
      ['仿宋_GB2312', 16, undefined],
      ['仿宋_GB2312', 16, 'both'],
      ['方正小标宋简体', 32, 'center'],
    ]);
    const offGrid = ['Title', 'OfficialMark', 'OfficialCell', 'OfficialCellHead', 'OfficialImprint'];
    expect(offGrid.filter((id) => paper.style(id).onGrid)).toEqual([]);
    expect(paper.style('OfficialBody').onGrid).toBe(true);
    expect(['Heading1', 'Heading2', 'Heading3'].map((id) => paper.style(id).outline)).toEqual(['0', '1', '2']);
    expect(Object.values(FONTS).filter((name) => !SUBSTITUTES[name])).toEqual([]);
  });

  it('counts 一、（一） 1.（1） by its numbering, and numbers that run through all parts by a list of their own', () => {
    expect(paper.levels).toEqual(
      expect.arrayContaining(['chineseCounting %1、', 'chineseCounting （%2）', 'decimal %3.', 'decimal （%4）', 'decimal %1.']), // prettier-ignore
    );
    const counted = paper.paragraphs.filter(({ list }) => list !== null);
    expect(counted.map(({ text: words }) => words.slice(0, 5))).toEqual(
      '总体要求 提高认识 第一个问题 压实责任 第二个问题 工作安排 从头数起 第三个问题'.split(' ').map((one) => expect.stringContaining(one)),
    ); // prettier-ignore
    const [levels, through] = [counted[0]!.list!.split('.')[0], counted[2]!.list!.split('.')[0]];
    expect(through).not.toBe(levels);
    expect(counted.map(({ list }) => list)).toEqual(
      [`${levels}.0`, `${levels}.1`, `${through}.0`, `${levels}.1`, `${through}.0`, `${levels}.0`, `${levels}.1`, `${through}.0`], // prettier-ignore
    );
  });

  it('leaves numbers as typed where they do not run on', async () => {
    const typed = '题目\n一、甲方面\n1.甲。\n3.丙。\n二、乙方面\n1.丁。\n4.戊。';
    const { paragraphs } = await measureDocx(
      await writeOfficialDocx(reportDocument({ title: '题', blocks: reportTextToBlocks(typed) })),
    );
    expect(paragraphs.map(({ text: words, list }) => (list === null ? words : '#'))).toEqual(
      ['题目', '#', '1.甲。', '3.丙。', '#', '1.丁。', '4.戊。'], // prettier-ignore
    );
  });

  it('has head and ending in their order: mark, number, title, addressee … annexes, signature, date, slip, copies', () => {
    const styles = paper.paragraphs.map(({ style }) => style);
    const order = 'OfficialMark OfficialNumber Title OfficialAddressee OfficialBody Heading1'.split(' ');
    expect(styles.slice(0, 6)).toEqual(order);
    const at = (id: string): number => styles.indexOf(id);
    const ending = ['OfficialAttachment', 'OfficialSignature', 'OfficialDate', 'OfficialCell', 'OfficialImprint'];
    expect(ending.map(at)).toEqual(ending.map(at).toSorted((a, b) => a - b));
    expect(ending.map(at)).not.toContain(-1);
    const of = (id: string): string[] => paper.paragraphs.filter(({ style }) => style === id).map((one) => one.text);
    expect(of('OfficialAttachment')).toEqual(['附件：1.问题清单', '2.任务清单']);
    expect(of('OfficialImprint')[0]).toBe('抄送：市委组织部，市纪委。');
  });

  it('sets the mark as large as fits on one line', async () => {
    const sizes = await Promise.all(
      ['市委巡察办', '中共某某市委巡察工作领导小组办公室文件'].map(async (mark) => {
        const { paragraphs } = await measureDocx(await writeOfficialDocx({ ...PAPER, head: { mark } }));
        return [mark.length, paragraphs.find(({ text: words }) => words === mark)?.points];
      }),
    );
    expect(sizes).toEqual([[5, 32], [19, 23]]); // prettier-ignore
    for (const [length, points] of sizes) expect((length! * points! * 25.4) / 72).toBeLessThanOrEqual(156);
  });

  it('repeats the head of a table, and a shared cell stands over its rows', () => {
    const [, , tasks] = paper.tables;
    expect(tasks).toEqual({
      headed: true,
      rows: [
        ['序号', '整改措施'],
        ['1', '措施一'],
        ['', '措施二\n分两行'],
        ['', '措施三'],
        ['2', ''],
      ],
    });
  });

  it('writes what users wrote as text: no field, no markup, no control character', async () => {
    const evil =
      '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" } <w:fldSimple w:instr="PAGE"/>\u0000\u0013 INCLUDETEXT "x" \u0015';
    const hostile = await measureDocx(
      await writeOfficialDocx({
        ...PAPER,
        title: evil,
        author: evil,
        head: { mark: evil, number: evil },
        blocks: [{ style: 'title', text: evil }, { style: 'body', text: evil }, { style: 'signature', text: evil }],
        annexes: [{ title: evil, note: evil, signatures: evil, table: { columns: [{ header: evil, width: 1 }], groups: [{ cells: [[evil]] }] } }],
        imprint: { copies: [evil], printer: evil, printedOn: '2024-06-18' },
      }), // prettier-ignore
    );
    expect(new Set(hostile.fields)).toEqual(new Set(['PAGE']));
    // two footers, one field each, in two parts
    expect(hostile.fields).toHaveLength(4);
    const printed = hostile.paragraphs.filter(({ text: words }) => words.includes('DDEAUTO'));
    expect(printed.length).toBeGreaterThanOrEqual(9);
    expect(printed[0]!.text).toContain('<w:fldSimple w:instr="PAGE"/>');
  });

  it('takes under three seconds for forty findings', { retry: 2 }, async () => {
    const findings = Array.from({ length: 40 }, (_, i) => `${i + 1}.问题${i + 1}比较突出。\n整改情况：${'采取了有力措施。'.repeat(60)}\n整改结果：已整改到位。`); // prettier-ignore
    const table = { ...PAPER.annexes![1]!.table, groups: findings.map((text, i) => ({ cells: [String(i + 1), Array.from({ length: 5 }, () => text)] })) }; // prettier-ignore
    const started = performance.now();
    await writeOfficialDocx({ ...PAPER, blocks: reportTextToBlocks(`题目\n${findings.join('\n')}`), annexes: [1, 2, 3].map(() => ({ title: '清单', table })) }); // prettier-ignore
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
