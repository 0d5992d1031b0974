/**
 * The view that all matching works on: NFKC for every character whose normal form has the same length, so offsets in
 * the view are offsets in the source. Straight quotes become pairs “ ”, invisible characters become spaces.
 */
export function viewOf(source: string): string {
  let view = '';
  for (let i = 0; i < source.length; i += 1) {
    const unit = source[i] as string;
    view += unit < '\u0080' ? unit : narrow(unit);
  }
  return pairStraightQuotes(withoutMarkup(view));
}

const KEEP = /[①-⑳⑴-⒇⒈-⒛]/u;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/u;

function narrow(unit: string): string {
  if (KEEP.test(unit)) return unit;
  if (INVISIBLE.test(unit)) return ' ';
  if (unit === '﹒' || unit === '．') return '.';
  const form = unit.normalize('NFKC');
  return form.length === 1 ? form : unit;
}

/** Markdown signs become blanks, cells of its tables tabs: headings, bold, lists and quotations read as plain lines. */
function withoutMarkup(view: string): string {
  const blank = (sign: string): string => ' '.repeat(sign.length);
  return view
    .replace(/^[ \t]*(?:#{1,6}(?=[ \t])|[-*+>](?=[ \t]))/gmu, blank)
    .replace(/\*\*|__/gu, blank)
    .replace(/^[ \t]*\|.*\|[ \t]*$/gmu, (line) => line.replace(/\|/gu, '\t'));
}

/** Straight double quotes alternate between opening and closing within a line with an even number of them. */
function pairStraightQuotes(view: string): string {
  if (!view.includes('"')) return view;
  return view
    .split('\n')
    .map((line) => {
      const count = line.split('"').length - 1;
      if (count === 0 || count % 2 === 1) return line;
      let open = false;
      return line.replace(/"/gu, () => {
        open = !open;
        return open ? '“' : '”';
      });
    })
    .join('\n');
}

/** NFKC text without white space, with the misprint 己 read as 已: for comparing words, never for storing. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').replace(/己/gu, '已');
}

export interface Line {
  start: number;
  end: number;
}

/** Lines without surrounding white space; empty ones are left out. */
export function linesOf(view: string, from = 0, to = view.length): Line[] {
  const lines: Line[] = [];
  let at = from;
  while (at < to) {
    let stop = view.indexOf('\n', at);
    if (stop < 0 || stop > to) stop = to;
    const line = trimRange(view, at, stop);
    if (line.end > line.start) lines.push(line);
    at = stop + 1;
  }
  return lines;
}

const SPACE = /\s/u;

/** The range without white space at its ends. */
export function trimRange(view: string, start: number, end: number): Line {
  while (start < end && SPACE.test(view[start] as string)) start += 1;
  while (end > start && SPACE.test(view[end - 1] as string)) end -= 1;
  return { start, end };
}

/** Quote depth at every offset of the range: characters inside “ ”, 《 》 or ‘ ’ have a depth above zero. */
export function depths(view: string, start: number, end: number): Uint8Array {
  const result = new Uint8Array(end - start + 1);
  let depth = 0;
  for (let i = start; i < end; i += 1) {
    const c = view[i] as string;
    if (c === '\n') depth = 0;
    if ('”》’〉'.includes(c) && depth > 0) depth -= 1;
    result[i - start] = depth;
    if ('“《‘〈'.includes(c)) depth += 1;
  }
  return result;
}

/** Sentences of a range: cut after 。;!? and at line ends, never inside quotes or titles. */
export function sentencesOf(view: string, start: number, end: number, stops = '。;!?'): Line[] {
  const depth = depths(view, start, end);
  const result: Line[] = [];
  let from = start;
  const push = (to: number): void => {
    const line = trimRange(view, from, to);
    if (line.end > line.start) result.push(line);
    from = to;
  };
  for (let i = start; i < end; i += 1) {
    const c = view[i] as string;
    if (c === '\n' || c === '\v' || (stops.includes(c) && depth[i - start] === 0 && !insideNumber(view, i)))
      push(i + 1);
  }
  push(end);
  return result;
}

/** The comma of 32,980 and the colon of 8:30 end nothing. */
const insideNumber = (view: string, i: number): boolean =>
  (view[i] === ',' || view[i] === ':') && /\d/u.test(view[i - 1] ?? '') && /\d/u.test(view[i + 1] ?? '');

/** Escapes a word for a regular expression. */
export const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** A regular expression source that matches any of the words, longest first. */
export const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|');

const CN_DIGITS = '〇一二三四五六七八九';
/** The value of a number in digits or Chinese numerals up to 99, or of a year such as 二〇二三; NaN otherwise. */
export function numberOf(word: string): number {
  const text = word.normalize('NFKC').replace(/[零○O]/gu, '〇');
  if (/^\d+$/u.test(text)) return Number(text);
  if (/^[〇一二三四五六七八九]+$/u.test(text)) return Number([...text].map((c) => CN_DIGITS.indexOf(c)).join(''));
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/u.exec(text);
  if (!tens) return NaN;
  return (tens[1] ? CN_DIGITS.indexOf(tens[1]) : 1) * 10 + (tens[2] ? CN_DIGITS.indexOf(tens[2]) : 0);
}
