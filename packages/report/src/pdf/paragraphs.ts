import { unbroken, wrapped } from './lines.ts';
import type { PageTable } from './cells.ts';
import type { TextLine } from './lines.ts';
import type { SetAside } from '../set-aside.ts';

/** One page without its furniture. */
export interface PageContent {
  number: number;
  width: number;
  lines: TextLine[];
  tables: PageTable[];
}

interface Column {
  left: number;
  right: number;
  /** Paragraphs begin two characters further in: then only that begins one. */
  indented: boolean;
  /** Size of the text; a title is larger. */
  size: number;
}

/**
 * Lines become paragraphs: a line goes on where the one before fills the column and this one is not indented, over page
 * ends too. Tables stand as one line per row; the head that a table repeats on a new page is set aside.
 */
export function textOfPages(pages: readonly PageContent[], setAside: SetAside[]): string {
  const column = columnOf(pages.flatMap(({ lines }) => lines), Math.max(...pages.map(({ width }) => width), 0)); // prettier-ignore
  const out: string[] = [];
  let before: TextLine | null = null;
  let table: PageTable | null = null;
  for (const page of pages) {
    for (const part of inOrder(page)) {
      if ('rows' in part) {
        const [head] = part.rows;
        const repeats: boolean = table !== null && before === null && head === table.rows[0];
        if (repeats) setAside.push({ kind: 'PAGE_FURNITURE', text: (head as string).replace(/\t/gu, ' '), page: page.number }); // prettier-ignore
        out.push(...part.rows.slice(repeats ? 1 : 0));
        table = repeats ? table : part;
        before = null;
        continue;
      }
      if (before && goesOn(before, part, column)) out.push(wrapped(out.pop() as string, part.text));
      else out.push(part.text);
      before = part;
    }
  }
  return out.join('\n');
}

function inOrder({ lines, tables }: PageContent): (TextLine | PageTable)[] {
  const height = (part: TextLine | PageTable): number => ('rows' in part ? part.top : part.baseline);
  return [...lines, ...tables].sort((a, b) => height(a) - height(b));
}

/** Where the text column of pages of that width begins and ends: the outermost places at which several lines do. */
function columnOf(lines: readonly TextLine[], width: number): Column {
  const common = (values: readonly number[], pick: (...all: number[]) => number): number => {
    const counts = new Map<number, number>();
    for (const value of values) {
      const place = Math.round(value / 4);
      for (const near of [place - 1, place, place + 1]) counts.set(near, (counts.get(near) ?? 0) + 1);
    }
    const least = Math.min(Math.max(2, values.length * 0.08), Math.max(...counts.values()));
    return 4 * pick(...[...counts].flatMap(([place, count]) => (count >= least ? [place] : [])));
  };
  if (lines.length === 0) return { left: 0, right: 0, indented: false, size: 0 };
  const left = common(lines.map((line) => line.left), Math.min); // prettier-ignore
  const inside = lines.filter((line) => Math.abs(line.left - left - 2 * line.size) < 0.6 * line.size);
  const longest = common(lines.map((line) => line.right), Math.max); // prettier-ignore
  const sizes = lines.map((line) => line.size).sort((a, b) => a - b);
  const size = sizes[Math.floor(sizes.length / 2)] as number;
  // Where hardly a line reaches the longest, no line may be full: then the right margin is as wide as the left one.
  const full = lines.filter((line) => longest - line.right < 2.2 * size).length >= Math.max(4, 0.25 * lines.length);
  const right = full ? longest : Math.max(longest, width - left);
  return { left, right, size, indented: inside.length >= 0.1 * lines.length };
}

/** A head of its own line never goes on into 1. or （一）, however full it is. */
const OPENS = /^(?:[（(]?[一二三四五六七八九十]{1,3}[、）)]|\d{1,3}[.．、](?!\d)|[（(]\d{1,2}[）)])/u;

function goesOn(before: TextLine, line: TextLine, column: Column): boolean {
  if (Math.abs(before.size - line.size) > 0.15 * line.size) return false;
  const needed = Math.max(2.2, unbroken(line.text) + 0.7) * line.size;
  if (before.right < column.right - needed) return false;
  if (!column.indented && OPENS.test(line.text) && /[。；：.;:]["”’」]?$/u.test(before.text)) return false;
  return line.left < column.left + 1.2 * line.size || centred(line, column);
}

/** The second line of a title: as far from the left as from the right. */
const centred = (line: TextLine, column: Column): boolean =>
  Math.abs(line.left - column.left - (column.right - line.right)) < 1.5 * line.size && line.size > 1.1 * column.size;
