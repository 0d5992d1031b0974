import { TABLE_HEADS, TABLE_HEAD_HINTS } from './lexicon.ts';
import { NOBODY, assemble } from './findings.ts';
import { closingRow } from './closing.ts';
import { closeStretches } from './rows.ts';
import { plain, trimRange } from './text.ts';
import { stackedTable } from './vertical.ts';
import type { Span } from './types.ts';
import type { RawFinding } from './findings.ts';
import type { Row, Scan } from './rows.ts';
import type { Units } from './profile.ts';

type Column = keyof typeof TABLE_HEADS;
interface Cells {
  row: Row;
  cells: Span[];
  /** Where the last line of the row ends. */
  end: number;
}
interface TableReport {
  units: Units;
  raw: Map<Row, { raw: RawFinding; category: string | null }>;
  /** Lines of the table that are no findings: column heads, headings of merged cells. */
  headings: Span[];
}
interface Draft {
  row: Row;
  whole: Span;
  cells: Partial<Record<Column, Span[]>>;
  category: string | null;
}

/**
 * Findings printed as a table: lines of cells with tabs between, below a line of known column heads. A line that a
 * broken cell left behind continues the row above it; a row without a finding continues the finding above it (merged
 * cells); a row with one filled cell is a heading.
 */
export function parseTables(scan: Scan): TableReport | null {
  const drafts: Draft[] = [];
  let columns: Column[] | null = null;
  let category: string | null = null;
  const headings: Span[] = [];
  for (const found of logicalRows(scan)) {
    const line = found.row;
    if (found.cells.length < 2) {
      if (columns && drafts.length > 0 && !line.marker) columns = null;
      else if (columns) category = scan.view.slice(line.marker?.textStart ?? line.line.start, line.line.end);
      continue;
    }
    const head = columnsOf(scan.view, found.cells);
    if (found.cells.every(([a, b]) => /^:?-*:?$/u.test(scan.view.slice(a, b)))) continue;
    const seen = drafts.length;
    if (head) columns = head;
    else if (columns) category = readRow(scan, found, columns, category, drafts);
    if (head || (columns && drafts.length === seen && drafts.at(-1)?.whole[1] !== found.end))
      headings.push([line.line.start, found.end]);
  }
  return drafts.length === 0 ? null : { ...finish(scan, drafts), headings };
}

/** Lines of cells as rows of the table: a row with too few cells takes the lines behind it that complete it. */
function logicalRows(scan: Scan): Cells[] {
  const rows: Cells[] = [];
  let width = 0;
  let numbered = false;
  let skip = 0;
  for (const row of scan.rows) {
    if (skip > 0) {
      skip -= 1;
      continue;
    }
    const stacked = stackedTable(scan, row.index, (span) => headKind(scan.view, span));
    if (stacked) {
      rows.push(...stacked);
      skip = stacked.reduce((sum, { lines }) => sum + lines, 0) - 1;
      width = 0;
      continue;
    }
    const cells = cellsOf(scan.view, row);
    const head = cells.length > 1 ? columnsOf(scan.view, cells) : null;
    const open = rows.at(-1);
    if (head) {
      width = cells.length;
      numbered = head[0] === 'number';
    }
    if (!head && open && continues(scan, open, cells, { row, width, numbered })) append(open, row, cells);
    else rows.push({ row, cells, end: row.line.end });
  }
  return rows;
}

/** True for a line that stands inside a broken cell of the open row and leaves it no wider than the table. */
function continues(
  { view }: Scan,
  open: Cells,
  cells: readonly Span[],
  { row, width, numbered }: { row: Row; width: number; numbered: boolean },
): boolean {
  if (open.cells.length < 2 || open.cells.length >= width || open.cells.length + cells.length - 1 > width) return false;
  const [from, to] = cells[0] as Span;
  if (from === to || (numbered && NUMBER_CELL.test(view.slice(from, to)))) return false;
  if (cells.length === 1) {
    const closing = closingRow(view, row);
    return row.marker?.kind !== 'part' && row.marker?.kind !== 'cnParen' && (!closing || closing === 'signature');
  }
  return numbered || cells.length < width;
}

function append(open: Cells, row: Row, cells: readonly Span[]): void {
  const last = open.cells.at(-1) as Span;
  const [first = last, ...others] = cells;
  open.cells[open.cells.length - 1] = [last[0] === last[1] ? first[0] : last[0], first[1]];
  open.cells.push(...others);
  open.end = row.line.end;
}

