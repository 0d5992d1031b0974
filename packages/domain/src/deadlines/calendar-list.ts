import { invalid } from '../errors.ts';
import { isDay, type Day } from './calendar.ts';
import { publishedDays, weekdayOf, type CalendarDay, type CalendarDayKind } from './working-days.ts';

/** A row of a list of days as it was written, before anybody has read it. */
export interface ListedDay {
  /** 1-based, as the file shows it. */
  row: number;
  day: string;
  kind: string;
  name: string;
}

/** What is wrong with a row; the words stand in the catalogues. */
export const LIST_REMARKS = ['DAY', 'KIND', 'TWICE', 'YEAR', 'WORKDAY_IN_WEEK', 'NAME'] as const;
export type ListRemark = (typeof LIST_REMARKS)[number];

export interface CheckedDay extends ListedDay {
  /** Null when the row cannot be taken over. */
  read: CalendarDay | null;
  error: ListRemark | null;
  warning: ListRemark | null;
}

export const CALENDAR_YEARS = { from: 1990, to: 2100 } as const;
export const CALENDAR_NAME = 40;

const KINDS: Record<Exclude<CalendarDayKind, 'ORDINARY'>, readonly string[]> = {
  HOLIDAY: ['放假', '休', '休息', '假', '假期', '节假日', 'HOLIDAY', 'TRUE', '1'],
  WORKDAY: ['上班', '班', '调休上班', '补班', '调休', 'WORKDAY', 'FALSE', '0'],
};

const two = (digits: string): string => digits.padStart(2, '0');

/** `2027-02-06`, `2027/2/6`, `2027.2.6`, `20270206`, `2027年2月6日`. */
export function dayOfText(text: string): Day | null {
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  if (match === null) return null;
  const day = `${match[1]}-${two(match[2] ?? '')}-${two(match[3] ?? '')}`;
  return isDay(day) ? day : null;
}

const kindOf = (text: string): CalendarDayKind | null =>
  KINDS.HOLIDAY.includes(text) ? 'HOLIDAY' : KINDS.WORKDAY.includes(text) ? 'WORKDAY' : null;

function errorOf(
  day: Day | null,
  kind: CalendarDayKind | null,
  row: ListedDay,
  seen: ReadonlySet<Day>,
): ListRemark | null {
  if (day === null) return 'DAY';
  const year = Number(day.slice(0, 4));
  if (year < CALENDAR_YEARS.from || year > CALENDAR_YEARS.to) return 'YEAR';
  if (kind === null) return 'KIND';
  if (row.name.trim().length > CALENDAR_NAME) return 'NAME';
  return seen.has(day) ? 'TWICE' : null;
}

/** Reads a list row by row: each row is a day to take over or says why not; a swapped day in the week is only asked about. */
export function checkCalendarList(rows: readonly ListedDay[]): CheckedDay[] {
  const seen = new Set<Day>();
  return rows.map((row) => {
    const day = dayOfText(row.day.trim());
    const kind = kindOf(row.kind.trim().toUpperCase());
    const error = errorOf(day, kind, row, seen);
    if (error !== null || day === null || kind === null) return { ...row, read: null, error, warning: null };
    seen.add(day);
    const warning = kind === 'WORKDAY' && weekdayOf(day) <= 5 ? 'WORKDAY_IN_WEEK' : null;
    return { ...row, read: { day, kind, name: row.name.trim() }, error: null, warning };
  });
}

/**
 * A year's whole list as the installation's own days: those that differ from what is published, and ORDINARY for each
 * published day that the list does not name.
 */
export function ownDaysOf(year: number, listed: readonly CalendarDay[]): CalendarDay[] {
  const ofYear = (one: CalendarDay): boolean => one.day.startsWith(`${year}-`);
  const published = new Map(
    publishedDays()
      .filter(ofYear)
      .map((one) => [one.day, one]),
  );
  const wanted = listed.filter(ofYear);
  const named = new Set(wanted.map((one) => one.day));
  const differing = wanted.filter(({ day, kind }) => published.get(day)?.kind !== kind);
  const undone = [...published.keys()]
    .filter((day) => !named.has(day))
    .map((day): CalendarDay => ({ day, kind: 'ORDINARY', name: '' }));
  return [...differing, ...undone].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** Refuses a day that does not stand in the year it is entered for. */
export function checkOwnDay(year: number, { day, name }: { day: Day; name: string }): void {
  if (!day.startsWith(`${year}-`)) throw invalid('days', 'calendar.dayOfYear', `${day} is no day of ${year}`);
  if (name.length > CALENDAR_NAME)
    throw invalid('days', 'calendar.name', `the name of a day has at most ${CALENDAR_NAME} characters`);
}

/** Refuses years that no calendar is kept for. */
export function checkCalendarYear(year: number): void {
  if (!Number.isInteger(year) || year < CALENDAR_YEARS.from || year > CALENDAR_YEARS.to)
    throw invalid('year', 'calendar.year', `the year lies between ${CALENDAR_YEARS.from} and ${CALENDAR_YEARS.to}`);
}
