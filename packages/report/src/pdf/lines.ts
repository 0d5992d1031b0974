import type { Fragment } from './fragments.ts';

/** One line of text as it stands on the page. */
export type TextLine = Fragment;

/** Fragments on the same height, from top to bottom, each line from left to right. */
export function linesIn(fragments: readonly Fragment[]): TextLine[] {
  const lines: Fragment[][] = [];
  for (const one of fragments.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (first && one.baseline - first.baseline <= 0.35 * Math.max(first.size, one.size)) line.push(one);
    else lines.push([one]);
  }
  return lines.map((line) => joined(line.toSorted((a, b) => a.left - b.left)));
}

function joined(line: readonly Fragment[]): TextLine {
  const [first] = line as [Fragment];
  let text = '';
  let right = first.left;
  for (const one of line) {
    if (text !== '' && isSpace(text, one, one.left - right)) text += ' ';
    text += one.text;
    right = Math.max(right, one.right);
  }
  const size = Math.max(...line.map((one) => one.size));
  return { text: text.trim(), left: first.left, right, baseline: first.baseline, size };
}

/** Justified Chinese is stretched between its characters: only a gap of a whole character, or one beside letters, is a space. */
function isSpace(before: string, next: Fragment, gap: number): boolean {
  const latin = /[\w.,;:!?)]$/u.test(before) && /^[\w(]/u.test(next.text);
  return gap > (latin ? 0.18 : 0.9) * next.size;
}

const LATIN = /[A-Za-z]$/u;

/** The two halves of a wrapped line: Chinese joins without anything between, two Latin words with a space. */
export const wrapped = (before: string, next: string): string =>
  LATIN.test(before) && /^[A-Za-z]/u.test(next) ? `${before} ${next}` : before + next;

/** What cannot be broken at the end of a line: a number or a Latin word with the signs around it, else one character. */
const UNBROKEN =
  /^(?:[（(“‘《〈【[]*[A-Za-z0-9.,%‰:/@_()-]+|[（(“‘《〈【[]*.)[）)”’》〉】\],，。、；;：:！？%]*(?:[“‘]+.[）)”’》〉】\],，。、；;：:！？%]*)*/u;

/** In characters: letters and digits are half as wide. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign < '\u0100' ? 0.55 : 1), 0);

/** How many characters wide what begins a line is, if it cannot be broken: less room than this ends the line before. */
export const unbroken = (text: string): number => widthOf(UNBROKEN.exec(text)?.[0] ?? '');
