import { linesIn, unbroken, wrapped } from './lines.ts';
import type { TextLine } from './lines.ts';
import type { Fragment, Rule, Rules } from './fragments.ts';

interface Cell {
  left: number;
  right: number;
  top: number;
  bottom: number;
  fragments: Fragment[];
}

/** A table of one page: its rows as lines with tabs between the cells, and where it stands. */
export interface PageTable {
  top: number;
  bottom: number;
  columns: number[];
  rows: string[];
}

/** Coordinates this close are one line of the table. */
const NEAR = 3;

/** What stands between four drawn lines becomes cells of tables; `outside` is everything else. */
export function tablesOf(
  fragments: readonly Fragment[],
  rules: Rules,
  pageArea: number,
): { tables: PageTable[]; outside: Fragment[] } {
  const outside: Fragment[] = [];
  const cells = new Map<string, Cell>();
  for (const one of fragments) {
    const box = boxAround(one, rules);
    if (!box || (box.right - box.left) * (box.bottom - box.top) > 0.6 * pageArea) {
      outside.push(one);
      continue;
    }
    const key = [box.left, box.right, box.top, box.bottom].map((value) => Math.round(value / NEAR)).join();
    const cell = cells.get(key) ?? { ...box, fragments: [] };
    cell.fragments.push(one);
    cells.set(key, cell);
  }
  const blocks = blocksOf([...cells.values()]);
  // One box alone is a frame around text, not a table.
  for (const block of blocks.filter((block) => block.length < 2))
    outside.push(...block.flatMap((cell) => cell.fragments));
  return { tables: blocks.filter((block) => block.length > 1).map(tableOf), outside };
}

function boxAround(one: Fragment, { horizontal, vertical }: Rules): Omit<Cell, 'fragments'> | null {
  const x = one.left + Math.min(2, (one.right - one.left) / 2);
  const y = one.baseline - 0.3 * one.size;
  const covers = (rule: Rule, value: number): boolean => rule.from - 1 <= value && value <= rule.to + 1;
  let [left, right, top, bottom] = [-Infinity, Infinity, -Infinity, Infinity];
  for (const rule of horizontal) {
    if (!covers(rule, x)) continue;
    if (rule.at < y) top = Math.max(top, rule.at);
    else bottom = Math.min(bottom, rule.at);
  }
  for (const rule of vertical) {
    if (!covers(rule, y)) continue;
    if (rule.at <= x) left = Math.max(left, rule.at);
    else right = Math.min(right, rule.at);
  }
  return [left, right, top, bottom].every(Number.isFinite) ? { left, right, top, bottom } : null;
}

/** Cells that touch from row to row are one table. */
function blocksOf(cells: readonly Cell[]): Cell[][] {
  const blocks: Cell[][] = [];
  let bottom = -Infinity;
  for (const cell of cells.toSorted((a, b) => a.top - b.top)) {
    const block = blocks.at(-1);
    if (block && cell.top <= bottom + NEAR) block.push(cell);
    else blocks.push([cell]);
    bottom = Math.max(block && cell.top <= bottom + NEAR ? bottom : -Infinity, cell.bottom);
  }
  return blocks;
}

function tableOf(cells: readonly Cell[]): PageTable {
  const columns = clusters(cells.map(({ left }) => left));
  const tops = clusters(cells.map(({ top }) => top));
  const rows = tops.map((top) =>
    columns
      .map((left) => cells.find((cell) => Math.abs(cell.top - top) <= NEAR && Math.abs(cell.left - left) <= NEAR))
      .map((cell) => (cell ? cellText(cell) : ''))
      .join('\t'),
  );
  return { top: Math.min(...tops), bottom: Math.max(...cells.map((cell) => cell.bottom)), columns, rows };
}

function clusters(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of values.toSorted((a, b) => a - b))
    if (found.length === 0 || value - (found.at(-1) as number) > NEAR) found.push(value);
  return found;
}

/** Between the text of a cell and its rule. */
const PADDING = 4;

/** Wrapped lines of a cell are one paragraph; a line that ends early ends the paragraph, marked by a vertical tab. */
function cellText({ fragments, right }: Cell): string {
  let text = '';
  let before: TextLine | null = null;
  for (const line of linesIn(fragments)) {
    const words = line.text.replace(/\t/gu, ' ');
    const needed = Math.max(1, unbroken(words)) * line.size;
    if (before === null) text = words;
    else text = before.right + needed > right - PADDING ? wrapped(text, words) : `${text}\v${words}`;
    before = line;
  }
  return text;
}
