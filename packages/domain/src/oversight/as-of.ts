import { invalid } from '../errors.ts';
import { addDays, shanghaiDay, type Day } from '../deadlines/calendar.ts';

/** Shanghai keeps one offset all the year. */
const SHANGHAI = '+08:00';

/** The instant at which a day of Asia/Shanghai is over. */
export const endOfDay = (day: Day): Date => new Date(`${addDays(day, 1)}T00:00:00${SHANGHAI}`);

/**
 * The instant whose state "as of a day" shows: the end of that day, of today this moment. Refuses a day to come, and one
 * before versions were kept: nothing true can be said of either.
 */
export function instantOf(day: Day, now: Date, keptSince: Date): Date {
  const today = shanghaiDay(now);
  const begins = shanghaiDay(keptSince);
  if (day > today)
    throw invalid('asOf', 'history.future', `${day} has not come yet; the latest day is ${today}`, { day: today });
  if (day < begins)
    throw invalid('asOf', 'history.begins', `history begins on ${begins}; choose that day or a later one`, {
      day: begins,
    });
  return day === today ? now : endOfDay(day);
}
