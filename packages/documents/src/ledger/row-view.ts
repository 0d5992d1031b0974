import type { MessageCode, MessageParams } from '../messages.ts';
import { rowError } from '../errors.ts';
import type { RowError } from '../errors.ts';
import { columnLetter } from '../xlsx/address.ts';
import type { MergedGrid, PrintedCell } from '../xlsx/merged-grid.ts';
import type { MoneyUnit } from '../text/amounts.ts';
import type { LedgerColumn } from './columns.ts';
import type { Header } from './header.ts';

/** Everything the row readers share: the sheet, where each field stands, the units, and the remarks collected so far. */
export interface LedgerContext {
  sheet: MergedGrid;
  header: Header;
  columns: Map<LedgerColumn, number>;
  units: Map<LedgerColumn, MoneyUnit | null>;
  split: boolean;
  /** Whether a row is the header once more. */
  repeatsHeader: (row: number) => boolean;
  rowErrors: RowError[];
}

/** The text of a cell as a ledger means it: trimmed, line breaks as `\n`, faults as nothing. */
export function cellText(printed: PrintedCell): string {
  if (printed.cell === null || printed.cell.fault !== null) return '';
  return printed.cell.text.replace(/\r\n?/g, '\n').trim();
}

/** The printed cell of a field in a row; null when the field has no column or a cell to its left covers it. */
export function fieldCell(context: LedgerContext, row: number, field: LedgerColumn): PrintedCell | null {
  const column = context.columns.get(field);
  if (column === undefined) return null;
  const printed = context.sheet.at(row, column);
  return printed.column === column ? printed : null;
}

/** The text of a field in a row, as printed; empty when there is none. */
export function fieldText(context: LedgerContext, row: number, field: LedgerColumn): string {
  const printed = fieldCell(context, row, field);
  return printed === null ? '' : cellText(printed);
}

/** The different cells of a field over some rows, top to bottom, empty ones left out. */
export function cellsOver(context: LedgerContext, rows: readonly number[], field: LedgerColumn): PrintedCell[] {
  const seen = new Set<number>();
  const cells: PrintedCell[] = [];
  for (const row of rows) {
    const printed = fieldCell(context, row, field);
    if (printed === null || seen.has(printed.row) || cellText(printed) === '') continue;
    seen.add(printed.row);
    cells.push(printed);
  }
  return cells;
}

/** Records a remark about a field's cell. */
export function remark(
  context: LedgerContext,
  at: { row: number; field: LedgerColumn | null; value: string },
  level: RowError['level'],
  code: MessageCode,
  params: MessageParams = {},
): void {
  const column = at.field === null ? undefined : context.columns.get(at.field);
  const letter = column === undefined ? null : columnLetter(column);
  context.rowErrors.push(rowError({ row: at.row, column: letter, value: at.value }, level, code, params));
}
