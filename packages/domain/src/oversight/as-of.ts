import { invalid } from '../errors.ts';
import { addDays, shanghaiDay, type Day } from '../deadlines/calendar.ts';

/** Shanghai keeps one offset all the year. */
const SHANGHAI = '+08:00';

/** The instant at which a day of Asia/Shanghai is over. */
export const endOfDay = (day: Day): Date => new Date(`${addDays(day, 1)}T00:00:00${SHANGHAI}`);

/** What is asked for: the end of a day, or a moment, of which a version of a record knows its last. */
export type Then = { day: Day } | { at: Date };

/**
 * The instant whose state is shown: the end of a day, of today this moment, or the moment itself. Refuses what is to come, and
 * what was before versions were kept: nothing true can be said of either.
 */
export function instantOf(then: Then, now: Date, keptSince: Date): Date {
  const day = 'day' in then ? then.day : shanghaiDay(then.at);
  const today = shanghaiDay(now);
  const begins = shanghaiDay(keptSince);
  if ('day' in then ? day > today : then.at > now)
    throw invalid('asOf', 'history.future', `${day} has not come yet; the latest day is ${today}`, { day: today });
  if ('day' in then ? day < begins : then.at < keptSince)
    throw invalid('asOf', 'history.begins', `history begins on ${begins}; choose that day or a later one`, {
      day: begins,
    });
  if ('at' in then) return then.at;
  return day === today ? now : endOfDay(day);
}
