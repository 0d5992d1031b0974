import { LABELS } from './lexicon.ts';
import { anyOf, linesOf } from './text.ts';
import type { Line } from './text.ts';
import type { ResultReader } from './status.ts';
import type { LabelKind } from './types.ts';

/** A label in the text: 整改情况:, 【整改成效】, or a line that holds nothing else. */
export interface Label {
  kind: LabelKind;
  word: string;
  start: number;
  /** Where its content begins. */
  textStart: number;
}

export type LabelTable = Record<LabelKind, string[]>;
const KINDS = Object.keys(LABELS) as LabelKind[];

/** The table of the lexicon with the words that one report, or its reader, adds. */
export function labelTable(extra: Partial<Record<LabelKind, readonly string[]>> = {}): LabelTable {
  const taken = new Set(KINDS.flatMap((kind) => extra[kind] ?? []));
  const rows = KINDS.map((kind) => [
    kind,
    [...LABELS[kind].filter((word) => !taken.has(word)), ...(extra[kind] ?? [])],
  ]);
  return Object.fromEntries(rows) as LabelTable;
}

/** Finds labels with one table; `at` looks at one place, `inside` collects all of a stretch. */
export interface LabelFinder {
  at(view: string, line: Line): Label | null;
  inside(view: string, start: number, end: number): Label[];
}

export function labelFinder(table: LabelTable): LabelFinder {
  const kindOf = new Map(KINDS.flatMap((kind) => table[kind].map((word) => [word, kind] as const)));
  const words = anyOf([...kindOf.keys()]);
  const bracketed = new RegExp(`[【[<]\\s*(${words})\\s*[】\\]>]\\s*[:]?\\s*`, 'uy');
  const colon = new RegExp(`(${words})\\s*[:]\\s*`, 'uy');
  const bare = new RegExp(`(${words})[。]?\\s*(?=\\n|$)`, 'uy');
  const inline = new RegExp(`(?<=[。;!?”)】、.\\s])(?:[【[]\\s*(${words})\\s*[】\\]]\\s*:?|(${words})\\s*:)\\s*`, 'gu');
  const make = (word: string, start: number, textStart: number): Label => ({
    kind: kindOf.get(word) as LabelKind,
    word,
    start,
    textStart,
  });
  const at = (view: string, line: Line): Label | null => {
    for (const form of [bracketed, colon, bare]) {
      form.lastIndex = line.start;
      const hit = form.exec(view);
      if (!hit || (form === bare && (form.lastIndex < line.end || !startsLine(view, line.start)))) continue;
      const label = make(hit[1] as string, line.start, Math.min(form.lastIndex, Math.max(line.end, line.start)));
      return form === bare && label.kind === 'finding' ? null : label;
    }
    return null;
  };
  const inside = (view: string, start: number, end: number): Label[] => {
    const found = new Map<number, Label>();
    for (const line of linesOf(view, start, end)) {
      const label = at(view, line);
      if (label) found.set(label.start, label);
    }
    const stretch = view.slice(0, end);
    inline.lastIndex = start;
    for (let hit = inline.exec(stretch); hit; hit = inline.exec(stretch)) {
      const word = (hit[1] ?? hit[2]) as string;
      if (hit.index >= start && !found.has(hit.index))
        found.set(hit.index, make(word, hit.index, hit.index + hit[0].length));
    }
    const all = [...found.values()].map((label) => ({ ...label, start: beforeNumber(view, start, label.start) }));
    return all.sort((a, b) => a.start - b.start);
  };
  return { at, inside };
}

const NUMBER_BEFORE = /(?:^|\n)[^\S\n]*([(]?[\d一二三四五六七八九十]{1,3}[)、.]+\s*)$/u;

/** (2)整改措施: the number in front of a label belongs to the label. */
function beforeNumber(view: string, from: number, at: number): number {
  const number = NUMBER_BEFORE.exec(view.slice(Math.max(from, at - 12), at));
  return number ? at - (number[1] as string).length : at;
}

/** A bare 整改情况 is a label only as a line of its own; behind a number it is a heading. */
const startsLine = (view: string, at: number): boolean =>
  /(?:^|\n)[^\S\n]*$/u.test(view.slice(Math.max(0, at - 40), at));

const CANDIDATE = /^(?:[【[]\s*([\p{Script=Han}]{2,12})\s*[】\]]\s*:?|([\p{Script=Han}]{2,12})\s*:)\s*/u;

/**
 * Labels that the lexicon does not know but the report repeats: a short word and a colon that starts at least three
 * lines. What it opens is read off the contents: a result, or measures; anything else is left alone.
 */
export function unknownLabels(
  view: string,
  lines: readonly Line[],
  finder: LabelFinder,
  { statusOf }: ResultReader,
): Partial<Record<LabelKind, string[]>> {
  const seen = new Map<string, string[]>();
  for (const line of lines) {
    const hit = CANDIDATE.exec(view.slice(line.start, line.end));
    const word = hit?.[1] ?? hit?.[2];
    if (!hit || !word || finder.at(view, line)) continue;
    seen.set(word, [...(seen.get(word) ?? []), view.slice(line.start + hit[0].length, line.end)]);
  }
  const result: Partial<Record<LabelKind, string[]>> = {};
  for (const [word, contents] of seen) {
    if (contents.length < 3) continue;
    const share = (test: (content: string) => boolean): number => contents.filter(test).length / contents.length;
    if (share((c) => c.length <= 30 && statusOf(c) !== 'UNKNOWN') >= 0.6)
      result.status = [...(result.status ?? []), word];
    else if (share((c) => /^(?:一是|一方面|[(]1[)]|①|1[.、]|第一|首先)/u.test(c)) >= 0.3)
      result.measures = [...(result.measures ?? []), word];
  }
  return result;
}
