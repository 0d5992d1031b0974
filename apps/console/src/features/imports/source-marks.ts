import type { ParsedFinding, Span } from '@closeout/report/types';

/** What a marked stretch of the source became. */
export type MarkKind = 'description' | 'action' | 'event' | 'sum' | 'result' | 'responsible';

/** A stretch of the source and the value it became; a value printed in several places has several marks of one id. */
export type Mark = { id: string; kind: MarkKind; from: number; to: number };

/** `meetings:0` and the like: how a value and its stretch find each other. */
export const markId = (list: string, index?: number): string => (index === undefined ? list : `${list}:${index}`);

function within(text: string, quote: string, from: number, to: number): Span | null {
  const at = quote === '' ? -1 : text.indexOf(quote, from);
  return at < 0 || at + quote.length > to ? null : [at, at + quote.length];
}

/**
 * Where quotes stand, in their order: each behind the start of the one before, the same quote again behind its end, unless
 * it stands there once only (1月8日和1月31日召开: two meetings, one quote).
 */
export function placesOf(text: string, quotes: readonly string[], [from, to]: Span): (Span | null)[] {
  let before: { quote: string; span: Span } | null = null;
  return quotes.map((quote) => {
    const previous: { quote: string; span: Span } | null = before;
    const again = previous !== null && previous.quote === quote;
    const cursor: number = previous === null ? from : again ? previous.span[1] : previous.span[0];
    const found = within(text, quote, cursor, to) ?? (again ? previous.span : within(text, quote, from, to));
    if (found !== null) before = { quote, span: found };
    return found;
  });
}

const last = (spans: readonly Span[]): Span | undefined => spans[spans.length - 1];

/** The measures of a finding: behind its description where that comes first. */
function measuresOf(finding: ParsedFinding, whole: Span): Span {
  const first = finding.actions.find((action) => action.span !== null)?.span?.[0];
  const described = last(finding.layout?.description ?? [])?.[1];
  return [described !== undefined && first !== undefined && described <= first ? described : whole[0], whole[1]];
}

const RESPONSIBLE = ['leader', 'department', 'person', 'deadline'] as const;

/** Every value of a finding that stands in the source, with its place. A typed value stands nowhere and has no mark. */
export function marksOf(text: string, finding: ParsedFinding): Mark[] {
  const whole: Span = [finding.spans[0]?.[0] ?? 0, last(finding.spans)?.[1] ?? 0];
  const measures = measuresOf(finding, whole);
  const at = (id: string, kind: MarkKind, span: Span | null | undefined): Mark[] =>
    span ? [{ id, kind, from: span[0], to: span[1] }] : [];
  const list = (name: string, kind: MarkKind, quotes: readonly string[], stretch: Span): Mark[] =>
    placesOf(text, quotes, stretch).flatMap((span, index) => at(markId(name, index), kind, span));
  const quotes = (values: readonly { quote: string }[]) => values.map(({ quote }) => quote);
  return [
    ...(finding.layout?.description ?? []).flatMap((span) => at('description', 'description', span)),
    ...finding.actions.flatMap((action, index) => at(markId('actions', index), 'action', action.span)),
    ...list('meetings', 'event', quotes(finding.meetings), measures),
    ...list(
      'documents',
      'event',
      finding.documents.map(({ title }) => title),
      measures,
    ),
    ...list('talks', 'event', quotes(finding.talks), measures),
    ...list('refunds', 'sum', quotes(finding.refunds), measures),
    ...list('otherAmounts', 'sum', quotes(finding.otherAmounts), measures),
    ...list('problemAmounts', 'sum', quotes(finding.problemAmounts), whole),
    ...RESPONSIBLE.flatMap((key) => {
      const words = finding.responsible[key];
      return words === null
        ? []
        : at(markId('responsible', RESPONSIBLE.indexOf(key)), 'responsible', within(text, words, ...whole));
    }),
    ...at('result', 'result', finding.layout?.result),
  ];
}

/** A stretch drawn in one way: the innermost mark colours it, an action around it underlines it. */
export type Piece = { from: number; to: number; mark: Mark | null; action: Mark | null };

/** Cuts [from, to) at every mark's ends; nothing is lost and nothing drawn twice. */
export function piecesOf(marks: readonly Mark[], from: number, to: number): Piece[] {
  const inside = marks.filter((mark) => mark.from < to && mark.to > from);
  const cuts = new Set([from, to]);
  for (const mark of inside) {
    cuts.add(Math.max(from, mark.from));
    cuts.add(Math.min(to, mark.to));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1]!;
    const around = inside.filter((mark) => mark.from <= start && mark.to >= end);
    const coloured = around.filter((mark) => mark.kind !== 'action');
    coloured.sort((a, b) => a.to - a.from - (b.to - b.from));
    return {
      from: start,
      to: end,
      mark: coloured[0] ?? null,
      action: around.find((mark) => mark.kind === 'action') ?? null,
    };
  });
}
