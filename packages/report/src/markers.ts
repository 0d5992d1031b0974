import { PROBLEM_PREFIXES } from './lexicon.ts';
import { anyOf, numberOf } from './text.ts';
import type { Line } from './text.ts';
import type { MarkerKind } from './types.ts';

/** A number at the start of a line. */
export interface Marker {
  kind: MarkerKind;
  ordinal: number;
  /** Where the number ends and the text begins. */
  textStart: number;
}

/** Depth of a kind of number: a heading closes everything as deep or deeper. */
export const DEPTH: Readonly<Record<MarkerKind, number>> = {
  body: 0,
  part: 1,
  cnParen: 2,
  num: 3,
  problem: 3,
  table: 3,
  label: 4,
  numParen: 4,
  circled: 5,
};

const CN = '[一二三四五六七八九十]{1,3}';
const FORMS: readonly { kind: MarkerKind; form: RegExp }[] = [
  {
    kind: 'problem',
    form: new RegExp(`【?(?:${anyOf(PROBLEM_PREFIXES)})?问题\\s*(\\d{1,3}|${CN})\\s*(?:】[:.、]?|[:.、])\\s*`, 'uy'),
  },
  { kind: 'part', form: new RegExp(`第(${CN})部分[、:.]?\\s*`, 'uy') },
  { kind: 'part', form: new RegExp(`(${CN})\\s*[、.]\\s*`, 'uy') },
  { kind: 'cnParen', form: new RegExp(`[(〔]\\s*(${CN})\\s*[)〕]\\s*[、.]?`, 'uy') },
  { kind: 'numParen', form: /[(]\s*(\d{1,3})\s*[)]\s*[、.]?/uy },
  { kind: 'numParen', form: /(\d{1,3})\s*[)]\s*/uy },
  { kind: 'num', form: /(\d{1,3})\s*[、]\s*/uy },
];
const DOTTED = /(\d{1,3})\s*[.]\s*/uy;
const DECIMAL = /\d{1,3}[.]\d+\s*(?:万|亿|元|%|‰|倍|公里|千米|米|吨|亩|个百分点|平方|年版|公斤)/uy;
const YEAR = /(?:19|20)\d{2}(?!\d)/uy;
const CIRCLED = ['①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛', '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'] as const;
const CIRCLED_KINDS: readonly MarkerKind[] = ['circled', 'num', 'numParen'];

/**
 * The number that starts a line, if any. `previous` is the last plain number seen: `3.3个` is number 3 and `3个` only
 * when 2 came before, `3.5万元` never is a number.
 */
export function markerOf(view: string, line: Line, previous: number): Marker | null {
  for (const { kind, form } of FORMS) {
    form.lastIndex = line.start;
    const hit = form.exec(view);
    if (hit && form.lastIndex <= line.end)
      return { kind, ordinal: numberOf(hit[1] as string), textStart: form.lastIndex };
  }
  for (const [i, set] of CIRCLED.entries()) {
    const at = set.indexOf(view[line.start] as string);
    if (at >= 0) return { kind: CIRCLED_KINDS[i] as MarkerKind, ordinal: at + 1, textStart: line.start + 1 };
  }
  return dottedMarker(view, line, previous);
}

function dottedMarker(view: string, line: Line, previous: number): Marker | null {
  DOTTED.lastIndex = line.start;
  const hit = DOTTED.exec(view);
  if (!hit || DOTTED.lastIndex > line.end) return null;
  const textStart = DOTTED.lastIndex;
  const marker: Marker = { kind: 'num', ordinal: Number(hit[1]), textStart };
  if (!/\d/u.test(view[textStart] ?? '')) return marker;
  YEAR.lastIndex = textStart;
  if (YEAR.test(view)) return marker;
  DECIMAL.lastIndex = line.start;
  if (DECIMAL.test(view)) return null;
  return marker.ordinal === 1 || marker.ordinal === previous + 1 ? marker : null;
}
