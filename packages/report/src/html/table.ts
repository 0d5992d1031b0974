import { isElement, within } from './tree.ts';
import type { Element } from './tree.ts';

const MOST_SPAN = 64;
/** A cell with more lines than this holds an article: the table only lays out the page. */
const LONGEST_CELL = 25;
/** Wider than this is nothing that anybody reads. */
const MOST_COLUMNS = 200;

/**
 * The rows of a table of data, cells joined by tabs, lines of a cell by vertical tabs; a cell over several rows is not repeated.
 * null for a table that only lays out the page.
 */
export function tableRows(table: Element, lines: (node: Element) => string[]): string[] | null {
  if (within(table, 'table').length > 0) return null;
  const rows = within(table, 'tr').map((row) => row.children.filter((cell) => isElement(cell)).filter(isCell));
  const most = Math.max(0, ...rows.map((cells) => cells.length));
  if (most < 2 || most > MOST_COLUMNS) return null;
  if (rows.some((cells) => cells.some((cell) => within(cell, 'p').length + within(cell, 'br').length > LONGEST_CELL)))
    return null;
  /** Columns that a cell further up still fills, with the rows left. */
  const filled: number[] = [];
  return rows.map((cells) => {
    const line: string[] = [];
    for (const cell of cells) {
      skipFilled(filled, line);
      const [across, down] = [span(cell, 'colspan'), span(cell, 'rowspan')];
      for (let i = 0; i < across; i += 1) filled[line.length + i] = down - 1;
      line.push(lines(cell).join('\v').replace(/\t/gu, ' '), ...Array.from({ length: across - 1 }, () => ''));
    }
    skipFilled(filled, line);
    return line.join('\t');
  }).filter((line) => line.trim() !== ''); // prettier-ignore
}

function skipFilled(filled: number[], line: string[]): void {
  for (let left = filled[line.length] ?? 0; left > 0; left = filled[line.length] ?? 0) {
    filled[line.length] = left - 1;
    line.push('');
  }
}

const isCell = ({ tag }: Element): boolean => tag === 'td' || tag === 'th';

const span = (cell: Element, name: string): number =>
  Math.min(MOST_SPAN, Math.max(1, Number(cell.attributes[name]) || 1));
