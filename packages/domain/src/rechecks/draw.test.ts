import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../test/sha256.ts';
import { DRAW_STAGES, DRAW_VERBS, drawSample, FAILED_VERBS, readDraw, readReopenedDay } from './draw.ts';
import { statesOf } from '../findings/workflow.ts';

const NUMBERS = Array.from({ length: 10 }, (_, index) => `2026-2-市侨青会-${index + 1}`);

describe('a draw', () => {
  /** Worked out with `printf '抽查|2026-11-27|2026-2-市侨青会-1' | sha256sum` for each number, sorted. */
  test('is the one that a hash tool gives', () => {
    const drawn = drawSample(NUMBERS, { seed: '抽查', drawnOn: '2026-11-27', size: 3 }, sha256);
    expect(drawn).toEqual(['2026-2-市侨青会-5', '2026-2-市侨青会-4', '2026-2-市侨青会-2']);
  });

  test('does not depend on the order or on repetitions, and is part of the population', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { minLength: 1, maxLength: 40 }),
        fc.string({ minLength: 1 }),
        fc.nat(50),
        (numbers, seed, size) => {
          const draw = { seed, drawnOn: '2026-11-27', size };
          const once = drawSample(numbers, draw, sha256);
          expect(drawSample([...numbers].reverse().concat(numbers), draw, sha256)).toEqual(once);
          expect(once.every((one) => numbers.includes(one))).toBe(true);
          expect(once).toHaveLength(Math.min(size, new Set(numbers).size));
        },
      ),
    );
  });

  test('another seed, or another day, is another draw', () => {
    const many = Array.from({ length: 200 }, (_, index) => `n-${index}`);
    const draw = (seed: string, drawnOn: string) => drawSample(many, { seed, drawnOn, size: 20 }, sha256).join();
    expect(new Set([draw('a', '2026-11-27'), draw('b', '2026-11-27'), draw('a', '2026-11-28')]).size).toBe(3);
  });
});

test.each([
  ['', 3, 10, 'seed'],
  [' ', 3, 10, 'seed'],
  ['x'.repeat(101), 3, 10, 'seed'],
  ['a', 0, 10, 'size'],
  ['a', 11, 10, 'size'],
  ['a', 1.5, 10, 'size'],
  ['a', 1, 0, 'size'],
] as const)('refused: seed %j, size %d of %d (%s)', (seed, size, population, field) => {
  expect(() => readDraw(seed, size, population)).toThrow(
    expect.objectContaining({ refusals: [expect.objectContaining({ field })] }),
  );
});

test('an empty population says which findings are missing', () => {
  const rule = (stage?: 'IN_REVIEW') => () => readDraw('a', 1, 0, stage);
  expect(rule()).toThrow(
    expect.objectContaining({ refusals: [expect.objectContaining({ rule: 'rechecks.population' })] }),
  );
  expect(rule('IN_REVIEW')).toThrow(
    expect.objectContaining({ refusals: [expect.objectContaining({ rule: 'rechecks.inReview' })] }),
  );
});

test.each(DRAW_STAGES)('a failed check among %s findings is legal in that state', (stage) => {
  expect(statesOf(FAILED_VERBS[stage])).toContain(stage);
  expect(DRAW_VERBS[stage]).toBe(stage === 'CLOSED' ? 'drawRecheck' : 'drawSample');
});

test('a seed is taken as it is read out', () => expect(readDraw(' ８８ ', 2, 3)).toEqual({ seed: '88', size: 2 }));

test.each([
  ['2026-11-28', '2026-11-28'],
  ['2026-11-27', null],
  ['2026-02-30', null],
  [null, null],
] as const)('a finding reopened on 2026-11-27 is due on %s: %s', (wanted, day) => {
  if (day !== null) expect(readReopenedDay(wanted, '2026-11-27')).toBe(day);
  else expect(() => readReopenedDay(wanted, '2026-11-27')).toThrow('after today');
});
