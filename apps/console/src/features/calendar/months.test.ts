import { expect, it } from 'vitest';
import { monthsOf } from './months.ts';

it('lays a year out in weeks from Monday to Sunday', () => {
  const months = monthsOf(2026);
  expect(months.length).toBe(12);
  expect(months.flat(2).filter(Boolean).length).toBe(365);
  // 1 February 2026 was a Sunday
  expect(months[1]?.[0]).toEqual([null, null, null, null, null, null, '2026-02-01']);
  expect(months[1]?.[4]?.[5]).toBe('2026-02-28');
  expect(monthsOf(2024).flat(2).filter(Boolean).length).toBe(366);
  expect(monthsOf(2024)[1]?.[4]?.[3]).toBe('2024-02-29');
});
