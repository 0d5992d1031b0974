import type { MergedGrid } from '../xlsx/merged-grid.ts';
import { columnLetter } from '../xlsx/address.ts';
import { fieldOfHeading, isKeyHeading, normaliseHeading } from './columns.ts';
import type { LedgerColumn } from './columns.ts';
import type { LedgerSheetColumn } from './types.ts';

const SEARCHED_ROWS = 40;
const MAX_HEADER_ROWS = 3;

/** A header: its first and last row, its columns, and how many different fields it names. */
export interface Header {
  top: number;
  bottom: number;
  columns: LedgerSheetColumn[];
  score: number;
}

/**
 * Finds the header among the first rows: the row naming most different fields, at least three, one of them the finding
 * or its actions. Null when there is none.
 */
export function findHeader(sheet: MergedGrid): Header | null {
  const rows = [...sheet.grid.rows.keys()].filter((row) => row <= SEARCHED_ROWS).toSorted((a, b) => a - b);
  const headers = rows.map((row) => readHeader(sheet, row)).filter((header) => header.score >= 3 && isLedger(header));
  return headers.toSorted((a, b) => b.score - a.score || a.top - b.top)[0] ?? null;
}

function isLedger(header: Header): boolean {
  const fields = new Set(header.columns.map((column) => column.field));
  return fields.has('title') || fields.has('description') || fields.has('measure');
}

/** Reads the header that begins at a row; it spans up to three rows when its cells are merged downwards. */
export function readHeader(sheet: MergedGrid, top: number): Header {
  const last = lastColumn(sheet, top);
  const bottom = headerBottom(sheet, top, last);
  const taken = new Set<LedgerColumn>();
  const columns: LedgerSheetColumn[] = [];
  for (let index = 1; index <= last; index++) {
    const headings = headingsOf(sheet, top, bottom, index);
    if (headings.length === 0 || isKeyHeading(headings.at(-1) as string)) continue;
    const named = fieldOfHeading(headings.at(-1) as string) ?? fieldOfHeading(headings.join(''));
    const field = named !== null && !taken.has(named) ? named : null;
    if (field !== null) taken.add(field);
    columns.push({ index, letter: columnLetter(index), header: headings.join(' / ').replace(/\s+/g, ' '), field });
  }
  return { top, bottom, columns: fallBack(columns), score: taken.size };
}

/** A list may call its only text of a finding 具体问题: then that is the finding, not a detail of one. */
function fallBack(columns: LedgerSheetColumn[]): LedgerSheetColumn[] {
  if (columns.some((column) => column.field === 'title')) return columns;
  return columns.map((column) => (column.field === 'description' ? { ...column, field: 'title' } : column));
}

/** Applies a person's corrections; a field moved to one column is taken from the column that had it. */
export function applyMapping(header: Header, mapping: Record<number, LedgerColumn | null>): Header {
  const claimed = new Set(Object.values(mapping).filter((field) => field !== null));
  const columns = header.columns.map((column) => {
    const wanted = mapping[column.index];
    if (wanted !== undefined) return { ...column, field: wanted };
    return column.field !== null && claimed.has(column.field) ? { ...column, field: null } : column;
  });
  for (const [index, field] of Object.entries(mapping)) {
    if (columns.some((column) => column.index === Number(index))) continue;
    columns.push({ index: Number(index), letter: columnLetter(Number(index)), header: '', field });
  }
  return { ...header, columns: columns.toSorted((a, b) => a.index - b.index) };
}

/** No heading is longer: the words of findings are not reduced only to be compared with one. */
const MAX_HEADING_CHARACTERS = 80;

/** Tells the rows that repeat the header, as printed lists do on every page. */
export function headerRepeats(sheet: MergedGrid, header: Header): (row: number) => boolean {
  const headings = header.columns.map(({ index, header: heading }) => [index, normaliseHeading(heading)] as const);
  return (row) => {
    const own = sheet.grid.rows.get(row);
    if (own === undefined) return false;
    const same = headings.filter(([index, heading]) => {
      const text = own.get(index)?.text;
      return text !== undefined && text.length <= MAX_HEADING_CHARACTERS && normaliseHeading(text) === heading;
    });
    return same.length >= 3 && same.length >= own.size - 1;
  };
}

function lastColumn(sheet: MergedGrid, top: number): number {
  let last = 0;
  for (let row = top; row < top + MAX_HEADER_ROWS; row++) {
    last = Math.max(last, ...(sheet.grid.rows.get(row)?.keys() ?? []));
  }
  return last;
}

function headerBottom(sheet: MergedGrid, top: number, last: number): number {
  let bottom = top;
  for (let column = 1; column <= last; column++) {
    const printed = sheet.at(top, column);
    if (printed.row === top && printed.cell !== null) bottom = Math.max(bottom, printed.bottom);
  }
  return Math.min(bottom, top + MAX_HEADER_ROWS - 1);
}

/** The distinct texts above a column, from the topmost group heading down. */
function headingsOf(sheet: MergedGrid, top: number, bottom: number, column: number): string[] {
  const texts: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const printed = sheet.at(row, column);
    const text = printed.row === row ? printed.cell?.text.trim() : undefined;
    if (text !== undefined && text !== '') texts.push(text);
  }
  return texts;
}
