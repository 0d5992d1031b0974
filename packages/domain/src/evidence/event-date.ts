import type { Day } from '../deadlines/calendar.ts';
import { invalid } from '../errors.ts';
import type { DatePrecision } from '../vocabulary.ts';

/** When something happened, as a form gives it. */
export interface EventDateEntry {
  on: Day | null;
  to: Day | null;
  text: string | null;
  precision: DatePrecision | null;
}

/** When something happened, as it is stored: nothing is known more exactly than it was said. */
export interface EventDateRecord extends EventDateEntry {
  precision: DatePrecision;
}

const precisionOf = (entry: EventDateEntry): DatePrecision => {
  if (entry.precision !== null) return entry.precision;
  if (entry.to !== null && entry.to !== entry.on) return 'RANGE';
  return entry.on === null ? 'NONE' : 'DAY';
};

/**
 * Reads the date of a piece of evidence. A day in the future or before the inspection is stored and hinted at, never
 * refused (请核对); what contradicts itself is refused. `required`: meetings, documents, talks and refunds have a date.
 */
export function readEventDate(entry: EventDateEntry, required: boolean): EventDateRecord {
  const precision = precisionOf(entry);
  const refuse = (field: string, message: string): never => {
    throw invalid(`date.${field}`, 'evidence.date', message);
  };
  if (required && entry.on === null && entry.text === null) refuse('on', 'say when it was: a day, or the words known');
  if (entry.to !== null && entry.on === null) refuse('on', 'a last day needs a first day');
  if (entry.to !== null && entry.on !== null && entry.to < entry.on) refuse('to', 'the last day lies before the first');
  if (precision === 'DAY' && entry.on === null) refuse('on', 'a date to the day needs its day');
  if (precision === 'RANGE' && (entry.on === null || entry.to === null))
    refuse('to', 'a period needs both of its days');
  if (precision === 'NONE' && entry.on !== null) refuse('precision', 'the day is given, so it is known');
  const needsWords = precision === 'TENDAY' || precision === 'MONTH' || precision === 'DAMAGED';
  if (needsWords && entry.text === null) refuse('text', 'give the words, such as 2023年10月中旬');
  return { ...entry, to: entry.to === entry.on ? null : entry.to, precision };
}
