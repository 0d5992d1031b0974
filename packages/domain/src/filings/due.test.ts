import { describe, expect, test } from 'vitest';
import { PUBLISHED_CALENDAR } from '../deadlines/working-days.ts';
import { DEFAULT_OFFSETS, PRESETS, type Offsets } from '../rounds/offsets.ts';
import { countFilings, daysLate, filingsDue, MOST_PERIODIC_REPORTS, offsetOfFiling } from './due.ts';

const listed = (offsets: Offsets, feedbackOn: string | null = '2023-12-26') =>
  filingsDue(feedbackOn, offsets, PUBLISHED_CALENDAR).map((one) => `${one.kind} ${one.number} ${one.dueOn}`);

describe('what is due when', () => {
  test('six months: plan, reports every quarter until the longest deadline, the final report among them', () => {
    expect(listed(PRESETS.SIX_MONTHS)).toEqual([
      'PLAN 1 2024-01-26',
      'PERIODIC 1 2024-03-26',
      'PERIODIC 2 2024-06-26',
      'FINAL 1 2024-07-26',
      'PERIODIC 3 2024-09-26',
      'PERIODIC 4 2024-12-26',
    ]);
  });

  test('three months: the first report comes earlier, each further one counts from the one before', () => {
    expect(listed(PRESETS.THREE_MONTHS)).toEqual([
      'PLAN 1 2024-01-26',
      'PERIODIC 1 2024-02-26',
      'FINAL 1 2024-04-26',
      'PERIODIC 2 2024-05-26',
      'PERIODIC 3 2024-08-26',
      'PERIODIC 4 2024-11-26',
    ]);
  });

  test('nothing before the feedback', () => expect(listed(DEFAULT_OFFSETS, null)).toEqual([]));

  test('every filing keeps what was counted', () => {
    for (const one of filingsDue('2023-12-26', DEFAULT_OFFSETS, PUBLISHED_CALENDAR)) {
      expect(one).toMatchObject({ ...DEFAULT_OFFSETS[one.code], code: offsetOfFiling(one.kind, one.number) });
      expect(one.from < one.dueOn).toBe(true);
    }
  });

  test('working days follow the calendar: ten of them over the Spring Festival of 2024', () => {
    const plan = { amount: 10, unit: 'WORKING_DAY' } as const;
    const [first] = filingsDue('2024-02-05', { ...DEFAULT_OFFSETS, plan }, PUBLISHED_CALENDAR);
    expect(first).toMatchObject({ kind: 'PLAN', unit: 'WORKING_DAY', dueOn: '2024-02-23' });
  });

  test('a short interval ends somewhere', () => {
    const daily = { ...DEFAULT_OFFSETS, periodicReport: { amount: 1, unit: 'DAY' } as const };
    expect(filingsDue('2023-12-26', daily, PUBLISHED_CALENDAR)).toHaveLength(MOST_PERIODIC_REPORTS + 2);
  });
});

describe('late', () => {
  test.each([
    ['2024-01-26', '2024-01-26', '2024-03-01', 0],
    ['2024-01-26', '2024-01-27', '2024-03-01', 1],
    ['2024-01-26', '2024-01-02', '2024-03-01', 0],
    ['2024-01-26', null, '2024-01-26', 0],
    ['2024-01-26', null, '2024-01-27', 1],
    ['2024-01-26', null, '2024-02-26', 31],
  ])('due %s, filed %s, today %s: %i days', (dueOn, filedOn, today, days) => {
    expect(daysLate(dueOn, filedOn, today)).toBe(days);
  });

  test('the count: due and filed, late is filed late or missing, zeros are printed', () => {
    const timing = (dueOn: string, firstFiledOn: string | null) => ({ dueOn, firstFiledOn });
    const filings = [
      timing('2024-01-26', '2024-01-26'),
      timing('2024-02-26', '2024-03-01'),
      timing('2024-03-26', null),
      timing('2024-04-26', null),
      timing('2024-05-26', null),
      timing('2024-06-26', '2024-04-01'),
    ];
    expect(countFilings(filings, '2024-04-26')).toEqual({ due: 5, filed: 3, late: 2, missing: 1 });
    expect(countFilings([], '2024-04-26')).toEqual({ due: 0, filed: 0, late: 0, missing: 0 });
  });
});
