import { closingRow } from './closing.ts';
import type { Row, Scan } from './rows.ts';
import type { Span } from './types.ts';

/** One row of a table whose cells stand below each other. */
export interface Stacked {
  row: Row;
  cells: Span[];
  end: number;
  /** How many lines of the report the row took. */
  lines: number;
}

const LEAST_COLUMNS = 3;
const SAYS_NUMBER = /^\d{1,3}$/u;

/**
 * A table that lost its tabs: its column heads, and then its cells, each on a line of its own. The rows from `at` on, the
 * heads first; a row begins at the number that follows the one before, and lines too many belong to its longest column.
 * null where no such table begins.
 */
export function stackedTable(
  scan: Scan,
  at: number,
  isHead: (span: Span) => 'number' | 'other' | null,
): Stacked[] | null {
  const span = (row: Row): Span => [row.line.start, row.line.end];
  const first = scan.rows[at];
  if (!first || isHead(span(first)) !== 'number') return null;
  const rows = scan.rows.slice(at);
  const beyond = rows.findIndex((row) => isHead(span(row)) === null);
  const width = beyond < 0 ? rows.length : beyond;
  if (width < LEAST_COLUMNS) return null;
  const isNumber = (row: Row, wanted: number): boolean => {
    const text = scan.view.slice(...span(row));
    return SAYS_NUMBER.test(text) && Number(text) === wanted;
  };
  const stacked = [stack(rows.slice(0, width), width)];
  let from = width;
  for (let n = 1; rows[from] && isNumber(rows[from] as Row, n); n += 1) {
    const length = rows
      .slice(from + 1)
      .findIndex((row) => isNumber(row, n + 1) || row.marker?.kind === 'part' || isEnd(scan, row));
    const piece = rows.slice(from, length < 0 ? rows.length : from + 1 + length);
    if (piece.length < 2) break;
    stacked.push(stack(piece, width));
    from += piece.length;
  }
  return stacked.length > 1 ? stacked : null;
}

function isEnd(scan: Scan, row: Row): boolean {
  const kind = closingRow(scan.view, row);
  return kind !== null && kind !== 'signature';
}

function stack(rows: readonly Row[], width: number): Stacked {
  const spans = rows.map((row): Span => [row.line.start, row.line.end]);
  const extra = Math.max(0, spans.length - width);
  // The measures are the column that has several paragraphs: the longest stretch of lines in a row.
  const cells = extra === 0 ? spans : joined(spans, extra);
  const first = rows[0] as Row;
  return { row: first, cells, end: (rows.at(-1) as Row).line.end, lines: rows.length };
}

function joined(spans: readonly Span[], extra: number): Span[] {
  const length = (i: number): number => (spans[i + extra] as Span)[1] - (spans[i] as Span)[0];
  const places = spans.slice(2, spans.length - extra).map((_, i) => i + 2);
  const best = places.sort((a, b) => length(b) - length(a))[0] ?? 1;
  return [
    ...spans.slice(0, best),
    [(spans[best] as Span)[0], (spans[best + extra] as Span)[1]],
    ...spans.slice(best + extra + 1),
  ];
}
