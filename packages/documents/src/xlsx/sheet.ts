import { readEntryChunks } from '../containers/zip.ts';
import { DocumentError } from '../errors.ts';
import { columnLetter, parseAddress, parseRange } from './address.ts';
import type { CellRange } from './address.ts';
import { classifyFormat, decimalText, displayNumber, serialToDate } from './number-formats.ts';
import { unescapeText } from './workbook.ts';
import type { SheetReference, Workbook } from './workbook.ts';
import { parseXml } from './xml.ts';

/** Columns beyond this are ignored: no ledger is that wide. */
const MAX_COLUMNS = 200;
const MAX_MERGES = 200_000;
/** Excel itself holds at most 32,767 characters in a cell. */
const MAX_CELL_CHARACTERS = 32_767;
const MAX_SHEET_CHARACTERS = 40_000_000;

/** What one cell holds, as the reader of the sheet sees it. Never empty: empty cells are absent. */
export interface Cell {
  /** The text shown; for dates YYYY-MM-DD. */
  text: string;
  /** The exact decimal of a number cell, e.g. `1.6`; null for texts and dates. */
  number: string | null;
  /** YYYY-MM-DD of a real date cell. */
  date: string | null;
  /** An error value such as #REF!, or a formula without a saved value. */
  fault: 'error' | 'uncalculated' | null;
}

/** The filled cells of one sheet. */
export interface SheetGrid {
  name: string;
  rows: Map<number, Map<number, Cell>>;
  hiddenRows: Set<number>;
  merges: CellRange[];
  date1904: boolean;
  /** More filled rows than asked for were found; reading stopped there. */
  truncated: boolean;
}

class Stop extends Error {}

/**
 * Reads the filled cells of one sheet, at most `maxRows` filled rows. Formulas are never evaluated: the value the
 * spreadsheet program saved is used, and a formula without one is a fault.
 */
export async function readSheet(workbook: Workbook, sheet: SheetReference, maxRows: number): Promise<SheetGrid> {
  const entry = workbook.archive.entries.get(sheet.path);
  if (entry === undefined) throw new DocumentError('FILE_DAMAGED');
  const { rows, hiddenRows, merges } = { rows: new Map(), hiddenRows: new Set<number>(), merges: [] as CellRange[] };
  const grid: SheetGrid = { name: sheet.name, rows, hiddenRows, merges, date1904: workbook.date1904, truncated: false };
  try {
    await parseXml(readEntryChunks(workbook.archive, entry), sheetHandlers(workbook, grid, maxRows));
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    grid.truncated = true;
  }
  return grid;
}

interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: number;
  formula: boolean;
  valued: boolean;
}

function sheetHandlers(workbook: Workbook, grid: SheetGrid, maxRows: number): Parameters<typeof parseXml>[1] {
  let row = 0;
  let column = 0;
  let cell: OpenCell | null = null;
  let value = '';
  let reading = false;
  let budget = MAX_SHEET_CHARACTERS;
  let phonetic = false;
  const store = (read: Cell): void => {
    if (cell === null || cell.column > MAX_COLUMNS || read.text.trim() === '') return;
    budget -= read.text.length;
    if (budget < 0 || read.text.length > MAX_CELL_CHARACTERS) throw new DocumentError('TOO_MUCH_TEXT');
    const cells = grid.rows.get(cell.row) ?? new Map<number, Cell>();
    if (cells.size === 0 && grid.rows.size >= maxRows) throw new Stop();
    grid.rows.set(cell.row, cells.set(cell.column, read));
  };
  return {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 1);
        column = 0;
        if (['1', 'true'].includes(attributes['hidden'] ?? '')) grid.hiddenRows.add(row);
      } else if (name === 'c') {
        const address = parseAddress(attributes['r'] ?? `${columnLetter(column + 1)}${row}`);
        if (address === null) throw new DocumentError('FILE_DAMAGED');
        column = address.column;
        cell = {
          ...address,
          type: attributes['t'] ?? 'n',
          style: Number(attributes['s'] ?? 0),
          formula: false,
          valued: false,
        };
        value = '';
      } else if (name === 'f' && cell !== null) cell.formula = true;
      else if (name === 'v' && cell !== null) cell.valued = true;
      else if (name === 'rPh') phonetic = true;
      else if (name === 'mergeCell') addMerge(grid, attributes['ref'] ?? '');
      reading = cell !== null && (name === 'v' || (name === 't' && !phonetic));
    },
    text: (text) => {
      if (reading && value.length <= MAX_CELL_CHARACTERS) value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false;
      if (name === 'rPh') phonetic = false;
      if (name !== 'c' || cell === null) return;
      store(toCell(workbook, cell, value));
      cell = null;
    },
  };
}

function addMerge(grid: SheetGrid, reference: string): void {
  const range = parseRange(reference);
  if (range === null) throw new DocumentError('FILE_DAMAGED');
  grid.merges.push(range);
  if (grid.merges.length > MAX_MERGES) throw new DocumentError('TOO_MUCH_TEXT');
}

const textCell = (text: string): Cell => ({ text, number: null, date: null, fault: null });

function toCell(workbook: Workbook, cell: OpenCell, value: string): Cell {
  if (cell.formula && !cell.valued) return { ...textCell('='), fault: 'uncalculated' };
  if (value === '') return textCell('');
  if (cell.type === 's') {
    const text = workbook.sharedStrings[Number(value)];
    if (text === undefined) throw new DocumentError('FILE_DAMAGED');
    return textCell(text);
  }
  if (cell.type === 'inlineStr' || cell.type === 'str') return textCell(unescapeText(value));
  if (cell.type === 'b') return textCell(value === '1' ? '是' : '否');
  if (cell.type === 'e') return { ...textCell(value), fault: 'error' };
  if (cell.type === 'd') return { ...textCell(value.slice(0, 10)), date: value.slice(0, 10) };
  return numberCell(workbook, cell, Number(value));
}

function numberCell(workbook: Workbook, cell: OpenCell, value: number): Cell {
  if (!Number.isFinite(value)) throw new DocumentError('FILE_DAMAGED');
  const format = workbook.formats[cell.style] ?? classifyFormat(0, undefined);
  const date = format.kind === 'date' ? serialToDate(value, workbook.date1904) : null;
  if (date !== null) return { ...textCell(date), date };
  return { ...textCell(displayNumber(value, format)), number: decimalText(value) };
}
