import { MEASURE_WORDS, PROBLEM_WORDS } from './lexicon.ts';
import { actionsOf } from './actions.ts';
import { withoutStop } from './status.ts';
import { anyOf, linesOf, sentencesOf, trimRange } from './text.ts';
import { wrapperAt } from './wrapper.ts';
import type { ActionHit } from './actions.ts';
import type { FindingStatus, Responsible, Span, StatusPosition } from './types.ts';
import type { Label, LabelFinder } from './labels.ts';
import type { ResultReader } from './status.ts';

/** A finding taken apart into places of the source; nothing is interpreted yet. */
export interface RawFinding {
  whole: Span;
  printed: Span | null;
  /** Pieces of the description; joined with 。 where the wrapper stood between them. */
  description: Span[];
  title: Span;
  measures: Span[];
  actions: ActionHit[];
  family: string | null;
  gaps: number;
  result: { text: Span; whole: Span } | null;
  resultPosition: StatusPosition;
  status: FindingStatus;
  responsible: Responsible;
}

/** 【反馈问题】1.…: the number behind the label is the printed one. */
const NUMBER_IN_FRONT = /^(?:\d{1,3}\s*[、.](?!\d)|[(]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[)])\s*/u;
const MEASURES_TOLD = new RegExp(`(?<!(?:未|没有|不|缺乏)[^,。;]{0,4})(?:${anyOf(MEASURE_WORDS)})`, 'gu');
const PROBLEM_TOLD = new RegExp(anyOf(PROBLEM_WORDS), 'gu');

type Draft = Pick<RawFinding, 'description' | 'title' | 'measures' | 'result' | 'resultPosition'>;
type Read = { reader: ResultReader };
export const NOBODY: Responsible = { leader: null, department: null, person: null, deadline: null };

/** Takes one finding apart: number, wrapper, description, measures, result, responsibility. */
export function takeApart(
  { view, finder, results: reader }: { view: string; finder: LabelFinder; results: ResultReader },
  start: number,
  textStart: number,
  end: number,
  topical = false,
): RawFinding {
  const labels = finder.inside(view, textStart, end);
  const contentEnd = (i: number): number => labels[i + 1]?.start ?? end;
  const content = (label: Label, i: number): Span => range(view, label.textStart, contentEnd(i));
  const responsible = { ...NOBODY };
  let printed = textStart > start ? range(view, start, textStart) : null;
  const measures: Span[] = [];
  const results: LabelledResult[] = [];
  const heads: Span[] = [];
  const labelled = labels.some(({ kind }) => kind === 'measures');
  const before = range(view, textStart, labels[0]?.start ?? end);
  if (before[1] > before[0]) heads.push(before);
  for (const [i, label] of labels.entries()) {
    const text = content(label, i);
    if (label.kind === 'finding') {
      const number = printed || heads.length > 0 ? null : NUMBER_IN_FRONT.exec(view.slice(...text));
      if (number) printed = range(view, text[0], text[0] + number[0].length);
      heads.push(number ? range(view, text[0] + number[0].length, text[1]) : text);
    } else if (label.kind === 'measures' && reader.isStatusSentence(view.slice(...text)) && !results.length)
      results.push({ label, text, after: true });
    else if (label.kind === 'measures') measures.push(text);
    else if (label.kind === 'status') {
      const said = firstParagraph(view, text);
      results.push({ label, text: said, after: measures.length > 0 });
      if (!labelled && said[1] < text[1]) measures.push(range(view, said[1], text[1]));
    } else responsible[label.kind as keyof Responsible] ??= shortValue(view.slice(...text));
  }
  return assemble(view, { whole: [start, end], printed, heads, measures, results, responsible, topical, reader });
}

export interface LabelledResult {
  label: { start: number };
  text: Span;
  after: boolean;
}
/** The places of a finding as labels or table cells give them. */
export interface Pieces {
  whole: Span;
  printed: Span | null;
  heads: readonly Span[];
  measures: Span[];
  results: readonly LabelledResult[];
  responsible: Responsible;
  /** The first sentence is the finding, the others say what was done. */
  topical?: boolean;
  reader: ResultReader;
}

