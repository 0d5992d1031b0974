/** One line of a written table: the words of its cells under the words of its header. */
export type Line = Readonly<Record<string, string>>;

/**
 * Reads a table that people write and review: cells between bars, the header first; empty lines and lines that begin
 * with `#` or consist of dashes are for the reader. A line with too few or too many cells is an error, never a guess.
 */
export function readTable(text: string): Line[] {
  const rows = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !/^[-|\s]+$/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const [header, ...lines] = rows;
  if (header === undefined) throw new Error('a table needs a header');
  return lines.map((cells) => {
    if (cells.length !== header.length) throw new Error(`"${cells.join(' | ')}" does not have ${header.length} cells`);
    return Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));
  });
}

/** One cell of a line; a column that the table does not have is an error. */
export function cell(line: Line, column: string): string {
  const words = line[column];
  if (words === undefined) throw new Error(`the table has no column ${column}`);
  return words;
}

/** The words of a cell, separated by blanks; `-` says that there is none. */
export const words = (text: string): string[] => (text === '-' ? [] : text.split(/\s+/));
