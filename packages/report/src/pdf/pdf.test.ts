/** @module-tag slow */
import { describe, expect, it } from 'vitest';
import { parseReport, readReportFile } from '../index.ts';
import { rawPdf, typeset } from '../testing/raw-pdf.ts';
import { fixture } from '../testing/fixtures.ts';
import { scoreReport } from '../testing/score.ts';
import { unified } from './radicals.ts';
import type { FileReading } from '../index.ts';
import type { RawPage, RawText } from '../testing/raw-pdf.ts';

const read = (...pages: RawPage[]): Promise<FileReading> => readReportFile(rawPdf(pages), '报告.pdf');
const refusal = (bytes: Uint8Array): Promise<unknown> => readReportFile(bytes, '报告.pdf').catch((error: unknown) => error); // prettier-ignore
const asideOf = ({ setAside }: FileReading): string[] =>
  setAside.map(({ kind, text, page }) => `${kind} ${page ?? ''} ${text}`);
const sentence = (count: number, start = '本'): string =>
  `${start}${'整改工作情况良好'.repeat(20).slice(0, count - 2)}。`;
const number = (page: number): RawText => ({ x: 280, y: 790, text: `— ${page} —`, size: 14 });

describe('paragraphs of a PDF', () => {
  it('lines are joined without anything between, up to the end of the paragraph, over pages too', async () => {
    const [a, b, c] = [sentence(70), sentence(30, '二'), sentence(100, '三')];
    const lines = typeset([a, b, c], { top: 600 });
    const first = lines.filter(({ y }) => y < 760);
    const second = lines.filter(({ y }) => y >= 760).map((line) => ({ ...line, y: line.y - 660 }));
    const reading = await read({ texts: [...first, number(1)] }, { texts: [...second, number(2)] });
    expect(reading.text).toBe([a, b, c].join('\n'));
    expect(asideOf(reading)).toEqual(['PAGE_FURNITURE 1 — 1 —', 'PAGE_FURNITURE 2 — 2 —']);
  });

  it('without indents a paragraph ends where its line does, or before the next number', async () => {
    const [a, b, c] = [sentence(50), `${sentence(54)}`, `1.${sentence(30)}`];
    expect((await read({ texts: typeset([a, b, c], { indent: 0 }) })).text).toBe([a, b, c].join('\n'));
  });

  it('a number that does not fit on the line begins the next one without ending the paragraph', async () => {
    const texts = [
      { x: 112, y: 100, text: '甲'.repeat(21) },
      { x: 80, y: 128, text: `2024.06.18，${'乙'.repeat(10)}` },
      { x: 112, y: 156, text: '丙' },
      { x: 80, y: 184, text: '丁'.repeat(27) },
    ];
    expect((await read({ texts })).text.split('\n')[0]).toBe(`${'甲'.repeat(21)}2024.06.18，${'乙'.repeat(10)}`);
  });

  it('a title over two lines is one, in its size and centred', async () => {
    const title = [
      { x: 80, y: 100, text: '关于甲市科学技术协会党组巡察整改进展'.slice(0, 19), size: 22 },
      { x: 240, y: 135, text: '情况的通报', size: 22 },
    ];
    const { text } = await read({ texts: [...title, ...typeset([sentence(200)], { top: 200 })] });
    expect(text.split('\n')[0]).toBe('关于甲市科学技术协会党组巡察整改进展情况的通报');
  });

  it('running heads go, a sentence that stands at the same place of two pages stays', async () => {
    const head = { x: 80, y: 50, text: '某市科协' };
    const result = '整改结果：已整改到位。';
    const bodies = [1, 2, 3].map((page) => sentence(40 + page, '一二三'[page - 1]));
    const pages = bodies.map((body, i) => ({ texts: [head, ...typeset([result, body], { top: 100 }), number(i + 1)] }));
    const reading = await read(...pages);
    expect(reading.text).toBe(bodies.flatMap((body) => [result, body]).join('\n'));
    expect(asideOf(reading).filter((one) => one.includes('某市科协'))).toHaveLength(3);
  });

  it('a slanted watermark is set aside, and so is a page that is only a picture', async () => {
    const reading = await read({ texts: [...typeset([sentence(60)]), { x: 200, y: 500, text: '内部资料', slanted: true }] }, { texts: [] }); // prettier-ignore
    expect(reading.text).toBe(sentence(60));
    expect(asideOf(reading)).toEqual(['HIDDEN 1 内部资料', 'UNREAD 2 第2页没有文字（可能是扫描页），未读入']);
  });
});

