import type { ParsedFinding, Span } from '@closeout/report';

type Quoted = Pick<ParsedFinding, 'meetings' | 'documents' | 'refunds' | 'talks'>;

/** Where each meeting, document, refund and talk of a finding stands in the source, in the order of its list; null where it is not found. */
export interface Places {
  meetings: (Span | null)[];
  documents: (Span | null)[];
  refunds: (Span | null)[];
  talks: (Span | null)[];
}

/**
 * Finds quotes in their order: each behind the start of the one before, the same quote again behind its end, unless it
 * stands there once only (1月8日和1月31日召开: two meetings, one quote).
 */
export function placesOf(text: string, quotes: readonly string[], [from, to]: Span): (Span | null)[] {
  let before: { quote: string; span: Span } | null = null;
  return quotes.map((quote) => {
    const same: boolean = before !== null && before.quote === quote;
    const cursor: number = before === null ? from : same ? before.span[1] : before.span[0];
    const found =
      within(text, quote, cursor, to) ?? (same && before !== null ? before.span : within(text, quote, from, to));
    if (found !== null) before = { quote, span: found };
    return found;
  });
}

function within(text: string, quote: string, from: number, to: number): Span | null {
  const at = quote === '' ? -1 : text.indexOf(quote, from);
  return at < 0 || at + quote.length > to ? null : [at, at + quote.length];
}

/** Where the measures of a finding begin: behind its description where that comes first. */
function measuresOf(finding: ParsedFinding): Span {
  const from = finding.spans[0]?.[0] ?? 0;
  const to = finding.spans.at(-1)?.[1] ?? 0;
  const first = finding.actions.find((action) => action.span !== null)?.span?.[0];
  const described = finding.layout?.description.at(-1)?.[1];
  return [described !== undefined && first !== undefined && described <= first ? described : from, to];
}

/** The places of everything that a finding's measures tell. */
export function placesIn(text: string, finding: ParsedFinding): Places {
  const stretch = measuresOf(finding);
  const of = (quotes: string[]): (Span | null)[] => placesOf(text, quotes, stretch);
  return {
    meetings: of(finding.meetings.map(({ quote }) => quote)),
    documents: of(finding.documents.map(({ title }) => title)),
    refunds: of(finding.refunds.map(({ quote }) => quote)),
    talks: of(finding.talks.map(({ quote }) => quote)),
  };
}

/** Divides what a finding tells at a place of the source; what is not found stays with the first part. */
export function dividedAt(text: string, finding: ParsedFinding, at: number): { first: Quoted; second: Quoted } {
  const places = placesIn(text, finding);
  const part = <T>(list: readonly T[], spans: readonly (Span | null)[], behind: boolean): T[] =>
    list.filter((_, index) => (spans[index]?.[0] ?? 0) >= at === behind);
  const half = (behind: boolean): Quoted => ({
    meetings: part(finding.meetings, places.meetings, behind),
    documents: part(finding.documents, places.documents, behind),
    refunds: part(finding.refunds, places.refunds, behind),
    talks: part(finding.talks, places.talks, behind),
  });
  return { first: half(false), second: half(true) };
}
