import { addDays, type Day } from './calendar.ts';
import { PUBLISHED_YEARS, type PublishedYear } from './published-years.ts';

/** 放假 · 调休上班 · an ordinary day, which undoes what was published. */
export const CALENDAR_DAY_KINDS = ['HOLIDAY', 'WORKDAY', 'ORDINARY'] as const;
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number];

export interface CalendarDay {
  day: Day;
  kind: CalendarDayKind;
  /** The festival, e.g. 春节. */
  name: string;
}

/** The Chinese working calendar: days that differ from the week, and the years whose arrangement is known. */
export interface WorkingCalendar {
  days: ReadonlyMap<Day, CalendarDay>;
  years: ReadonlySet<number>;
}

/** Every answer says which years it had to take as plain weeks because their arrangement is not published; empty: certain. */
export interface Assuming {
  assumed: number[];
}

/** The last days of a year can be moved by the next year's notice (29 December 2018 was worked, 31 December 2022 was off). */
const YEAR_END = '12-28';

const yearOf = (day: Day): number => Number(day.slice(0, 4));
const withYear = (year: number, day: string): Day => (day.length === 5 ? `${year}-${day}` : day);

function daysOfYear({ year, rest, work }: PublishedYear): CalendarDay[] {
  const holidays = rest.flatMap(([name, from, to]) => {
    const days: CalendarDay[] = [];
    for (let day = withYear(year, from); day <= withYear(year, to); day = addDays(day, 1))
      days.push({ day, kind: 'HOLIDAY', name });
    return days;
  });
  const worked = work.flatMap(([name, ...days]) =>
    days.map((day): CalendarDay => ({ day: withYear(year, day), kind: 'WORKDAY', name })),
  );
  return [...holidays, ...worked];
}

/** The days that the published years name. */
export const publishedDays = (years: readonly PublishedYear[] = PUBLISHED_YEARS): CalendarDay[] =>
  years.flatMap(daysOfYear);

/** The published calendar with an installation's own days over it and the years that it has entered itself. */
export function workingCalendar(
  edits: readonly CalendarDay[] = [],
  ownYears: readonly number[] = [],
  published: readonly PublishedYear[] = PUBLISHED_YEARS,
): WorkingCalendar {
  return {
    days: new Map([...publishedDays(published), ...edits].map((one) => [one.day, one])),
    years: new Set([...published.map((one) => one.year), ...ownYears]),
  };
}

/** What is shipped, before any edit of an installation. */
export const PUBLISHED_CALENDAR: WorkingCalendar = workingCalendar();

/** Monday 1 … Sunday 7. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The years without a published arrangement that decide about this day. */
function assumedFor(day: Day, calendar: WorkingCalendar): number[] {
  const year = yearOf(day);
  const asked = day.slice(5) >= YEAR_END && calendar.years.has(year) ? [year, year + 1] : [year];
  return calendar.days.has(day) ? [] : asked.filter((one) => !calendar.years.has(one));
}

export interface DayAnswer extends Assuming {
  working: boolean;
  kind: 'WEEKDAY' | 'WEEKEND' | 'HOLIDAY' | 'WORKDAY';
  /** The festival of a holiday or a swapped day. */
  name: string | null;
}

/** What a day is: worked or not, why, and whether that is certain. */
export function dayAnswer(day: Day, calendar: WorkingCalendar): DayAnswer {
  const assumed = assumedFor(day, calendar);
  const special = calendar.days.get(day);
  if (special !== undefined && special.kind !== 'ORDINARY')
    return { working: special.kind === 'WORKDAY', kind: special.kind, name: special.name, assumed };
  const working = weekdayOf(day) <= 5;
  return { working, kind: working ? 'WEEKDAY' : 'WEEKEND', name: null, assumed };
}

export const isWorkingDay = (day: Day, calendar: WorkingCalendar): boolean => dayAnswer(day, calendar).working;

const sorted = (years: Iterable<number>): number[] => [...new Set(years)].toSorted((a, b) => a - b);

/** No rule counts further than this many working days (some 80 years). */
export const MOST_WORKING_DAYS = 20_000;

/** The n-th working day after a day (before it, where n is negative); with 0 the day itself, worked or not. */
export function addWorkingDays(day: Day, n: number, calendar: WorkingCalendar): Assuming & { day: Day } {
  if (!Number.isInteger(n) || Math.abs(n) > MOST_WORKING_DAYS)
    throw new RangeError(`${n} is no number of working days`);
  const step = Math.sign(n);
  const assumed: number[] = [];
  let at = day;
  for (let left = Math.abs(n); left > 0;) {
    at = addDays(at, step);
    const answer = dayAnswer(at, calendar);
    assumed.push(...answer.assumed);
    if (answer.working) left -= 1;
  }
  return { day: at, assumed: sorted(assumed) };
}

/**
 * The working days after `from` up to and including `to`: those left until a due day, counted from today. Negative when `to`
 * lies before `from`: the working days since.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): Assuming & { days: number } {
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  const assumed: number[] = [];
  let days = 0;
  for (let at = addDays(first, 1); at <= last; at = addDays(at, 1)) {
    const answer = dayAnswer(at, calendar);
    assumed.push(...answer.assumed);
    if (answer.working) days += 1;
  }
  return { days: days === 0 ? 0 : days * sign, assumed: sorted(assumed) };
}
