const LINE_END = 10;

/** The complete lines of some bytes, and where the rest begins. */
export function linesOf(bytes: Buffer): { lines: Buffer[]; rest: number } {
  const lines: Buffer[] = [];
  let rest = 0;
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, rest)) {
    lines.push(bytes.subarray(rest, end));
    rest = end + 1;
  }
  return { lines, rest };
}
