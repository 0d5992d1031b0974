/** Calendar days as `YYYY-MM-DD`, always in Asia/Shanghai: no clock and no time zone of the machine is asked. */
export type Day = string;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a real day of the calendar. */
export function isDay(text: string): boolean {
  const match = PATTERN.exec(text);
  if (match === null) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

const toDate = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const toDay = (date: Date): Day => date.toISOString().slice(0, 10);

export function addDays(day: Day, days: number): Day {
  const date = toDate(day);
  date.setUTCDate(date.getUTCDate() + days);
  return toDay(date);
}

/** The same day so many months later; the last day of the month where that day does not exist (31 Aug + 6 = 28/29 Feb). */
export function addMonths(day: Day, months: number): Day {
  const date = toDate(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return toDay(date);
}

/** Whole calendar days from one day to another; negative when the second lies before the first. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((toDate(to).getTime() - toDate(from).getTime()) / 86_400_000);

/** The calendar day of an instant in Asia/Shanghai (UTC+8, no summer time since 1991). */
export const shanghaiDay = (instant: Date): Day => toDay(new Date(instant.getTime() + 8 * 3_600_000));

/** Day and minute of an instant in Asia/Shanghai: `2024-06-18 09:30`. */
export const shanghaiMinute = (instant: Date): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
