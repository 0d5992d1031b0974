import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cell, readTable } from '../../test/tables.ts';
import { inEveryZone } from '../../test/zones.ts';
import { addDays, addMonths, daysBetween, isDay, shanghaiDay } from './calendar.ts';

/** Written with a wall calendar. */
const MONTHS = `
  from       | months | day        | why
  -----------|--------|------------|----
  2023-12-26 | 1      | 2024-01-26 | the plan is due a month after the feedback, over the year's end
  2023-12-26 | 2      | 2024-02-26 | two months of concentrated rectification
  2023-12-26 | 6      | 2024-06-26 | six months
  2023-12-26 | 12     | 2024-12-26 | at most a year
  2023-08-31 | 6      | 2024-02-29 | no 31st, in a leap year
  2022-08-31 | 6      | 2023-02-28 | no 31st, in an ordinary year
  2024-01-31 | 1      | 2024-02-29 | month end, leap year
  2025-01-31 | 1      | 2025-02-28 | month end, ordinary year
  2025-01-29 | 1      | 2025-02-28 | the 29th is not there either
  2025-01-28 | 1      | 2025-02-28 | the 28th is
  2024-02-29 | 12     | 2025-02-28 | a leap day's anniversary
  2024-02-29 | 48     | 2028-02-29 | four years on
  1999-11-30 | 3      | 2000-02-29 | 2000 was a leap year
  2099-11-30 | 3      | 2100-02-28 | 2100 will be none
  2024-03-31 | 1      | 2024-04-30 | thirty days
  2024-05-31 | 1      | 2024-06-30 | thirty days
  2024-10-31 | 1      | 2024-11-30 | thirty days
  2024-12-31 | 2      | 2025-02-28 | over the year's end to a short month
  2024-02-28 | 1      | 2024-03-28 | a month's last day does not stick
  2024-04-30 | 1      | 2024-05-30 | a month's last day does not stick
  2024-06-18 | 0      | 2024-06-18 | no month
  2024-03-31 | -1     | 2024-02-29 | backwards
  2024-01-15 | -1     | 2023-12-15 | backwards over the year's end
  2024-11-30 | 24     | 2026-11-30 | the longest setting
`;

const DAYS = `
  from       | days | to
  -----------|------|-----------
  2023-12-26 | 30   | 2024-01-25
  2024-02-28 | 1    | 2024-02-29
  2024-02-28 | 2    | 2024-03-01
  2023-02-28 | 1    | 2023-03-01
  2024-12-31 | 1    | 2025-01-01
  2025-01-01 | -1   | 2024-12-31
  2024-01-01 | 366  | 2025-01-01
  2023-01-01 | 365  | 2024-01-01
  2024-06-18 | 0    | 2024-06-18
  1991-04-14 | 1    | 1991-04-15
`;

/** The day in Shanghai begins at 16:00 UTC of the day before. */
const INSTANTS = `
  instant                  | day
  -------------------------|-----------
  2024-06-17T15:59:59.999Z | 2024-06-17
  2024-06-17T16:00:00.000Z | 2024-06-18
  2024-06-18T00:00:00.000Z | 2024-06-18
  2024-06-18T15:59:59.999Z | 2024-06-18
  2024-06-18T16:00:00.000Z | 2024-06-19
  2024-06-18T23:59:59+08:00 | 2024-06-18
  2024-06-19T00:00:00+08:00 | 2024-06-19
  2023-12-31T15:59:59.999Z | 2023-12-31
  2023-12-31T16:00:00.000Z | 2024-01-01
  2024-02-28T16:00:00.000Z | 2024-02-29
  2024-02-29T16:00:00.000Z | 2024-03-01
  2026-12-31T16:00:00.000Z | 2027-01-01
`;

const REAL_DAYS = `
  text        | day
  ------------|----
  2024-02-29  | yes
  2023-02-29  | no
  2000-02-29  | yes
  2100-02-29  | no
  2024-12-31  | yes
  2024-04-31  | no
  2024-13-01  | no
  2024-00-10  | no
  2024-01-00  | no
  2024-01-32  | no
  2024-1-5    | no
  20240105    | no
  2024/01/05  | no
  2024年1月5日 | no
  2024-01-05T00:00:00Z | no
  ２０２４-01-05 | no
`;

function wholeTable(): void {
  for (const line of readTable(MONTHS))
    expect(addMonths(cell(line, 'from'), Number(cell(line, 'months'))), cell(line, 'why')).toBe(cell(line, 'day'));
  for (const line of readTable(DAYS)) {
    expect(addDays(cell(line, 'from'), Number(cell(line, 'days')))).toBe(cell(line, 'to'));
    expect(daysBetween(cell(line, 'from'), cell(line, 'to'))).toBe(Number(cell(line, 'days')));
  }
  for (const line of readTable(INSTANTS))
    expect(shanghaiDay(new Date(cell(line, 'instant'))), cell(line, 'instant')).toBe(cell(line, 'day'));
  for (const line of readTable(REAL_DAYS))
    expect(isDay(cell(line, 'text')) ? 'yes' : 'no', cell(line, 'text')).toBe(cell(line, 'day'));
}

describe('the calendar', () => {
  test.each(
    readTable(MONTHS).map(
      (line) => [cell(line, 'from'), cell(line, 'months'), cell(line, 'day'), cell(line, 'why')] as const,
    ),
  )('%s and %s months is %s: %s', (from, months, day) => expect(addMonths(from, Number(months))).toBe(day));

  test('an empty text is no day', () => {
    expect(isDay('')).toBe(false);
    expect(isDay('2024-06-18\n')).toBe(false);
  });
});

inEveryZone(wholeTable);

describe('over random days', () => {
  const day = fc.integer({ min: 0, max: 50_000 }).map((days) => addDays('1980-01-01', days));

  test('adding days and counting them agree', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5_000, max: 5_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(isDay(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
      }),
    );
  });

  test('adding months lands in the right month, never later in it, never past its end', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -48, max: 48 }), (from, months) => {
        const to = addMonths(from, months);
        expect(isDay(to)).toBe(true);
        const count = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(count(to) - count(from)).toBe(months);
        const kept = to.slice(8) === from.slice(8);
        const atMonthEnd = addDays(to, 1).slice(8) === '01';
        expect(kept || (atMonthEnd && to.slice(8) < from.slice(8))).toBe(true);
      }),
    );
  });
});
