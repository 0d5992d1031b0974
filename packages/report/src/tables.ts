import { TABLE_HEADS } from './lexicon.ts';
import { NOBODY, assemble } from './findings.ts';
import { closeStretches } from './rows.ts';
import { plain, trimRange } from './text.ts';
import type { Span } from './types.ts';
import type { RawFinding } from './findings.ts';
import type { Row, Scan } from './rows.ts';
import type { Units } from './profile.ts';

type Column = keyof typeof TABLE_HEADS;
interface Cells {
  row: Row;
  cells: Span[];
}
interface TableReport {
  units: Units;
  raw: Map<Row, { raw: RawFinding; category: string | null }>;
}
interface Draft {
  row: Row;
  whole: Span;
  cells: Partial<Record<Column, Span[]>>;
  category: string | null;
}

/**
 * Findings printed as a table: lines of cells with tabs between, below a line of known column heads. A row without a
 * finding continues the one above it (merged cells); a row with one filled cell is a heading.
 */
export function parseTables(scan: Scan): TableReport | null {
  const drafts: Draft[] = [];
  let columns: Column[] | null = null;
  let category: string | null = null;
  for (const line of scan.rows) {
    const found: Cells = { row: line, cells: cellsOf(scan.view, line) };
    if (found.cells.length < 2) {
      if (columns && drafts.length > 0 && !line.marker) columns = null;
      else if (columns) category = scan.view.slice(line.marker?.textStart ?? line.line.start, line.line.end);
      continue;
    }
    const head = columnsOf(scan.view, found.cells);
    if (found.cells.every(([a, b]) => /^:?-*:?$/u.test(scan.view.slice(a, b)))) continue;
    if (head) columns = head;
    else if (columns) category = readRow(scan, found, columns, category, drafts);
  }
  if (drafts.length === 0) return null;
  return finish(scan, drafts);
}

function finish(scan: Scan, drafts: readonly Draft[]): TableReport {
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
  { row, cells }: Cells,
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
  if (read.finding) drafts.push({ row, whole: [row.line.start, row.line.end], cells: read, category: current });
  else if (last) {
    last.whole[1] = row.line.end;
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

/** The columns, when the line names at least the finding and one more. */
function columnsOf(view: string, cells: readonly Span[]): Column[] | null {
  const kinds = Object.keys(TABLE_HEADS) as Column[];
  const columns = cells.map(
    (span) =>
      kinds.find((kind) => (TABLE_HEADS[kind] as readonly string[]).includes(plain(view.slice(...span)))) ??
      ('' as Column),
  );
  const known = columns.filter((column) => (column as string) !== '');
  return known.includes('finding') && known.length >= 2 ? columns : null;
}
