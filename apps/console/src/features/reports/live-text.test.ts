import { expect, it } from 'vitest';
import { againstSource, liveFigures } from './live-text.ts';

it('marks in a changed paragraph only what the ledger changed, and nothing elsewhere', () => {
  const source = '标题\n1.甲问题。\n整改结果：正在整改。\n2.乙问题。';
  const shown = againstSource(['标题', '1.甲问题。', '整改结果：已整改到位。', '2.乙问题。'], source);
  expect(shown.map((stretches) => stretches.filter(({ live }) => live).map(({ text }) => text))).toEqual([
    [],
    [],
    ['已整改到位'],
    [],
  ]);
  expect(shown[2]!.map(({ text }) => text).join('')).toBe('整改结果：已整改到位。');
});

it('sees a change to words that are printed elsewhere too', () => {
  const source = '1.甲。\n结果：正在整改。\n2.乙。\n结果：已整改到位。\n3.丙。\n结果：已整改到位。';
  const shown = againstSource(
    ['1.甲。', '结果：已整改到位。', '2.乙。', '结果：已整改到位。', '3.丙。', '结果：已整改到位。'],
    source,
  );
  expect(shown.map((stretches) => stretches.some(({ live }) => live))).toEqual([
    false,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(shown[1]).toContainEqual({ text: '已整改到位', live: true });
});

it('marks a paragraph that the source does not have at all', () => {
  expect(againstSource(['全新一段'], '旧文')).toEqual([[{ text: '全新一段', live: true }]]);
});

it('marks counts and sums of a composed report, not its dates and numbers of findings', () => {
  const [stretches] = liveFigures(['1.2026年3月，33个问题中清退8,294.00元。']);
  expect(stretches!.filter(({ live }) => live).map(({ text }) => text)).toEqual(['33个', '8,294.00元']);
});
