import { parseDeadline } from '../text/dates.ts';
import { serialToDate } from '../xlsx/number-formats.ts';
import type { ReturnedCell } from './changed-types.ts';
import type { LedgerDeadline } from './types.ts';

/** Day numbers between 2000 and 2100: a date cell that lost its format. */
const isDayNumber = (number: number): boolean => number >= 36_526 && number <= 73_050;

/** The deadline that a cell names: a real day without words, or words with the day and kind they mean; null: neither. */
export function readCellDeadline(cell: Pick<ReturnedCell, 'text' | 'number' | 'date'>): LedgerDeadline | null {
  const number = cell.number === null ? Number.NaN : Number(cell.number);
  const day = cell.date ?? (isDayNumber(number) ? serialToDate(number, false) : null);
  if (day !== null) return { text: '', date: day, kind: 'DATE' };
  const { date, kind } = parseDeadline(cell.text);
  return date === null && kind === null ? null : { text: cell.text, date, kind };
}
