const LINE_POINTS = 13.5;
const PADDING_POINTS = 6;
const MIN_POINTS = 24;
/** The highest row a spreadsheet can show. */
const MAX_POINTS = 409;

/** How many lines a text takes in a column of that many half-width characters. */
export function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    for (const character of paragraph) used += character.charCodeAt(0) > 0xff ? 2 : 1;
    lines += Math.max(1, Math.ceil(used / Math.max(2, width - 1)));
  }
  return lines;
}

/**
 * Heights of a finding's rows in points, since a spreadsheet does not fit merged cells by itself: each row as high as
 * its own texts need, and all together at least as high as the merged texts need.
 */
export function rowHeights(rowLines: readonly number[], mergedLines: number): number[] {
  const own = rowLines.map((lines) => Math.max(MIN_POINTS, lines * LINE_POINTS + PADDING_POINTS));
  const total = own.reduce((sum, height) => sum + height, 0);
  const missing = Math.max(0, mergedLines * LINE_POINTS + PADDING_POINTS - total) / own.length;
  return own.map((height) => Math.min(MAX_POINTS, Math.round((height + missing) * 2) / 2));
}