const NUMBER_CELL = /^[(]?[\d一二三四五六七八九十]{1,3}[)、.]?$/u;

function finish(scan: Scan, drafts: readonly Draft[]): Omit<TableReport, 'headings'> {
  const raw: TableReport['raw'] = new Map();
  for (const { row, whole, cells, category } of drafts) {
    const text = (column: Column): string | null => {
      const span = cells[column]?.[0];
      return span ? scan.view.slice(...span) || null : null;
    };
    const results = (cells.status ?? []).map((span) => ({ label: { start: span[0] }, text: span, after: true }));
    const responsible = {
      ...NOBODY,
      leader: text('leader'),
      department: text('department'),
      person: text('person'),
      deadline: text('deadline'),
    };
    const pieces = {
      whole,
      printed: cells.number?.[0] ?? null,
      heads: cells.finding ?? [],
      measures: cells.measures ?? [],
      results,
      responsible,
      reader: scan.results,
    };
    raw.set(row, { raw: assemble(scan.view, pieces), category });
    row.marker = { kind: 'table', ordinal: 0, textStart: row.line.start };
  }
  closeStretches(scan.rows, scan.view.length);
  return { units: { evidence: 'TABLE', level: 'table', rows: new Set(raw.keys()) }, raw };
}

/** Reads one line of cells; returns the aspect that holds for it and the lines below. */
function readRow(
  scan: Scan,
  { row, cells, end }: Cells,
  columns: readonly Column[],
  category: string | null,
  drafts: Draft[],
): string | null {
  const filled = cells.filter(([a, b]) => b > a);
  const read: Draft['cells'] = {};
  for (const [i, column] of columns.entries()) {
    const span = cells[i];
    if (span && span[1] > span[0]) read[column] = [...(read[column] ?? []), span];
  }
  if (filled.length === 1 && !read.measures && !read.finding)
    return scan.view.slice(row.marker?.textStart ?? row.line.start, row.line.end);
  const named = read.category?.[0];
  const current = named ? scan.view.slice(...named) : category;
  const last = drafts.at(-1);
  if (read.finding) drafts.push({ row, whole: [row.line.start, end], cells: read, category: current });
  else if (last) {
    last.whole[1] = end;
    for (const column of columns)
      if (column !== 'number' && read[column])
        last.cells[column] = [...(last.cells[column] ?? []), ...(read[column] as Span[])];
  }
  return current;
}

/** Cells of a line, empty ones in front included. */
function cellsOf(view: string, row: Row): Span[] {
  const from = view.lastIndexOf('\n', row.line.start - 1) + 1;
  const stop = view.indexOf('\n', row.line.end);
  const to = stop < 0 ? view.length : stop;
  const cells: Span[] = [];
  let at = from;
  for (let i = from; i <= to; i += 1) {
    if (i < to && view[i] !== '\t') continue;
    const { start, end } = trimRange(view, at, i);
    cells.push([start, end]);
    at = i + 1;
  }
  return cells;
}

/** The columns, when the line names at least the finding and one more, and every cell is a short head, none a number. */
function columnsOf(view: string, cells: readonly Span[]): Column[] | null {
  if (cells.some(([a, b]) => b - a > LONGEST_HEAD || NUMBER_CELL.test(view.slice(a, b)))) return null;
  const columns = cells.map((span) => columnOf(plain(view.slice(...span))));
  const known = columns.filter((column) => (column as string) !== '');
  return known.includes('finding') && known.length >= 2 ? columns : null;
}

/** What a line of its own heads in a table whose cells stand below each other. */
function headKind(view: string, [start, end]: Span): 'number' | 'other' | null {
  if (end - start > LONGEST_HEAD || view.slice(start, end).includes('\t')) return null;
  const column = columnOf(plain(view.slice(start, end))) as string;
  return column === '' ? null : column === 'number' ? 'number' : 'other';
}

const LONGEST_HEAD = 20;
const KINDS = Object.keys(TABLE_HEADS) as Column[];

/** '' for a cell that heads no known column. */
function columnOf(head: string): Column {
  const exact = KINDS.find((kind) => (TABLE_HEADS[kind] as readonly string[]).includes(head));
  if (exact) return exact;
  const hint =
    head.length <= 14 && !/[,。;:\d]/u.test(head)
      ? TABLE_HEAD_HINTS.find(({ words }) => words.some((word) => head.includes(word)))
      : undefined;
  return (hint?.column ?? '') as Column;
}