describe('tables of a PDF', () => {
  const grid = (xs: number[], ys: number[]): NonNullable<RawPage['rules']> => [
    ...ys.map((y): [number, number, number, number] => [xs[0] as number, y, xs.at(-1) as number, y]),
    ...xs.map((x): [number, number, number, number] => [x, ys[0] as number, x, ys.at(-1) as number]),
  ];
  const cell = (x: number, y: number, text: string): RawText => ({ x, y, text, size: 12 });

  it('ruled cells are rows with tabs; wrapped lines of a cell are one; a column over two rows is not repeated', async () => {
    const rules = grid([80, 120, 280, 500], [100, 130, 190, 230]).filter(([x0, y0, x1]) => !(y0 === 190 && x0 === 80 && x1 === 500)); // prettier-ignore
    rules.push([120, 190, 500, 190]);
    const texts = [cell(84, 120, '序号'), cell(124, 120, '问题'), cell(284, 120, '措施'), cell(84, 150, '1'), cell(124, 150, '制度不健全执行不到位监督'), cell(124, 170, '不力'), cell(284, 150, '一是制定制度。'), cell(284, 170, '二是组织学习活动三次。'), cell(124, 210, '作风不实'), cell(284, 210, '一是调研。')]; // prettier-ignore
    const { text } = await read({ texts: [...typeset(['整改清单如下，共列出问题两个，请各单位对照整改并按期报送，']), ...texts.map((one) => ({ ...one, y: one.y + 60 }))], rules: rules.map(([a, b, c, d]) => [a, b + 60, c, d + 60]) }); // prettier-ignore
    expect(text.split('\n').slice(-3)).toEqual([
      '序号\t问题\t措施',
      '1\t制度不健全执行不到位监督不力\t一是制定制度。\v二是组织学习活动三次。',
      '\t作风不实\t一是调研。',
    ]);
  });

  it('the head that a table repeats on the next page is set aside, and the rows go on', async () => {
    const rows = (page: number): RawPage => ({
      texts: [cell(84, 120, '序号'), cell(124, 120, '问题'), cell(84, 150, String(page)), cell(124, 150, `第${page}个问题是制度不健全`)], // prettier-ignore
      rules: grid([80, 120, 500], [100, 130, 160]),
    });
    const reading = await read(rows(1), rows(2));
    expect(reading.text).toBe('序号\t问题\n1\t第1个问题是制度不健全\n2\t第2个问题是制度不健全');
    expect(asideOf(reading)).toEqual(['PAGE_FURNITURE 2 序号 问题']);
  });
});

describe('a report as PDF', () => {
  it('is read to the same findings as its text', async () => {
    const { text, truth } = fixture('03-laonianxiehui-sample-like');
    const lines = typeset(text.split('\n').map((line) => line.trim()).filter((line) => line !== '')); // prettier-ignore
    const pages = new Map<number, RawText[]>();
    for (const line of lines) {
      const page = Math.floor((line.y - 105) / 616);
      pages.set(page, [...(pages.get(page) ?? []), { ...line, y: line.y - 616 * page }]);
    }
    const reading = await read(...[...pages].map(([page, texts]) => ({ texts: [...texts, number(page + 1)] })));
    const imperfect = Object.entries(scoreReport(parseReport(reading.text), truth)).filter(([, value]) => value < 1);
    expect(Object.fromEntries(imperfect)).toEqual({});
  });

  it('radicals that a printer put for characters are the characters', () => {
    expect(unified('⼀⽅⾯⻓⻔⼾⻢上')).toBe('一方面长门户马上');
  });
});

describe('PDFs that are refused', () => {
  it('a scan, and one whose fonts do not say what their signs are', async () => {
    expect(await refusal(rawPdf([{ texts: [number(1)] }, { texts: [] }]))).toMatchObject({ code: 'SCAN_OR_PDF', message: expect.stringContaining('OCR') as string }); // prettier-ignore
    const garbled = rawPdf([{ texts: [{ x: 80, y: 100, text: '整'.repeat(27) }] }], { toUnicode: '\ue123' });
    expect(await refusal(garbled)).toMatchObject({ code: 'SCAN_OR_PDF', message: expect.stringContaining('乱码') as string }); // prettier-ignore
  });

  it('more pages than a report has', async () => {
    expect(await refusal(rawPdf(Array.from({ length: 301 }, () => ({ texts: [] }))))).toMatchObject({ code: 'TOO_LARGE' }); // prettier-ignore
  });
});
