import { readEntryChunks } from '../containers/zip.ts';
import { DocumentError } from '../errors.ts';
import { columnLetter, parseAddress, parseRange } from './address.ts';
import type { CellRange } from './address.ts';
import { classifyFormat, decimalText, displayNumber, serialToDate } from './number-formats.ts';
import { unescapeText } from './workbook.ts';
import type { SheetReference, Workbook } from './workbook.ts';
import { parseXml } from './xml.ts';
import type { XmlHandlers } from './xml.ts';

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

/** Where the reading of a sheet stands. */
interface SheetState {
  workbook: Workbook;
  grid: SheetGrid;
  maxRows: number;
  row: number;
  column: number;
  cell: OpenCell | null;
  value: string;
  reading: boolean;
  phonetic: boolean;
  budget: number;
}

function sheetHandlers(workbook: Workbook, grid: SheetGrid, maxRows: number): XmlHandlers {
  const at = { row: 0, column: 0, cell: null, value: '', reading: false, phonetic: false };
  const state: SheetState = { workbook, grid, maxRows, ...at, budget: MAX_SHEET_CHARACTERS };
  return {
    open: (name, attributes) => openElement(state, name, attributes),
    text: (text) => {
      if (state.reading && state.value.length <= MAX_CELL_CHARACTERS) state.value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') state.reading = false;
      if (name === 'rPh') state.phonetic = false;
      if (name === 'c') storeCell(state);
    },
  };
}

function openElement(state: SheetState, name: string, attributes: Record<string, string>): void {
  if (name === 'row') {
    state.row = Number(attributes['r'] ?? state.row + 1);
    state.column = 0;
    if (['1', 'true'].includes(attributes['hidden'] ?? '')) state.grid.hiddenRows.add(state.row);
  } else if (name === 'c') openCell(state, attributes);
  else if (name === 'f' && state.cell !== null) state.cell.formula = true;
  else if (name === 'v' && state.cell !== null) state.cell.valued = true;
  else if (name === 'rPh') state.phonetic = true;
  else if (name === 'mergeCell') addMerge(state.grid, attributes['ref'] ?? '');
  state.reading = state.cell !== null && (name === 'v' || (name === 't' && !state.phonetic));
}

function openCell(state: SheetState, attributes: Record<string, string>): void {
  const address = parseAddress(attributes['r'] ?? `${columnLetter(state.column + 1)}${state.row}`);
  if (address === null) throw new DocumentError('FILE_DAMAGED');
  state.column = address.column;
  const [type, style] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0)];
  state.cell = { ...address, type, style, formula: false, valued: false };
  state.value = '';
}

function storeCell(state: SheetState): void {
  const { cell, grid } = state;
  state.cell = null;
  if (cell === null || cell.column > MAX_COLUMNS) return;
  const read = toCell(state.workbook, cell, state.value);
  if (read.text.trim() === '') return;
  state.budget -= read.text.length;
  if (state.budget < 0 || read.text.length > MAX_CELL_CHARACTERS) throw new DocumentError('TOO_MUCH_TEXT');
  const cells = grid.rows.get(cell.row) ?? new Map<number, Cell>();
  if (cells.size === 0 && grid.rows.size >= state.maxRows) throw new Stop();
  grid.rows.set(cell.row, cells.set(cell.column, read));
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
