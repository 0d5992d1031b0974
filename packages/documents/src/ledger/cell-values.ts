import type { PrintedCell } from '../xlsx/merged-grid.ts';
import { parseAmount } from '../text/amounts.ts';
import { parseDate, parseDeadline } from '../text/dates.ts';
import { serialToDate } from '../xlsx/number-formats.ts';
import type { LedgerColumn } from './columns.ts';
import { cellText, remark } from './row-view.ts';
import type { LedgerContext } from './row-view.ts';
import type { LedgerAmount, LedgerDeadline, LedgerFinding } from './types.ts';

/** Day numbers between 2000 and 2100: a date cell that lost its format. */
const SERIAL_FROM = 36_526;
const SERIAL_TO = 73_050;

/** A sum of money; what cannot be one is remarked and null. */
export function readAmount(context: LedgerContext, cell: PrintedCell, field: LedgerColumn): LedgerAmount | null {
  const value = cellText(cell);
  const unit = context.units.get(field) ?? null;
  const amount = parseAmount(cell.cell?.number ?? value, unit);
  const at = { row: cell.row, field, value };
  if (!amount.ok) {
    remark(context, at, 'error', amount.code);
    return null;
  }
  if (amount.fen === null) return null;
  if (amount.unitAssumed && amount.fen !== 0) remark(context, at, 'warning', 'AMOUNT_UNIT_ASSUMED');
  const bare = /^[\d.,]+$/.test(value);
  return { fen: amount.fen, quote: bare ? `${value}${unit ?? '元'}` : value };
}

/** A deadline: the words are always kept, whatever they mean. */
export function readDeadline(context: LedgerContext, cell: PrintedCell): LedgerDeadline {
  const text = cellText(cell);
  const day = exactDay(context, cell, 'deadline');
  if (day !== null) return { text: cell.cell?.number === null ? text : day, date: day, kind: 'DATE' };
  const { date, kind, issue } = parseDeadline(text);
  if (issue !== null) remark(context, { row: cell.row, field: 'deadline', value: text }, 'warning', issue);
  return { text, date, kind };
}

/** A day; words that name none are remarked and null. */
export function readDay(context: LedgerContext, cell: PrintedCell, field: LedgerColumn): string | null {
  const value = cellText(cell);
  const day = exactDay(context, cell, field);
  if (day !== null || /^[-—/\\无]+$/.test(value)) return day;
  const { date, issue } = parseDate(value);
  if (issue !== null) remark(context, { row: cell.row, field, value }, 'error', issue);
  return date;
}

function exactDay(context: LedgerContext, cell: PrintedCell, field: LedgerColumn): string | null {
  if (cell.cell?.date !== null) return cell.cell?.date ?? null;
  const number = cell.cell.number === null ? Number.NaN : Number(cell.cell.number);
  if (number >= SERIAL_FROM && number <= SERIAL_TO) return serialToDate(number, context.sheet.grid.date1904);
  const text = cellText(cell);
  if (!Number.isNaN(number) && /^20\d\d\.1$/.test(text)) {
    const { date } = parseDate(text);
    remark(context, { row: cell.row, field, value: text }, 'warning', 'DATE_FORMAT_AMBIGUOUS', { date: date ?? '' });
  }
  return null;
}

/** The class of a finding by the usual words; others are remarked and null. */
export function readType(context: LedgerContext, cell: PrintedCell): LedgerFinding['remediationType'] {
  const value = cellText(cell);
  if (/立行立改|立查立改|即知即改|立知立改|立即/.test(value)) return 'IMMEDIATE';
  if (/长期|持续|坚持|常态/.test(value)) return 'CONTINUING';
  if (/限期|阶段|分步|集中|近期|中期|短期|定期/.test(value)) return 'STAGED';
  remark(context, { row: cell.row, field: 'remediationType', value }, 'warning', 'TYPE_NOT_UNDERSTOOD');
  return null;
}

/** Department names of a cell; one marked （牵头） comes first, the marks are dropped. */
export function splitDepartments(text: string): string[] {
  const names = text.split(/[、,，;；/\s]+/).filter((name) => name !== '');
  const marked = names.toSorted((a, b) => Number(b.includes('牵头')) - Number(a.includes('牵头')));
  return marked.map((name) => name.replace(/[（(](?:牵头|配合|协办|主办)[）)]/g, '')).filter((name) => name !== '');
}