/** Completes the places of a finding: what no label marks is found by wrapper, result sentence and enumerators. */
export function assemble(
  view: string,
  { whole, printed, heads, measures, results, responsible, topical, reader }: Pieces,
): RawFinding {
  const draft = shape(view, { heads, measures, labelledResult: results.length > 0, reader });
  if (topical) splitTopic(view, draft);
  const chosen = results.find((r) => reader.labelledStatus(view.slice(...r.text)) !== 'UNKNOWN') ?? results[0];
  if (chosen) {
    draft.result = {
      text: [chosen.text[0], withoutStop(view, ...chosen.text)],
      whole: [chosen.label.start, chosen.text[1]],
    };
    draft.resultPosition = chosen.after ? 'LABEL_AFTER' : 'LABEL_BEFORE';
  } else {
    frontResult(view, draft, reader);
    tailResult(view, draft, reader);
  }
  const lists = draft.measures.map((span) => actionsOf(view, ...span));
  const words = draft.result ? view.slice(...draft.result.text) : null;
  return {
    ...draft,
    whole,
    printed,
    actions: lists.flatMap((list) => list.actions),
    family: lists.find((list) => list.family)?.family ?? null,
    gaps: lists.reduce((sum, list) => sum + list.gaps, 0),
    status: words === null ? 'UNKNOWN' : chosen ? reader.labelledStatus(words) : reader.statusOf(words),
    responsible,
  };
}

const range = (view: string, from: number, to: number): Span => {
  const { start, end } = trimRange(view, from, Math.max(from, to));
  return [start, end];
};

function firstParagraph(view: string, span: Span): Span {
  const line = linesOf(view, ...span)[0];
  return line ? [line.start, line.end] : span;
}

const shortValue = (text: string): string | null =>
  text
    .split(/[\n;]/u)[0]
    ?.replace(/[。,]+$/u, '')
    .trim() || null;

/** Description and, where no label opens the measures, the measures behind it. */
function shape(
  view: string,
  {
    heads,
    measures,
    labelledResult,
    reader,
  }: { heads: readonly Span[]; measures: Span[]; labelledResult: boolean } & Read,
): Draft {
  const draft: Draft = { description: [], title: [0, 0], measures, result: null, resultPosition: 'NONE' };
  const head = heads[0];
  if (!head) return draft;
  const wrapper = wrapperAt(view, ...head);
  const inner: Span = wrapper ? wrapper.inner : head;
  let rest: Span = wrapper ? range(view, skipStops(view, wrapper.end, head[1]), head[1]) : [head[1], head[1]];
  let description: Span[] = [inner];
  if (measures.length === 0) {
    const split = splitUnlabelled(view, wrapper ? rest : head, wrapper !== null, labelledResult, reader);
    draft.result = split.result;
    draft.resultPosition = split.result ? 'FIRST_SENTENCE' : 'NONE';
    draft.measures = split.measures;
    if (wrapper) rest = split.description;
    else description = [split.description];
  } else headResult(view, draft, description, reader);
  if (rest[1] > rest[0] && !/^[()【】\s。]*$/u.test(view.slice(...rest))) description.push(rest);
  description.push(...heads.slice(1).filter(([a, b]) => b > a));
  const joined = description.length > 1 || wrapper !== null;
  draft.description = description.map(([a, b], i) => [
    a,
    joined && (i === 0 || i < description.length - 1) ? withoutStop(view, a, b) : b,
  ]);
  draft.title = titleOf(view, draft.description[0] as Span);
  return draft;
}

/** Without any sign of measures: 深化理论学习。 is the finding, the sentences behind it are the measures. */
function splitTopic(view: string, draft: Draft): void {
  const [only] = draft.description;
  if (!only || draft.description.length > 1 || draft.measures.length > 0) return;
  const [first, second] = sentencesOf(view, ...only);
  if (!first || !second) return;
  draft.description = [[first.start, first.end]];
  draft.measures = [range(view, second.start, only[1])];
}

const skipStops = (view: string, at: number, end: number): number => {
  while (at < end && /[\s。:,;]/u.test(view[at] as string)) at += 1;
  return at;
};

/** 1.党建基础薄弱（已完成整改）: a result in brackets behind the heading. */
function headResult(view: string, draft: Draft, description: Span[], reader: ResultReader): void {
  const last = description.at(-1) as Span;
  const hit = reader.resultAtEnd(view, ...last);
  if (hit?.position !== 'PARENTHESES') return;
  description[description.length - 1] = range(view, last[0], hit.whole[0]);
  draft.result = { text: hit.text, whole: hit.whole };
  draft.resultPosition = 'LABEL_BEFORE';
}

