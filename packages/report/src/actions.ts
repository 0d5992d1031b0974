import { ENUMERATORS } from './lexicon.ts';
import { depths, linesOf, numberOf, trimRange } from './text.ts';
import { withoutStop } from './status.ts';
import type { Span } from './types.ts';

export interface ActionHit {
  /** Empty where the measure has no enumerator. */
  enumerator: Span;
  text: Span;
}
export interface ActionList {
  family: string | null;
  actions: ActionHit[];
  /** Ordinals that did not follow the one before. */
  gaps: number;
}

interface Mark {
  start: number;
  end: number;
  ordinal: number;
}
interface Family {
  name: string;
  form: RegExp;
  ordinal: (hit: RegExpExecArray) => number;
}

const listed = ENUMERATORS.map(({ name, items, after }): Family => ({
  name,
  form: new RegExp(
    `(${[...items].sort((a, b) => b.length - a.length).join('|')})${after ? `\\s*[${after}]` : ''}\\s*`,
    'uy',
  ),
  ordinal: (hit) => items.indexOf(hit[1] as string) + 1,
}));
const numbered: Family[] = [
  { name: '(1)', form: /[(]\s*(\d{1,2})\s*[)]\s*[、.]?\s*/uy, ordinal: (hit) => Number(hit[1]) },
  {
    name: '(一)',
    form: /[(]\s*([一二三四五六七八九十]{1,3})\s*[)]\s*/uy,
    ordinal: (hit) => numberOf(hit[1] as string),
  },
  {
    name: '1.',
    form: /(\d{1,2})\s*[.、](?!\d+\s*(?:万|亿|元|%|‰|倍|公里|米|吨|亩|个百分点|小时))\s*/uy,
    ordinal: (hit) => Number(hit[1]),
  },
  { name: '1)', form: /(\d{1,2})\s*[)]\s*/uy, ordinal: (hit) => Number(hit[1]) },
];
const FAMILIES: readonly Family[] = [...listed, ...numbered];

/**
 * The measures of a stretch. An enumerator counts only outside quotes, at the start of the stretch or behind a full
 * stop, semicolon, colon or line end (behind a comma only when it continues the list), beginning with the
 * first, unless the stretch itself begins further on (the second row of a table).
 * A stretch without enumerators is one measure per paragraph.
 */
export function actionsOf(view: string, start: number, end: number): ActionList {
  const whole = trimRange(view, start, end);
  if (whole.end === whole.start) return { family: null, actions: [], gaps: 0 };
  const lists = FAMILIES.map((family) => ({ family, marks: marksOf(view, whole.start, whole.end, family) }));
  const usable = lists.filter(({ marks }) => marks.length > 1 || marks[0]?.start === whole.start);
  const first = usable.sort((a, b) => (a.marks[0] as Mark).start - (b.marks[0] as Mark).start)[0];
  if (!first) return { family: null, actions: paragraphs(view, whole.start, whole.end), gaps: 0 };
  const { marks } = first;
  const all = marks.map((mark, i) => {
    const stop = marks[i + 1]?.start ?? whole.end;
    const text = trimRange(view, mark.end, withoutStop(view, mark.end, stop));
    return { enumerator: [mark.start, mark.end] as Span, text: [text.start, text.end] as Span };
  });
  const actions = all.filter(({ text }) => text[1] > text[0]);
  const gaps = marks.filter((mark, i) => i > 0 && mark.ordinal !== (marks[i - 1] as Mark).ordinal + 1).length;
  return { family: first.family.name, actions, gaps };
}

function paragraphs(view: string, start: number, end: number): ActionHit[] {
  return linesOf(view, start, end)
    .map((line) => ({
      enumerator: [line.start, line.start] as Span,
      text: [line.start, withoutStop(view, line.start, line.end)] as Span,
    }))
    .filter((hit) => hit.text[1] > hit.text[0]);
}

/** Marks of one family in order; a list that starts again at the first is a second list of the same finding. */
function marksOf(view: string, start: number, end: number, family: Family): Mark[] {
  const depth = depths(view, start, end);
  const marks: Mark[] = [];
  for (let i = start; i < end; i += 1) {
    if ((depth[i - start] ?? 0) > 0) continue;
    const boundary = boundaryBefore(view, start, i);
    if (boundary === 'NONE') continue;
    family.form.lastIndex = i;
    const hit = family.form.exec(view);
    if (!hit || family.form.lastIndex > end) continue;
    const ordinal = family.ordinal(hit);
    const last = marks.at(-1)?.ordinal ?? 0;
    const continues =
      ordinal === last + 1 ||
      (ordinal > last + 1 && last > 0 && ordinal <= last + 3) ||
      (ordinal === 1 && last > 1) ||
      (last === 0 && i === start);
    if (!continues || (boundary === 'COMMA' && (ordinal !== last + 1 || last === 0))) continue;
    marks.push({ start: i, end: family.form.lastIndex, ordinal });
  }
  return marks;
}

function boundaryBefore(view: string, start: number, at: number): 'FIRM' | 'COMMA' | 'NONE' {
  let i = at - 1;
  while (i >= start && /[^\S\n\v]/u.test(view[i] as string)) i -= 1;
  if (i < start) return 'FIRM';
  const c = view[i] as string;
  if ('。;:!?\n\v】'.includes(c)) return 'FIRM';
  return c === ',' || c === '、' ? 'COMMA' : 'NONE';
}
