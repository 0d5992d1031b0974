import { describe, expect, test } from 'vitest';
import type { DomainError } from '../errors.ts';
import { endOfDay, instantOf } from './as-of.ts';

const NOW = new Date('2026-11-27T16:30:00+08:00');
const SINCE = new Date('2026-11-20T23:59:59+08:00');
const ruleOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    return (error as DomainError).refusals[0]?.rule;
  }
  return undefined;
};

test.each([
  ['2026-11-26', '2026-11-26T16:00:00.000Z'],
  ['2026-12-31', '2026-12-31T16:00:00.000Z'],
  ['2028-02-28', '2028-02-28T16:00:00.000Z'],
])('%s ends at midnight in Shanghai', (day, instant) => {
  expect(endOfDay(day).toISOString()).toBe(instant);
});

describe('the instant of a day', () => {
  test.each([
    ['a day of the past: its end', '2026-11-26', '2026-11-26T16:00:00.000Z'],
    ['the day that history begins', '2026-11-20', '2026-11-20T16:00:00.000Z'],
    ['today: this moment', '2026-11-27', NOW.toISOString()],
  ])('%s', (_case, day, instant) => {
    expect(instantOf({ day }, NOW, SINCE).toISOString()).toBe(instant);
  });

  test.each([
    ['tomorrow', '2026-11-28', 'history.future'],
    ['the day before history begins', '2026-11-19', 'history.begins'],
  ])('%s is refused', (_case, day, rule) => {
    expect(ruleOf(() => instantOf({ day }, NOW, SINCE))).toBe(rule);
  });
});

describe('a moment', () => {
  test('is itself, to the last that has been and the first that is kept', () => {
    for (const at of [NOW, SINCE, new Date('2026-11-25T09:12:13.456+08:00')])
      expect(instantOf({ at }, NOW, SINCE)).toEqual(at);
  });

  test.each([
    ['to come', new Date(NOW.getTime() + 1), 'history.future'],
    ['before history begins', new Date(SINCE.getTime() - 1), 'history.begins'],
  ])('%s is refused', (_case, at, rule) => {
    expect(ruleOf(() => instantOf({ at }, NOW, SINCE))).toBe(rule);
  });
});
