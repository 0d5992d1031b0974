import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cell, readTable, words } from '../../test/tables.ts';
import type { DomainError } from '../errors.ts';
import {
  baselineOf,
  indicatorChanges,
  latestOf,
  percentOf,
  readingBasisPoints,
  readReading,
  type Reading,
  type ReadingEntry,
} from './indicator.ts';

const TODAY = '2026-11-22';
const whole = (text: string): number | null => (text === '-' ? null : Number(text));

/** A value in a cell: 1339/1375, 248, 73.6% (stated without counts), or - for none. */
function reading(text: string, definition: string, kind: Reading['kind'], asOf: string | null): Reading {
  const [numerator, denominator = '-'] = text.split('/');
  const stated = text.endsWith('%') ? Math.round(Number(text.slice(0, -1)) * 100) : null;
  return {
    kind,
    definition,
    numerator: stated === null ? whole(numerator!) : null,
    denominator: whole(denominator),
    statedBasisPoints: stated,
    asOf,
  };
}

/** By hand: two decimals, half up. */
const RATES = `
  value            | percent
  -----------------|--------
  1339/1375        | 97.38
  423/718          | 58.91
  642/1000         | 64.20
  1/3              | 33.33
  2/3              | 66.67
  1/200000         | 0.00
  1/20000          | 0.01
  19999/20000      | 100.00
  0/7              | 0.00
  7/7              | 100.00
  9/7              | 128.57
  2000000000/2000000000 | 100.00
  73.6%            | 73.60
  0.05%            | 0.05
  248              | -
`;

