/** @module-tag slow */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversOnce } from './spans.ts';
import { fixtures } from './testing/fixtures.ts';
import { parseReport, renderReport } from './index.ts';
import { quoted } from './testing/score.ts';
import { variants } from './testing/layouts.ts';
import type { ParsedReport, Span } from './types.ts';

const texts = [...fixtures(), ...variants()].map((f) => f.text);
/** npm run test:long sets FUZZ_RUNS to 10000 and takes another seed each time; npm test takes a sample, always the same. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);
const SEED = process.env['FUZZ_RUNS'] ? Date.now() : 20240618;
/** Longer than any run needs, so that a hang is a failure of its own text and not of the whole. */
const TIMEOUT = 120_000 + RUNS * 200;
const SCRAPS = [
  '一是',
  '（一）',
  '1.',
  '“',
  '”',
  '《',
  '》',
  '\n',
  '\t',
  '整改情况：',
  '整改结果：',
  '2024年',
  '月',
  '日',
  '万元',
  '问题',
  '关于',
  '，',
  '。',
  '\r\n',
  '\u0000',
  '𠮷',
  '１２．',
  '（',
  '）',
  '\v',
  '至',
  '针对“甲”的问题，',
  '松口村党支部\n',
  '序号\t问题\t整改措施\n',
  '序号\n反馈问题\n整改措施\n1\n',
  '问题一：',
];

/** A report after a few cuts, copies, swaps and insertions at random places. */
const mutated = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(400),
        fc.nat(),
        fc.constantFrom('cut', 'copy', 'insert', 'keep'),
        fc.constantFrom(...SCRAPS),
      ),
      { minLength: 1, maxLength: 8 },
    ),
  )
  .map(([text, steps]) =>
    steps.reduce((now, [where, length, to, kind, scrap]) => {
      const a = where % (now.length + 1);
      const piece = now.slice(a, a + length);
      const b = to % (now.length + 1);
      if (kind === 'cut') return now.slice(0, a) + now.slice(a + length);
      if (kind === 'copy') return now.slice(0, b) + piece + now.slice(b);
      return kind === 'insert' ? now.slice(0, a) + scrap + now.slice(a) : now.slice(0, Math.max(200, a));
    }, text),
  );

function check(text: string): void {
  const start = performance.now();
  const parsed: ParsedReport = parseReport(text);
  expect(performance.now() - start).toBeLessThan(2000);
  const spans: Span[] = [
    ...parsed.findings.flatMap((f) => f.spans),
    ...parsed.otherSpans.map((o) => o.span),
    ...parsed.unparsed.map((u) => u.span),
  ];
  expect(coversOnce(text, spans)).toBe(true);
  if (parsed.findings.some((f) => f.actions.length > 0)) expect(quoted(parsed)).toBe(1);
  expect(parsed.findings.map((f) => f.seq)).toEqual(parsed.findings.map((_, i) => i + 1));
  expect(renderReport(parsed)).toBe(text);
}

describe('damaged and strange texts', { timeout: TIMEOUT }, () => {
  it('never crash, never hang, lie in exactly one span and render as they were', () => {
    fc.assert(fc.property(mutated, check), { numRuns: RUNS, seed: SEED });
  });

  it('so do texts made of nothing but signs of the genre', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom(...SCRAPS, '甲乙', '召开党组会', '清退', '已完成'), { maxLength: 120 })
          .map((parts) => parts.join('')),
        check,
      ),
      { numRuns: RUNS, seed: SEED + 1 },
    );
  });

  it.each([
    ['brackets that never close', '关于“'.repeat(20_000)],
    ['titles that never close', `1.${'《'.repeat(50_000)}`],
    ['endless enumerators', `1.甲。\n整改情况：${'一是甲。'.repeat(10_000)}`],
    ['digits without end', `1.${'9'.repeat(100_000)}元`],
    ['a line of commas', '，'.repeat(100_000)],
    [
      'three thousand findings',
      Array.from({ length: 3_000 }, (_, i) => `${i + 1}.问题。\n整改情况：一是甲。\n整改结果：已完成。`).join('\n'),
    ],
  ])('%s', (_, text) => {
    const start = performance.now();
    expect(renderReport(parseReport(text))).toBe(text);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
