import { fenToYuan } from '../text/amounts.ts';
import type { CellRange } from '../xlsx/address.ts';
import { FORMULA_LIKE } from '../ledger/ledger-cells.ts';
import { linesOf } from '../ledger/row-heights.ts';
import type { CellStyle } from '../xlsx/write-styles.ts';
import { writeWorkbook } from '../xlsx/write-workbook.ts';
import type { CellSpec, RowSpec, SheetSpec } from '../xlsx/write-workbook.ts';

/** A value of a printed list: words, a number that counts, a day, or whole fen (printed in 元). */
export type ListValue = string | number | null | { day: string } | { fen: bigint };

export interface ListColumn {
  header: string;
  /** In half-width characters. */
  width: number;
  /** Where words stand; numbers, days and sums have their own place. */
  left?: boolean;
}

/** One printed list: title, unit line, a head that repeats on every page, rows, notes and places to sign. */
export interface ListSheet {
  /** Name of the sheet; made unique and fit for a spreadsheet. */
  name: string;
  title: string;
  /** 填报单位 · 填报时间 · 单位, from left to right. */
  unit: readonly [left: string, middle: string, right: string];
  columns: readonly ListColumn[];
  rows: readonly { cells: readonly ListValue[]; height?: number }[];
  notes?: readonly string[];
  signatures?: readonly string[];
  orientation?: 'landscape' | 'portrait';
}

const HEAD_ROW = 3;
const plain = { border: false, format: 'general' } as const;
const TITLE: CellStyle = { font: '方正小标宋简体', size: 20, horizontal: 'center', ...plain };
const LINE: CellStyle = { font: '仿宋', size: 12, horizontal: 'left', ...plain };
const HEADING: CellStyle = {
  font: '黑体',
  size: 11,
  horizontal: 'center',
  border: true,
  format: 'general',
  fill: true,
};
const CELL = { font: '仿宋', size: 11, border: true, format: 'general' } as const;
const STYLES = {
  left: { ...CELL, horizontal: 'left' },
  center: { ...CELL, horizontal: 'center' },
  guardedLeft: { ...CELL, horizontal: 'left', guarded: true },
  guardedCenter: { ...CELL, horizontal: 'center', guarded: true },
  money: { ...CELL, horizontal: 'right', format: 'money' },
  day: { ...CELL, horizontal: 'center', format: 'date' },
} as const satisfies Record<string, CellStyle>;
/** Lists as they are printed: A4, the head on every page, who took them out and when at the foot. No cell is ever a formula. */
export function writeListWorkbook(lists: readonly ListSheet[], watermark: string): Promise<Uint8Array> {
  const names = new Set<string>();
  return writeWorkbook({ sheets: lists.map((list) => sheetOf(list, watermark, nameFor(list.name, names))) });
}

/** A sheet's name holds at most 31 characters, none of `\ / ? * [ ] :`, and no two are the same. */
function nameFor(wanted: string, taken: Set<string>): string {
  const base = wanted.toWellFormed().replace(/[\\/?*[\]:\p{C}]/gu, ' ').replace(/^'|'$/g, ' ').trim().slice(0, 26) || '表'; // prettier-ignore
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}(${n})`;
  taken.add(name.toLowerCase());
  return name;
}

function sheetOf(list: ListSheet, footer: string, name: string): SheetSpec {
  const last = list.columns.length;
  const [middle, right] = [Math.floor(last / 3) + 1, last - Math.floor(last / 3) + 1];
  const at = (column: number, text: string, style: CellStyle): RowSpec['cells'] =>
    Array.from({ length: last }, (_, i) => (i === column - 1 ? { value: { text }, style } : null));
  const merges: CellRange[] = [span(1, 1, last)];
  const unit: RowSpec['cells'] = Array.from({ length: last }, () => null);
  const places = last >= 3 ? [[1, middle - 1], [middle, right - 1], [right, last]] as const : [[1, last]] as const; // prettier-ignore
  const texts = last >= 3 ? list.unit : [list.unit.filter((text) => text !== '').join('　　')];
  places.forEach(([from, to], i) => {
    const horizontal = (['left', 'center', 'right'] as const)[i] as 'left';
    unit[from - 1] = { value: { text: texts[i] ?? '' }, style: { ...LINE, horizontal } };
    if (to > from) merges.push(span(2, from, to));
  });
  const rows: RowSpec[] = [
    { height: 36, cells: at(1, list.title, TITLE) },
    { height: 22, cells: unit },
    { height: 30, cells: list.columns.map(({ header }) => ({ value: { text: header }, style: HEADING })) },
    ...list.rows.map((row) => rowOf(list.columns, row)),
  ];
  const lastRow = rows.length;
  const width = list.columns.reduce((sum, column) => sum + column.width, 0);
  for (const note of closing(list)) {
    rows.push({ height: Math.max(24, linesOf(note, width) * 17 + 6), cells: at(1, note, LINE) });
    merges.push(span(rows.length, 1, last));
  }
  return {
    name,
    widths: list.columns.map((column) => column.width),
    rows,
    merges,
    frozen: { rows: HEAD_ROW, columns: 0 },
    ...(lastRow > HEAD_ROW ? { filter: { top: HEAD_ROW, left: 1, bottom: lastRow, right: last } } : {}),
    repeatedRow: HEAD_ROW,
    orientation: list.orientation ?? 'landscape',
    footer,
  };
}

const span = (row: number, left: number, right: number): CellRange => ({ top: row, left, bottom: row, right });

function closing({ notes = [], signatures = [] }: ListSheet): string[] {
  const places = signatures.map((role) => `${role}：`).join('　'.repeat(10));
  return [...notes, ...(places === '' ? [] : [places])];
}

function rowOf(columns: readonly ListColumn[], row: ListSheet['rows'][number]): RowSpec {
  const cells = columns.map((column, i) => cellOf(row.cells[i] ?? null, column.left === true));
  const lines = columns.map(({ width }, i) => {
    const value = row.cells[i];
    return typeof value === 'string' ? linesOf(value, width) : 1;
  });
  return { height: row.height ?? Math.min(409, Math.max(26, Math.max(...lines) * 15 + 8)), cells };
}

function cellOf(value: ListValue, left: boolean): CellSpec {
  if (value === null || value === '') return { value: null, style: left ? STYLES.left : STYLES.center };
  if (typeof value === 'number') return { value: { decimal: String(value) }, style: STYLES.center };
  if (typeof value === 'string') return textOf(value, left);
  if ('day' in value) return value.day >= '1900-03-01' ? { value: { date: value.day }, style: STYLES.day } : textOf(value.day, false); // prettier-ignore
  const yuan = fenToYuan(Number(value.fen));
  const exact = value.fen <= BigInt(Number.MAX_SAFE_INTEGER) && yuan.replace(/\D/g, '').length <= 15;
  return exact ? { value: { decimal: yuan }, style: STYLES.money } : textOf(String(value.fen), false);
}

function textOf(text: string, left: boolean): CellSpec {
  const guarded = FORMULA_LIKE.test(text);
  const style = left ? (guarded ? STYLES.guardedLeft : STYLES.left) : guarded ? STYLES.guardedCenter : STYLES.center;
  return { value: { text }, style };
}
