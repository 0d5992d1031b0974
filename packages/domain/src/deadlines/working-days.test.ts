import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerTo, CALENDAR_CASES, CASE_KINDS, OURS, wrongCases } from '../../test/calendar-cases.ts';
import { inEveryZone } from '../../test/zones.ts';
import { addDays } from './calendar.ts';
import { PUBLISHED_YEARS } from './published-years.ts';
import {
  addWorkingDays,
  dayAnswer,
  isWorkingDay,
  MOST_WORKING_DAYS,
  PUBLISHED_CALENDAR,
  publishedDays,
  weekdayOf,
  workingCalendar,
  workingDaysBetween,
} from './working-days.ts';

describe('the written table', () => {
  test('has 400 different cases and more, of every kind', () => {
    expect(CALENDAR_CASES.length).toBeGreaterThanOrEqual(400);
    expect(new Set(CALENDAR_CASES.map(({ kind, a, b }) => `${kind} ${a} ${b}`)).size).toBe(CALENDAR_CASES.length);
    expect(new Set(CALENDAR_CASES.map((one) => one.kind))).toEqual(new Set(CASE_KINDS));
  });

  test.each(CALENDAR_CASES.map((one) => [one.kind, one.a, one.b, one.expected, one] as const))(
    '%s %s %s: %s',
    (_kind, _a, _b, expected, one) => expect(answerTo(one, OURS)).toEqual([expected, one.assumed]),
  );
});

inEveryZone(() => expect(wrongCases()).toEqual([]));

describe('planted faults fail the table', () => {
  test('counting a day too few', () => {
    const late: typeof addWorkingDays = (day, n, calendar) => addWorkingDays(day, n > 1 ? n - 1 : n, calendar);
    expect(wrongCases({ ...OURS, addWorkingDays: late }).length).toBeGreaterThan(30);
  });

  test('a holiday shifted by a day', () => {
    const shifted = PUBLISHED_YEARS.map((one) =>
      one.year === 2026
        ? { ...one, rest: one.rest.map((r) => (r[0] === '春节' ? (['春节', '02-16', '02-24'] as const) : r)) }
        : one,
    );
    const wrong = wrongCases({ ...OURS, calendar: workingCalendar([], [], shifted) });
    expect(wrong.some((line) => line.startsWith('day 2026-02-24'))).toBe(true);
    expect(wrong.length).toBeGreaterThan(4);
  });

  test('the first day counted too', () => {
    const both: typeof workingDaysBetween = (from, to, calendar) =>
      from <= to ? workingDaysBetween(addDays(from, -1), to, calendar) : workingDaysBetween(from, to, calendar);
    expect(wrongCases({ ...OURS, workingDaysBetween: both }).length).toBeGreaterThan(30);
  });

  test('days by the zone of the machine', () => {
    const utc = (instant: Date): string => instant.toISOString().slice(0, 10);
    expect(wrongCases({ ...OURS, shanghaiDay: utc }).length).toBeGreaterThan(8);
  });

  test('each swapped day and each holiday on a weekday matters to some line', () => {
    for (const { day, kind } of publishedDays().filter((one) => one.day >= '2023-12-26' && one.kind === 'WORKDAY'))
      expect(
        wrongCases({ ...OURS, calendar: workingCalendar([{ day, kind: 'ORDINARY', name: kind }]) }).length,
        day,
      ).toBeGreaterThan(0);
  });
});

describe('what was published', () => {
  test('no day is named twice, swapped days are weekends, and days off are whole blocks', () => {
    const days = publishedDays();
    expect(new Set(days.map((one) => one.day)).size).toBe(days.length);
    for (const { day, kind } of days) if (kind === 'WORKDAY') expect(weekdayOf(day), day).toBeGreaterThan(5);
    expect(PUBLISHED_YEARS.map((one) => one.year)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  });

  test('every swapped day pays for a weekday off: never more worked weekends than weekdays off', () => {
    for (const { year } of PUBLISHED_YEARS) {
      const own = publishedDays(PUBLISHED_YEARS.filter((one) => one.year === year));
      const off = own.filter((one) => one.kind === 'HOLIDAY' && weekdayOf(one.day) <= 5).length;
      const worked = own.filter((one) => one.kind === 'WORKDAY').length;
      expect(off - worked, String(year)).toBeGreaterThanOrEqual(9);
    }
  });
});

describe('an installation’s own days', () => {
  test('win over the published ones, and a year entered by hand is no longer assumed', () => {
    const calendar = workingCalendar(
      [
        { day: '2026-11-27', kind: 'HOLIDAY', name: '停水' },
        { day: '2026-10-10', kind: 'ORDINARY', name: '' },
        { day: '2027-02-06', kind: 'HOLIDAY', name: '春节' },
      ],
      [2027],
    );
    expect(dayAnswer('2026-11-27', calendar)).toEqual({
      working: false,
      kind: 'HOLIDAY',
      name: '停水',
      assumed: [],
    });
    expect(isWorkingDay('2026-10-10', calendar)).toBe(false);
    expect(dayAnswer('2027-02-08', calendar).assumed).toEqual([]);
    expect(dayAnswer('2026-12-30', calendar).assumed).toEqual([]);
    expect(dayAnswer('2028-02-08', calendar).assumed).toEqual([2028]);
  });
});

describe('over random days', () => {
  const span = fc.integer({ min: 0, max: 120 });
  const day = fc.integer({ min: 0, max: 4_500 }).map((days) => addDays('2016-06-01', days));

  test('adding and counting working days agree', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -150, max: 150 }), (from, n) => {
        const to = addWorkingDays(from, n, PUBLISHED_CALENDAR).day;
        if (n === 0) {
          expect(to).toBe(from);
          return;
        }
        expect(isWorkingDay(to, PUBLISHED_CALENDAR)).toBe(true);
        // backwards the first day itself is counted instead of the last
        const first = Number(isWorkingDay(from, PUBLISHED_CALENDAR));
        const counted = workingDaysBetween(from, to, PUBLISHED_CALENDAR).days;
        expect(n > 0 ? counted : counted + first - 1).toBe(n);
      }),
    );
  });

  test('a count goes over any middle, and backwards is its negative', () => {
    fc.assert(
      fc.property(day, span, span, (a, first, second) => {
        const b = addDays(a, first);
        const c = addDays(b, second);
        const count = (from: string, to: string) => workingDaysBetween(from, to, PUBLISHED_CALENDAR).days;
        expect(count(a, b) + count(b, c)).toBe(count(a, c));
        expect(count(c, a) + count(a, c)).toBe(0);
      }),
    );
  });

  test('a number that no rule has is refused', () => {
    for (const n of [0.5, Number.NaN, MOST_WORKING_DAYS + 1])
      expect(() => addWorkingDays('2026-01-05', n, PUBLISHED_CALENDAR)).toThrow(RangeError);
  });
});
