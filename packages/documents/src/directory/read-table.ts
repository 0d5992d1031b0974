import { rowError } from '../errors.ts';
import type { MessageCode, MessageParams } from '../messages.ts';
import { normaliseHeading } from '../ledger/columns.ts';
import { cellText } from '../ledger/row-view.ts';
import { columnLetter } from '../xlsx/address.ts';
import type { MergedGrid } from '../xlsx/merged-grid.ts';
import type { TableColumn } from './tables.ts';
import type { DirectoryRowError } from './types.ts';

const SEARCHED_ROWS = 10;

/** One row of a sheet: its texts by field, and how to remark on it. A remarked row is `bad`. */
export interface TableRow {
  row: number;
  bad: boolean;
  get(field: string): string;
  refuse(field: string, code: MessageCode, params?: MessageParams): void;
}

/** The filled rows below the header of a sheet; null when it has no such header. Missing required cells are remarked. */
export function readTable(
  sheet: MergedGrid,
  name: string,
  columns: readonly TableColumn[],
  errors: DirectoryRowError[],
): TableRow[] | null {
  const header = findHeader(sheet, columns);
  if (header === null) return null;
  const rows = [...sheet.grid.rows.keys()].filter((row) => row > header.row).toSorted((a, b) => a - b);
  const read = rows.map((row): TableRow => {
    const texts = new Map([...header.columns].map(([field, column]) => [field, cellText(sheet.at(row, column))]));
    const get = (field: string): string => (texts.get(field) ?? '').replace(/\s+/g, ' ');
    const refuse = (field: string, code: MessageCode, params: MessageParams = {}): void => {
      one.bad = true;
      const column = header.columns.get(field);
      const at = { row, column: column === undefined ? null : columnLetter(column), value: get(field) };
      const label = columns.find((c) => c.field === field)?.header ?? field;
      errors.push({ sheet: name, ...rowError(at, 'error', code, { field: label, ...params }) });
    };
    const one: TableRow = { row, bad: false, get, refuse };
    return one;
  });
  const filled = read.filter(({ get }) => columns.some(({ field }) => get(field) !== ''));
  for (const one of filled) {
    for (const { field, required } of columns)
      if (required === true && one.get(field) === '') one.refuse(field, 'REQUIRED');
  }
  return filled;
}

function findHeader(
  sheet: MergedGrid,
  columns: readonly TableColumn[],
): { row: number; columns: Map<string, number> } | null {
  const rows = [...sheet.grid.rows.keys()].filter((row) => row <= SEARCHED_ROWS).toSorted((a, b) => a - b);
  for (const row of rows) {
    const found = new Map<string, number>();
    for (const [column, cell] of sheet.grid.rows.get(row) ?? []) {
      const heading = normaliseHeading(cell.text);
      const match = columns.find(({ header, synonyms }) =>
        [header, ...synonyms].some((n) => normaliseHeading(n) === heading),
      );
      if (match !== undefined && !found.has(match.field)) found.set(match.field, column);
    }
    if (columns.every(({ field, required }) => required !== true || found.has(field))) return { row, columns: found };
  }
  return null;
}