/**
 * Without a label the measures start behind a sentence that only states the result, at the first enumerator, or with
 * the next paragraph; behind a wrapper a paragraph without enumerators is the measures.
 */
function splitUnlabelled(
  view: string,
  span: Span,
  wrapped: boolean,
  labelledResult: boolean,
  reader: ResultReader,
): { description: Span; measures: Span[]; result: RawFinding['result'] } {
  const [start, end] = span;
  const list = actionsOf(view, start, end);
  const enumerated = list.family === null ? end : (list.actions[0]?.enumerator[0] ?? end);
  const hit = labelledResult ? null : reader.resultInFront(view, start, Math.min(enumerated, end));
  const firstLine = linesOf(view, start, end)[0];
  if (hit && hit.whole[1] < end) {
    const rest = range(view, hit.whole[1], end);
    return {
      description: range(view, start, hit.whole[0]),
      measures: rest[1] > rest[0] ? [rest] : [],
      result: { text: hit.text, whole: hit.whole },
    };
  }
  const paragraphEnd = firstLine?.end ?? end;
  if (enumerated < end) {
    const from = paragraphEnd < enumerated ? paragraphEnd : enumerated;
    return {
      description: range(view, start, Math.min(from, enumerated)),
      measures: [range(view, from, end)],
      result: null,
    };
  }
  if (paragraphEnd < end) {
    const measures: Span =
      wrapped && tellsMeasures(view, start, paragraphEnd) ? range(view, start, end) : range(view, paragraphEnd, end);
    return {
      description: range(view, start, measures[0] === start ? start : paragraphEnd),
      measures: [measures],
      result: null,
    };
  }
  if (wrapped && sentencesOf(view, start, end).length > 0)
    return { description: [start, start], measures: [[start, end]], result: null };
  return { description: span, measures: [], result: null };
}

/** A paragraph behind a wrapper: on the wrapper's own line it is measures, below it the words decide. */
function tellsMeasures(view: string, start: number, end: number): boolean {
  if (!/\n\s*$/u.test(view.slice(Math.max(0, start - 40), start))) return true;
  const count = (form: RegExp): number => [...view.slice(start, end).matchAll(form)].length;
  return count(MEASURES_TOLD) >= count(PROBLEM_TOLD);
}

/** 整改情况:已整改完成。一是…: a result in front of the measures. */
function frontResult(view: string, draft: Draft, reader: ResultReader): void {
  const first = draft.measures[0];
  if (draft.result || !first) return;
  const sentence = sentencesOf(view, ...first)[0];
  if (!sentence || sentence.end >= first[1] || !reader.isStatusSentence(view.slice(sentence.start, sentence.end)))
    return;
  draft.measures[0] = range(view, sentence.end, first[1]);
  draft.result = {
    text: [sentence.start, withoutStop(view, sentence.start, sentence.end)],
    whole: [sentence.start, sentence.end],
  };
  draft.resultPosition = 'FIRST_SENTENCE';
}

/** A result behind the last measure: in brackets or as a sentence of its own. */
function tailResult(view: string, draft: Draft, reader: ResultReader): void {
  if (draft.result) return;
  const last = draft.measures.at(-1);
  if (!last) return;
  const hit =
    reader.resultAtEnd(view, ...last) ??
    (actionsOf(view, ...last).family === null ? reader.resultClause(view, ...last) : null);
  if (!hit) {
    if (draft.measures.length > 0 && reader.isStatusSentence(view.slice(...last))) {
      draft.measures.pop();
      draft.result = { text: [last[0], withoutStop(view, ...last)], whole: last };
      draft.resultPosition = 'LAST_SENTENCE';
    }
    return;
  }
  draft.measures[draft.measures.length - 1] = range(view, last[0], hit.whole[0]);
  draft.result = { text: hit.text, whole: hit.whole };
  draft.resultPosition = hit.position;
}

/** The first sentence, without its full stop. */
export function titleOf(view: string, [start, end]: Span): Span {
  const first = sentencesOf(view, start, end, '。!?')[0];
  return first ? [first.start, withoutStop(view, first.start, first.end)] : [start, start];
}
