import { DocumentError } from '../errors.ts';
import { columnLetter } from '../xlsx/address.ts';
import { mergedGrid } from '../xlsx/merged-grid.ts';
import type { MergedGrid, PrintedCell } from '../xlsx/merged-grid.ts';
import { readSheet } from '../xlsx/sheet.ts';
import { openWorkbook } from '../xlsx/workbook.ts';
import type { Workbook } from '../xlsx/workbook.ts';
import type { AddedRow, ChangedCell, ReturnedCell, ReturnedLedger, ReturnedRow } from './changed-types.ts';
import { KEY_HEADING, LEDGER_COLUMNS, PRINT_HEADING } from './columns.ts';
import type { LedgerColumn } from './columns.ts';
import { closesList } from './group-rows.ts';
import { findHeader, headerRepeats } from './header.ts';
import type { Header } from './header.ts';
import { ORIGIN_SHEET, readOrigin } from './origin-sheet.ts';
import { MAX_LEDGER_ROWS } from './read-ledger.ts';
import { cellWords, keyText, parseKey, parsePrints, printOf } from './row-keys.ts';
import type { Print, RowKey } from './row-keys.ts';

const ROWS_AROUND = 50;

interface Sheet {
  grid: MergedGrid;
  header: Header;
  columns: Map<LedgerColumn, number>;
  keyColumn: number;
  printColumn: number | null;
}

/**
 * Reads a ledger that this system exported and a person changed: sorted, filtered, unmerged, with inserted and deleted rows
 * and columns of his own. Answers the cells that no longer say what was exported. Null: no row of the file has a key.
 */
export async function readReturnedLedger(bytes: Uint8Array): Promise<ReturnedLedger | null> {
  const workbook = await openWorkbook(bytes);
  if (!isMarked(workbook)) return null;
  const sheet = await keyedSheet(workbook);
  if (sheet === null) return null;
  const { rows, added } = returnedRows(sheet);
  if (rows.length === 0) return null;
  const origin = await originOf(workbook);
  const present = new Set(rows.map(({ key }) => recordOf(key)));
  return {
    origin: origin?.origin ?? null,
    sheet: sheet.grid.grid.name,
    headerRow: sheet.header.bottom,
    rows,
    added,
    missing: (origin?.keys ?? []).filter((key) => !present.has(recordOf(key))),
    unknownColumns: sheet.header.columns.filter(({ field }) => field === null).map(({ letter, header }) => ({ letter, header })), // prettier-ignore
  };
}

/** Whether it can be ours at all, before its sheets are read. */
const isMarked = ({ sheets, sharedStrings }: Workbook): boolean =>
  sheets.some(({ name }) => name === ORIGIN_SHEET) || sharedStrings.some((text) => text.trim() === KEY_HEADING);

const recordOf = ({ finding, action }: RowKey): string => `${finding.id}/${action?.id ?? ''}`;

async function originOf(workbook: Workbook): Promise<ReturnType<typeof readOrigin>> {
  const reference = workbook.sheets.find(({ name }) => name === ORIGIN_SHEET);
  return reference === undefined ? null : readOrigin(await readSheet(workbook, reference, MAX_LEDGER_ROWS + 1));
}

/** The first sheet with a ledger's header and the column of keys, hidden or not. */
async function keyedSheet(workbook: Workbook): Promise<Sheet | null> {
  for (const reference of workbook.sheets.filter(({ name }) => name !== ORIGIN_SHEET)) {
    const grid = mergedGrid(await readSheet(workbook, reference, MAX_LEDGER_ROWS + ROWS_AROUND));
    const header = findHeader(grid);
    if (header === null) continue;
    const headed = (heading: string): number | null =>
      [...(grid.grid.rows.get(header.bottom) ?? [])].find(([, cell]) => cell.text.trim() === heading)?.[0] ?? null;
    const keyColumn = headed(KEY_HEADING);
    if (keyColumn === null) continue;
    if (grid.grid.truncated) throw new DocumentError('TOO_MANY_ROWS', { limit: MAX_LEDGER_ROWS });
    const named = header.columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index] as const]));
    return { grid, header, columns: new Map(named), keyColumn, printColumn: headed(PRINT_HEADING) };
  }
  return null;
}

interface Seen {
  rows: ReturnedRow[];
  added: AddedRow[];
}

