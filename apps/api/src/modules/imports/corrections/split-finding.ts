import { invalid } from '@closeout/domain';
import type { FindingLayout, ParsedFinding, Span } from '@closeout/report';
import { firstSentence } from '../../text.ts';
import type { SplitFindingEdit } from '../import.edits.ts';
import { findingAt, layoutAt, withFindings, type Draft } from './draft.ts';
import { titleOf } from './findings.ts';
import { dividedAt, placesOf } from './place.ts';

const NUMBER =
  /^\s*(\d{1,3}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、]|问题\d+[:：])\s*/u;

/** The stretches on one side of a place; one that holds the place is cut there. */
const side = (spans: readonly Span[], at: number, behind: boolean): Span[] =>
  spans
    .map(([from, to]): Span =>
      behind ? [Math.max(from, at), Math.max(to, at)] : [Math.min(from, at), Math.min(to, at)],
    )
    .filter(([from, to]) => from < to);

type Places = FindingLayout['actions'];

interface Cut {
  description: Span[];
  actions: Places;
}

/** Where an action of the source is cut, the part before stays an action. */
const actionsBefore = (actions: Places, at: number, text: string): Places =>
  actions
    .filter((place) => place.text[0] < at)
    .map((place) => ({
      ...place,
      text: [
        place.text[0],
        Math.min(place.text[1], at - trailing(text.slice(place.text[0], Math.min(place.text[1], at)))),
      ] as Span,
    }));

const trailing = (piece: string): number => piece.length - piece.replace(/[\s。;；,，、]+$/u, '').length;

/** The part behind the place: what is left of the description; without one, the first line behind the place describes the new finding. */
function behind(layout: FindingLayout, at: number, text: string): Cut {
  const description = side(layout.description, at, true);
  const later = layout.actions.filter((place) => place.text[0] >= at);
  if (description.length > 0) return { description, actions: later };
  const cut = layout.actions.find((place) => place.text[0] < at && place.text[1] > at);
  if (cut === undefined) {
    const [first, ...others] = later;
    return first === undefined ? { description: [], actions: [] } : { description: [first.text], actions: others };
  }
  const rest = text.slice(at, cut.text[1]);
  const stop = rest.search(/[。\n]/u);
  const end = stop < 0 ? cut.text[1] : at + stop;
  const start = end + (/^[\s。]*/u.exec(text.slice(end, cut.text[1]))?.[0].length ?? 0);
  const remainder: Places = start < cut.text[1] ? [{ enumerator: [start, start], text: [start, cut.text[1]] }] : [];
  return { description: [[at, end]], actions: [...remainder, ...later] };
}

/** Without the number that a list prints before its text. */
function unnumbered(text: string, spans: Span[]): { printed: string | null; spans: Span[] } {
  const [first, ...others] = spans;
  if (first === undefined) return { printed: null, spans };
  const match = NUMBER.exec(text.slice(...first));
  const from = first[0] + (match?.[0].length ?? /^\s*/u.exec(text.slice(...first))?.[0].length ?? 0);
  return { printed: match?.[1] ?? null, spans: from < first[1] ? [[from, first[1]], ...others] : others };
}

const described = (text: string, spans: readonly Span[]): string => spans.map((span) => text.slice(...span)).join('。');
const actionsOf = (text: string, places: Places): ParsedFinding['actions'] =>
  places.map(({ text: span }) => ({ text: text.slice(...span), span }));

/** The result belongs to the part in which it is printed. */
function resultOf(
  finding: ParsedFinding,
  layout: FindingLayout,
  has: boolean,
): Pick<ParsedFinding, 'resultText' | 'status'> & Pick<FindingLayout, 'result' | 'resultWhole'> {
  if (!has) return { resultText: null, status: 'UNKNOWN', result: null, resultWhole: null };
  return {
    resultText: finding.resultText,
    status: finding.status,
    result: layout.result,
    resultWhole: layout.resultWhole,
  };
}

/** One part of a cut finding: its words, its actions, its result if it has one, and where it stands. */
function part(
  text: string,
  finding: ParsedFinding,
  whole: Span,
  own: Cut,
  result: ReturnType<typeof resultOf>,
): ParsedFinding {
  const { resultText, status, ...places } = result;
  return {
    ...finding,
    description: described(text, own.description),
    actions: actionsOf(text, own.actions),
    resultText,
    status,
    spans: side(side(finding.spans, whole[0], true), whole[1], false),
    layout: { whole, ...own, ...places, status },
  };
}

/** Refuses a cut that would lose words: outside the finding, in typed words, or with an empty part. */
function demandCut(text: string, finding: ParsedFinding, layout: FindingLayout, at: number): void {
  if (at <= layout.whole[0] || at >= layout.whole[1])
    throw invalid('splitFinding.at', 'imports.cut', `the cut lies outside finding ${finding.seq}`);
  if (finding.description !== described(text, layout.description))
    throw invalid('splitFinding.seq', 'imports.edited', 'split before you change the words');
}

/** The finding before the cut and the one behind it. */
function cutInTwo(
  text: string,
  finding: ParsedFinding,
  layout: FindingLayout,
  at: number,
): [ParsedFinding, ParsedFinding] {
  const cut = behind(layout, at, text);
  const { printed, spans } = unnumbered(text, cut.description);
  const kept: Cut = {
    description: side(layout.description, at, false),
    actions: actionsBefore(layout.actions, at, text),
  };
  if ([kept.description, spans].some((pieces) => described(text, pieces).trim() === ''))
    throw invalid('splitFinding.at', 'imports.cut', 'cut where each part has words of its own');
  const later = layout.result !== null && layout.result[0] >= at;
  const { first, second } = dividedAt(text, finding, at);
  const quotes = finding.problemAmounts.map(({ quote }) => quote);
  const amounts = placesOf(text, quotes, layout.whole);
  const amountsOf = (tail: boolean): ParsedFinding['problemAmounts'] =>
    finding.problemAmounts.filter((_, index) => (amounts[index]?.[0] ?? 0) >= at === tail);
  const [from, to] = layout.whole;
  const head = part(text, finding, [from, at], kept, resultOf(finding, layout, layout.result !== null && !later));
  const tail = part(
    text,
    finding,
    [at, to],
    { description: spans, actions: cut.actions },
    resultOf(finding, layout, later),
  );
  return [
    { ...head, ...first, title: titleOf(finding.title, head.description), problemAmounts: amountsOf(false) },
    {
      ...tail,
      ...second,
      title: firstSentence(tail.description),
      printedNumber: printed,
      problemAmounts: amountsOf(true),
      otherAmounts: [],
    },
  ];
}

/** Cuts a finding in two at a place of the source; each part keeps what is printed in it. */
export function splitFinding(draft: Draft, { seq, at }: SplitFindingEdit): Draft {
  const finding = findingAt(draft, seq, 'splitFinding');
  const layout = layoutAt(finding, 'splitFinding');
  const { text } = draft.parsed.source;
  demandCut(text, finding, layout, at);
  const parts = cutInTwo(text, finding, layout, at);
  const findings = draft.parsed.findings.flatMap((one) => (one === finding ? parts : [one]));
  return withFindings({ ...draft, checkedSeqs: draft.checkedSeqs.filter((one) => one !== seq) }, findings);
}
