import { keepable } from '@closeout/domain';
import { DocumentError } from '../errors.ts';
import type { CellRange } from './address.ts';
import type { Cell, SheetGrid } from './sheet.ts';

const MAX_COLUMNS = 200;
const MAX_SPANS = 1_000_000;

/** A cell as printed: a merged cell shows its first cell's content everywhere it reaches. */
export interface PrintedCell {
  cell: Cell | null;
  /** Row and column of the cell that holds the content; several rows of one merged cell share it. */
  row: number;
  column: number;
  bottom: number;
  right: number;
}

/** Looks cells up as printed. */
export interface MergedGrid {
  grid: SheetGrid;
  at(row: number, column: number): PrintedCell;
}

/** Indexes the merges of a sheet by column (never by cell: a merge over a million rows costs nothing). */
export function mergedGrid(grid: SheetGrid): MergedGrid {
  // What XML cannot hold may stand in a cell by an escape; whoever reads a sheet as a table gets text that can be kept.
  for (const cells of grid.rows.values()) for (const cell of cells.values()) cell.text = keepable(cell.text);
  const byColumn = new Map<number, CellRange[]>();
  let spans = 0;
  for (const range of grid.merges) {
    for (let column = range.left; column <= Math.min(range.right, MAX_COLUMNS); column++) {
      if (++spans > MAX_SPANS) throw new DocumentError('TOO_MUCH_TEXT');
      const list = byColumn.get(column);
      if (list === undefined) byColumn.set(column, [range]);
      else list.push(range);
    }
  }
  for (const list of byColumn.values()) list.sort((a, b) => a.top - b.top);
  return {
    grid,
    at: (row, column) => {
      const range = findRange(byColumn.get(column) ?? [], row);
      const { top, left, bottom, right } = range ?? { top: row, left: column, bottom: row, right: column };
      return { cell: grid.rows.get(top)?.get(left) ?? null, row: top, column: left, bottom, right };
    },
  };
}

function findRange(ranges: CellRange[], row: number): CellRange | null {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle] as CellRange;
    if (row < range.top) high = middle - 1;
    else if (row > range.bottom) low = middle + 1;
    else return range;
  }
  return null;
}