function returnedRows(sheet: Sheet): Seen {
  const { grid, header, keyColumn } = sheet;
  const numbers = [...grid.grid.rows.keys()].filter((row) => row > header.bottom).toSorted((a, b) => a - b);
  const repeatsHeader = headerRepeats(grid, header);
  const data = numbers.filter((row) => !repeatsHeader(row));
  const keyOf = (row: number): RowKey | null => parseKey(grid.grid.rows.get(row)?.get(keyColumn)?.text ?? '');
  const byNumber = findingsByNumber(sheet, data, keyOf);
  const firstAt = new Map<string, number>();
  const seen: Seen = { rows: [], added: [] };
  let above: string | null = null;
  let begunAt: number | null = null;
  for (const row of data) {
    const key = keyOf(row);
    const first = key === null ? undefined : firstAt.get(keyText(key));
    if (key !== null && first === undefined) {
      firstAt.set(keyText(key), row);
      above = key.finding.id;
      begunAt = null;
      seen.rows.push({ row, key, changed: changedCells(sheet, row) });
      continue;
    }
    const added = addedRow(sheet, row, byNumber, above);
    if (added === null) continue;
    if (added.under === null && added.begins) [above, begunAt] = [null, row];
    const { begins: _, ...place } = added;
    seen.added.push({ ...place, begunAt: added.under === null ? begunAt : null, copyOf: first ?? null });
  }
  return seen;
}

/** Which finding a printed number stands for, as the keyed rows say. */
function findingsByNumber(
  sheet: Sheet,
  rows: readonly number[],
  keyOf: (row: number) => RowKey | null,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const row of rows) {
    const number = wordsAt(sheet, row, 'seq');
    const key = keyOf(row);
    if (key !== null && number !== '' && !found.has(number)) found.set(number, key.finding.id);
  }
  return found;
}

const textOf = ({ cell }: PrintedCell): string => (cell === null || cell.fault !== null ? '' : cellWords(cell.text));

function printedAt(sheet: Sheet, row: number, field: LedgerColumn): PrintedCell | null {
  const column = sheet.columns.get(field);
  if (column === undefined) return null;
  const printed = sheet.grid.at(row, column);
  return printed.column === column ? printed : null;
}

function wordsAt(sheet: Sheet, row: number, field: LedgerColumn): string {
  const printed = printedAt(sheet, row, field);
  return printed === null ? '' : textOf(printed);
}

function returned(sheet: Sheet, field: LedgerColumn, printed: PrintedCell): ReturnedCell {
  const letter = columnLetter(sheet.columns.get(field) as number);
  const { number = null, date = null, fault = null } = printed.cell ?? {};
  const text = fault === null ? textOf(printed) : (printed.cell?.text ?? '');
  return { column: field, letter, text, number, date, fault };
}

/** The cells of a row that say something else than was exported; a cell that is merged from above belongs to that row. */
function changedCells(sheet: Sheet, row: number): ChangedCell[] {
  const { grid, printColumn } = sheet;
  const text = printColumn === null ? undefined : grid.grid.rows.get(row)?.get(printColumn)?.text;
  const prints = text === undefined ? null : parsePrints(text);
  return LEDGER_COLUMNS.flatMap(({ field }, index): ChangedCell[] => {
    const printed = printedAt(sheet, row, field);
    if (printed === null || printed.row !== row) return [];
    const print = prints?.[index] ?? null;
    const cell = returned(sheet, field, printed);
    return changed(cell, prints === null, print) ? [{ ...cell, ...basis(field, print) }] : [];
  });
}

/** Without fingerprints every cell is asked about; a cell that the row did not have is asked about once it says something. */
function changed(cell: ReturnedCell, lost: boolean, print: Print | null): boolean {
  if (cell.fault !== null || lost) return true;
  if (print === null || print.repeated) return cell.text !== '' && printOf(cell.number ?? cell.text) !== print?.of;
  return printOf(cell.number ?? cell.text) !== print.of;
}

const OF_ACTIONS: ReadonlySet<LedgerColumn> = new Set(['measure', 'progress', 'evidence']);

const basis = (field: LedgerColumn, print: Print | null): Pick<ChangedCell, 'owner' | 'base'> => ({
  owner: print?.owner ?? (OF_ACTIONS.has(field) ? 'ACTION' : 'FINDING'),
  base: print?.of ?? null,
});

/** A row without a record: only what names a finding or an action counts, not signature lines or totals. */
function addedRow(
  sheet: Sheet,
  row: number,
  byNumber: ReadonlyMap<string, string>,
  above: string | null,
): (Pick<AddedRow, 'row' | 'cells' | 'under'> & { begins: boolean }) | null {
  const cells = LEDGER_COLUMNS.flatMap(({ field }): ReturnedCell[] => {
    const printed = printedAt(sheet, row, field);
    if (printed === null || printed.row !== row || printed.cell === null) return [];
    return [returned(sheet, field, printed)];
  });
  if (closesList(cells[0]?.text ?? '')) return null;
  const has = (field: LedgerColumn): boolean => cells.some(({ column, text }) => column === field && text !== '');
  if (!has('title') && !has('measure') && !has('description')) return null;
  const number = wordsAt(sheet, row, 'seq');
  const begins = has('title') || has('description');
  const under = number === '' ? (begins ? null : above) : (byNumber.get(number) ?? null);
  return { row, cells, under, begins };
}
