/** Column number (1 = A) to letters, as the spreadsheet program shows them. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `C7` to { column: 3, row: 7 }; null when it is no cell address of a real sheet (16,384 columns, 1,048,576 rows). */
export function parseAddress(address: string): { column: number; row: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  if (match === null) return null;
  const column = [...(match[1] as string)].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(match[2]);
  return column <= 16_384 && row <= 1_048_576 ? { column, row } : null;
}

/** A rectangle of cells, all bounds included. */
export interface CellRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** `B5:C8` to a range; a single address is a range of one cell; null when malformed. */
export function parseRange(reference: string): CellRange | null {
  const [first = '', second = first] = reference.split(':');
  const from = parseAddress(first);
  const to = parseAddress(second);
  if (from === null || to === null || to.row < from.row || to.column < from.column) return null;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