describe('the rate of a reading', () => {
  test.each(readTable(RATES).map((line) => [cell(line, 'value'), cell(line, 'percent')]))(
    '%s is %s',
    (value, percent) => {
      const points = readingBasisPoints(reading(value, 'x', 'PROGRESS', TODAY));
      expect(points === null ? '-' : percentOf(points)).toBe(percent);
    },
  );

  test('is the exact one, rounded half up, for any counts', () => {
    const count = fc.integer({ min: 0, max: 2_000_000_000 });
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 2_000_000_000 }), (numerator, denominator) => {
        const points = readingBasisPoints({ numerator, denominator, statedBasisPoints: null })!;
        const [n, d, p] = [BigInt(numerator), BigInt(denominator), BigInt(points)];
        // p - 1/2 <= 10000 n/d < p + 1/2, in whole numbers
        expect((2n * p - 1n) * d <= 20_000n * n && 20_000n * n < (2n * p + 1n) * d).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

const entry = (change: Partial<ReadingEntry>): ReadingEntry => ({
  kind: 'PROGRESS',
  definition: 'x',
  numerator: null,
  denominator: null,
  statedPercent: null,
  asOf: TODAY,
  ...change,
});

describe('a value that is entered', () => {
  test.each([
    ['a rate', { numerator: 1339, denominator: 1375 }],
    ['a count', { numerator: 248 }],
    ['nothing yet', { numerator: 0 }],
    ['the percentage of a text', { statedPercent: '73.6' }],
    ['a baseline without its day', { numerator: 248, asOf: null, kind: 'BASELINE' }],
  ] as const)('%s is kept', (_name, change) => {
    expect(readReading(entry(change), TODAY)).toMatchObject({ definition: 'x' });
  });

  test('a percentage keeps its two decimals', () => {
    const points = ['73.6', '73', '0.05', '100', '128.57'].map(
      (statedPercent) => readReading(entry({ statedPercent }), TODAY).statedBasisPoints,
    );
    expect(points).toEqual([7360, 7300, 5, 10_000, 12_857]);
  });

  test.each([
    ['neither counts nor percentage', {}, 'numerator indicators.value'],
    ['both', { numerator: 1, statedPercent: '1' }, 'numerator indicators.value'],
    ['a denominator alone', { denominator: 7, statedPercent: '1' }, 'denominator indicators.value'],
    ['a denominator of nothing', { numerator: 1, denominator: 0 }, 'denominator indicators.count'],
    ['a negative count', { numerator: -1 }, 'numerator indicators.count'],
    ['a broken count', { numerator: 1.5 }, 'numerator indicators.count'],
    ['too large a count', { numerator: 2_000_000_001 }, 'numerator indicators.count'],
    ['three decimals', { statedPercent: '73.605' }, 'statedPercent indicators.percent'],
    ['a sign', { statedPercent: '73.6%' }, 'statedPercent indicators.percent'],
    ['progress without a day', { numerator: 1, asOf: null }, 'asOf indicators.asOf'],
    ['a day to come', { numerator: 1, asOf: '2026-11-23' }, 'asOf indicators.asOf'],
  ] as const)('%s is refused', (_name, change, refusal) => {
    const seen = (() => {
      try {
        readReading(entry(change), TODAY);
        return null;
      } catch (error) {
        return (error as DomainError).refusals.map((one) => `${one.field} ${one.rule}`).join();
      }
    })();
    expect(seen).toBe(refusal);
  });
});

describe('several readings', () => {
  const at = (asOf: string | null, numerator: number, kind: Reading['kind'] = 'PROGRESS'): Reading =>
    reading(`${numerator}/10`, 'x', kind, asOf);

  test('the latest is of the latest day, whatever the order of entry; of one day the last entered', () => {
    const readings = [at('2026-09-01', 2), at('2026-10-01', 4), at('2026-08-01', 1), at('2026-10-01', 5)];
    expect(latestOf(readings)?.numerator).toBe(5);
    expect(latestOf([])).toBeNull();
  });

  test('the baseline is the last one entered', () => {
    expect(baselineOf([at(null, 1, 'BASELINE'), at(TODAY, 9), at(null, 2, 'BASELINE')])?.numerator).toBe(2);
    expect(baselineOf([at(TODAY, 9)])).toBeNull();
  });
});

/** From the published report: no. 15's coverage is the same rate, its firms are others; the rest by hand. */
const CHANGES = `
  case                                    | definition         | baseline  | definition now     | now       | changes
  ----------------------------------------|--------------------|-----------|--------------------|-----------|--------
  73.6 % stated, answered by its counts   | 已建÷村社区         | 73.6%     | 已建÷村社区         | 1339/1375 | -
  248 high-tech firms, industrial answer  | 未建的高新技术企业   | 248       | 已建÷规上工业企业    | 423/718   | DEFINITION DENOMINATOR
  the same but for blanks and brackets    | 已建（个） ÷ 全部    | 3/10      | 已建(个)÷全部       | 9/10      | -
  another whole, the same words           | 已建÷全部           | 3/10      | 已建÷全部           | 9/9       | DENOMINATOR
  other words, the same whole             | 已建÷全部           | 3/10      | 已达标÷全部         | 9/10      | DEFINITION
  more than the whole                     | 已建÷全部           | 3/10      | 已建÷全部           | 11/10     | OVER_WHOLE
  counts that fell                        | 未建               | 248       | 未建               | 12        | -
  no baseline                             | -                  | -         | 已建÷全部           | 9/10      | -
  no value yet                            | 已建÷全部           | 3/10      | -                  | -         | -
  nothing                                 | -                  | -         | -                  | -         | -
`;

describe('what a reviewer must see', () => {
  test.each(readTable(CHANGES).map((line) => [cell(line, 'case'), line] as const))('%s', (_name, line) => {
    const base = cell(line, 'baseline');
    const now = cell(line, 'now');
    const readings = [
      ...(base === '-' ? [] : [reading(base, cell(line, 'definition'), 'BASELINE', '2026-06-18')]),
      ...(now === '-' ? [] : [reading(now, cell(line, 'definition now'), 'PROGRESS', TODAY)]),
    ];
    expect(indicatorChanges(readings)).toEqual(words(cell(line, 'changes')));
  });

  test('without a baseline the first value is what later ones are held against', () => {
    const first = reading('3/10', 'x', 'PROGRESS', '2026-08-01');
    expect(indicatorChanges([first, reading('9/9', 'x', 'PROGRESS', TODAY)])).toEqual(['DENOMINATOR']);
  });
});
