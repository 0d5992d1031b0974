import { describe, expect, it } from 'vitest';
import { parseReport, readReportFile, renderReport } from './index.ts';
import { derive, fullWidth, otherDates, otherLabels, otherNames, otherOrder, otherSums } from './testing/variants.ts';
import { fixture, fixtureBytes, fixtures, realReport } from './testing/fixtures.ts';
import { scoreReport } from './testing/score.ts';
import { variants } from './testing/layouts.ts';
import type { Scores } from './testing/score.ts';

const imperfect = (scores: Scores): Scores =>
  Object.fromEntries(Object.entries(scores).filter(([, value]) => value < 1));

describe('fictional reports', () => {
  it.each(fixtures().map((f) => [f.name, f] as const))('%s scores 1 and renders as it was', (_, { text, truth }) => {
    const parsed = parseReport(text);
    expect(imperfect(scoreReport(parsed, truth))).toEqual({});
    expect(parsed.unparsed).toEqual([]);
    expect(renderReport(parsed)).toBe(text);
  });

  it('reads the same report from automatic Word numbers, from GB18030 and from UTF-8 with a mark', async () => {
    const { text, truth } = fixture('03-laonianxiehui-sample-like');
    const plain = parseReport(text);
    for (const name of ['03-laonianxiehui-autonumber.docx', '03-gb18030.txt']) {
      const file = await readReportFile(fixtureBytes(name), name);
      const parsed = parseReport(file.text);
      expect(imperfect(scoreReport(parsed, truth))).toEqual({});
      expect(parsed.findings.map((f) => [f.printedNumber, f.description, f.resultText])).toEqual(
        plain.findings.map((f) => [f.printedNumber, f.description, f.resultText]),
      );
    }
    const marked = await readReportFile(new TextEncoder().encode(`\ufeff${text}`), 'a.txt');
    expect(marked.text).toBe(text);
  });
});

describe('layouts of the genre', () => {
  it.each(variants().map((v) => [v.name, v] as const))('%s', (_, { text, truth }) => {
    const parsed = parseReport(text);
    expect(imperfect(scoreReport(parsed, truth))).toEqual({});
    expect(renderReport(parsed)).toBe(text);
  });

  it('a person can correct which heading is a finding, and the correction is kept by render', () => {
    const text =
      '二、整改情况\n(一)学习不深入\n1.制定计划。一是学习。二是研讨。\n2.召开会议。一是研究。二是部署。\n(二)作风不实\n1.开展调研。一是走访。二是座谈。';
    expect(parseReport(text).profile.findingLevel).toBe('num');
    const corrected = parseReport(text, { profile: { findingLevel: 'cnParen' } });
    expect(corrected.findings.map((f) => f.title)).toEqual(['学习不深入', '作风不实']);
    expect(renderReport(corrected)).toBe(text);
  });

  it('a person can name the level of the findings where nothing in the text shows it', () => {
    const text = '工作情况\n1.甲项工作。已经开始。\n2.乙项工作。尚未开始。';
    expect(parseReport(text).findings).toEqual([]);
    const corrected = parseReport(text, { profile: { findingLevel: 'num' } });
    expect(corrected.findings.map((f) => [f.title, f.actions.map((a) => a.text)])).toEqual([
      ['甲项工作', ['已经开始']],
      ['乙项工作', ['尚未开始']],
    ]);
    expect(renderReport(corrected)).toBe(text);
  });

  it('several bodies in one file, by lines that name them; one paragraph that lost its line breaks', () => {
    const bodies = parseReport(fixture('27-several-bodies').text).findings.map((f) => f.body);
    expect([...new Set(bodies)]).toEqual(['中共栖霞岭区农业局党组', '中共栖霞岭区供销社党委']);
    const runOn = parseReport(fixture('34-one-paragraph').text);
    expect(runOn.findings.map((f) => f.printedNumber)).toEqual(['1.', '2.', '3.', '4.']);
    expect(runOn.unparsed).toEqual([]);
  });

  it('totals of rounds alone are no findings', () => {
    const parsed = parseReport(
      '三轮巡察整改总体情况\n第一轮巡察反馈问题102个，已完成整改102个。\n第二轮巡察反馈问题88个，已完成整改85个。',
    );
    expect(parsed.findings).toEqual([]);
    expect(parsed.warnings.map((w) => w.code)).toEqual(['NO_FINDINGS']);
  });

  it('a text without findings says so instead of giving an empty import', () => {
    const parsed = parseReport('关于召开会议的通知\n请准时参加。');
    expect(parsed.findings).toEqual([]);
    expect(parsed.warnings.map((w) => w.code)).toEqual(['NO_FINDINGS']);
  });
});

const real = realReport();
describe.skipIf(real === null)('the real report (needs REPORTS_DIR)', () => {
  const { text, truth } = real ?? { text: '', truth: { preamble: {}, findings: [] } };

  it('scores 1, renders byte for byte and parses within 300 ms', () => {
    const parsed = parseReport(text);
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      parseReport(text);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(300);
    expect(imperfect(scoreReport(parsed, truth))).toEqual({});
    expect(renderReport(parsed).normalize('NFKC')).toBe(text.normalize('NFKC'));
  });

  const circled = (n: number): string => '①②③④⑤⑥'[n - 1] ?? '';
  it.each([
    ['names', [otherNames]],
    ['dates', [otherDates]],
    ['sums', [otherSums]],
    ['order', [otherOrder]],
    ['labels', [otherLabels('整改落实情况:', '完成情况:', (n) => `(${n})`)]],
    ['bracketed labels and circles', [otherLabels('【整改措施】', '【整改成效】', circled)]],
    ['labels nobody knows', [otherLabels('纠治举措:', '办结评定:', (n) => `第${'一二三四五六'[n - 1] ?? ''},`)]],
    ['punctuation and line ends', [fullWidth]],
    [
      'everything at once',
      [
        otherNames,
        otherDates,
        otherSums,
        otherOrder,
        otherLabels('整改进展情况:', '整改状态:', (n) => `${n}.`),
        fullWidth,
      ],
    ],
  ])('a variant with other %s scores 1 too', (_, changes) => {
    const derived = derive({ text, truth }, ...changes);
    expect(derived.text).not.toBe(text);
    const parsed = parseReport(derived.text);
    expect(imperfect(scoreReport(parsed, derived.truth))).toEqual({});
    expect(renderReport(parsed)).toBe(derived.text);
  });
});
