import { expect, it } from 'vitest';
import { byMonth } from './by-month.ts';

it('puts the newest month first and what has no day last', () => {
  const meeting = (id: string, on: string | null) => ({ id, date: { on } });
  const groups = byMonth([
    meeting('a', '2026-01-30'),
    meeting('b', null),
    meeting('c', '2026-03-02'),
    meeting('d', '2026-03-28'),
  ]);
  expect(groups.map((group) => [group.month, group.meetings.map((one) => one.id)])).toEqual([
    ['2026-03', ['d', 'c']],
    ['2026-01', ['a']],
    ['', ['b']],
  ]);
});
