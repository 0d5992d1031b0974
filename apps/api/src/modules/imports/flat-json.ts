const MOST_DEPTH = 8;
const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENS: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSES: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Throws where a JSON text nests deeper than any request does: taking millions of brackets apart fills the memory. */
export function demandFlat(body: Uint8Array): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < body.length; at += 1) {
    const sign = body[at] as number;
    if (quoted) {
      if (sign === BACKSLASH) at += 1;
      else if (sign === QUOTE) quoted = false;
    } else if (sign === QUOTE) quoted = true;
    else if (OPENS.has(sign)) {
      depth += 1;
      if (depth > MOST_DEPTH) throw new RangeError('the JSON is nested too deeply');
    } else if (CLOSES.has(sign)) depth -= 1;
  }
}
