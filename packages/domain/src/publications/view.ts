const DASH = /[\u2010-\u2015\u2212\u00b7\u2022\u30fb\uff65~]/;
const BLANK = /[\s\u200b-\u200d\ufeff\u2060]/;

/**
 * The same text for searching, character for character as long as the original: full-width digits and letters are plain ones,
 * every kind of dash and dot is `-`, every blank (also one of no width) is a space. So a span found here is a span there.
 */
export function viewOf(text: string): string {
  return text.replace(/[\s\S]/g, (one) => {
    if (BLANK.test(one)) return ' ';
    if (DASH.test(one)) return '-';
    const plain = one.normalize('NFKC');
    return plain.length === 1 ? plain : one;
  });
}

/** One place in a text. */
export interface Found {
  start: number;
  end: number;
}

/** Up to two blanks or dashes that people write inside numbers. */
export const GAP = '[ -]{0,2}';

/** `count` digits with gaps between them. */
export const digits = (count: number): string => `\\d(?:${GAP}\\d){${count - 1}}`;

/** Every place where the pattern (sticky) matches from the first digit of a run on: overlapping attempts, so that a number beside another one is not swallowed by it. */
export function fromDigits(view: string, pattern: RegExp): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < view.length; at++) {
    if (!isDigit(view[at]) || isDigit(view[at - 1])) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(view);
    if (match !== null) found.push({ start: at, end: at + match[0].length });
  }
  return found;
}

const isDigit = (one: string | undefined): boolean => one !== undefined && one >= '0' && one <= '9';

/** Every match of a global pattern. */
export const allOf = (view: string, pattern: RegExp): Found[] =>
  [...view.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** The characters of a number without what stands between them. */
export const bare = (number: string): string => number.replace(/[ \-()]/g, '').toUpperCase();
