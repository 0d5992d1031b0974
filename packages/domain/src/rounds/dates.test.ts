import { expect, test } from 'vitest';
import { PUBLISHED_CALENDAR } from '../deadlines/working-days.ts';
import { datesOf } from './dates.ts';
import { PRESETS } from './offsets.ts';

const daysOf = (preset: keyof typeof PRESETS) =>
  Object.fromEntries(datesOf('2023-12-26', PRESETS[preset], PUBLISHED_CALENDAR).map((one) => [one.code, one.dueOn]));

test('six months: the dates of an inspection with its feedback on 2023-12-26', () => {
  expect(daysOf('SIX_MONTHS')).toEqual({
    plan: '2024-01-26',
    immediate: '2024-01-25',
    concentrated: '2024-06-26',
    refund: '2024-03-26',
    firstReport: '2024-03-26',
    periodicReport: '2024-06-26',
    finalReport: '2024-07-26',
    longest: '2024-12-26',
  });
});

test('three months: period and reports are shorter', () => {
  expect(daysOf('THREE_MONTHS')).toMatchObject({
    concentrated: '2024-03-26',
    firstReport: '2024-02-26',
    periodicReport: '2024-05-26',
    finalReport: '2024-04-26',
  });
});

test('a periodic report counts from the report before it, a plan in working days by the calendar', () => {
  const offsets = { ...PRESETS.SIX_MONTHS, plan: { amount: 5, unit: 'WORKING_DAY' as const } };
  const dates = datesOf('2023-12-26', offsets, PUBLISHED_CALENDAR);
  expect(dates.find((one) => one.code === 'periodicReport')).toMatchObject({ from: '2024-03-26', amount: 3 });
  // 27, 28, 29 December, then New Year's rest to 1 January, 2 and 3 January
  expect(dates.find((one) => one.code === 'plan')).toMatchObject({ from: '2023-12-26', dueOn: '2024-01-03' });
});

test('no feedback, no dates', () => {
  expect(datesOf(null, PRESETS.SIX_MONTHS, PUBLISHED_CALENDAR)).toEqual([]);
});
