import { datesIn, resolveDates } from './dates.ts';
import { documentsIn } from './documents.ts';
import { measureAmounts, otherAmount } from './money.ts';
import { meetingsIn } from './meetings.ts';
import { plain, trimRange } from './text.ts';
import { talksIn } from './talks.ts';
import type { OtherAmount, ParsedDocument, ParsedMeeting, ParsedTalk, Refund, Span } from './types.ts';
import type { DocumentHit } from './documents.ts';
import type { RefundHit } from './money.ts';
import type { ResolvedDate, YearWindow } from './dates.ts';

export interface Events {
  meetings: ParsedMeeting[];
  documents: ParsedDocument[];
  talks: ParsedTalk[];
  refunds: Refund[];
  otherAmounts: OtherAmount[];
  dates: ResolvedDate[];
}

/** Meetings, documents, talks and money of the measures of one finding; years carry from one stretch to the next. */
export function eventsOf(source: string, view: string, stretches: readonly Span[], window: YearWindow): Events {
  const dates = resolveDates(
    stretches.flatMap(([a, b]) => datesIn(view, a, b)),
    window,
  );
  const events: Events = { meetings: [], documents: [], talks: [], refunds: [], otherAmounts: [], dates };
  for (const [start, end] of stretches) {
    events.meetings.push(...meetings(source, view, start, end, dates));
    events.talks.push(...talks(source, view, start, end, dates));
    const money = measureAmounts(view, start, end);
    events.refunds.push(...money.refunds.map((refund) => refundOf(source, view, refund, dates)));
    events.otherAmounts.push(...money.others.map((hit) => otherAmount(source, hit)));
    for (const hit of documentsIn(view, start, end))
      addDocument(events.documents, documentOf(source, view, hit, dates));
  }
  return events;
}

function talks(source: string, view: string, start: number, end: number, dates: readonly ResolvedDate[]): ParsedTalk[] {
  return talksIn(view, start, end).map((hit) => {
    const date = dateBefore(view, dates, hit.sentence, hit.start).at(-1);
    return { date: date?.value ?? null, type: hit.type, quote: quoteFrom(source, view, date, hit.sentence, hit.end) };
  });
}

/** A refund with its day: of the payment, where a later clause of the sentence has one, else of the decision. */
function refundOf(source: string, view: string, refund: RefundHit, dates: readonly ResolvedDate[]): Refund {
  const { hit, verbs, clauseStart, sentenceEnd } = refund;
  const behind = dates.filter((d) => d.hit.event && d.hit.start >= hit.end && d.hit.end <= sentenceEnd);
  const after = behind.find((d) => !/\d\s*元/u.test(view.slice(hit.end, d.hit.start)));
  const before = dateBefore(view, dates, clauseStart, hit.start).at(-1);
  const date = verbs.length > 1 && after ? after : (before ?? after);
  return {
    fen: hit.fen,
    quote: source.slice(hit.start, hit.end),
    verb: verbs.join('/'),
    date: date?.value ?? null,
  };
}

function documentOf(source: string, view: string, hit: DocumentHit, dates: readonly ResolvedDate[]): ParsedDocument {
  const title = source.slice(...hit.title);
  if (hit.status === 'REFERENCED') return { title, number: hit.number, date: null, status: hit.status };
  const [, close] = hit.title;
  const behind = dates.filter((d) => d.hit.start >= close && d.hit.end <= hit.to);
  const date =
    dateBefore(view, dates, hit.from, hit.title[0]).at(-1) ??
    behind.find((d) => issuedBehind(view, close, d.hit.start, d.hit.end));
  return { title, number: hit.number, date: date?.value ?? null, status: hit.status };
}

/** 《…》,6月18日印发: a date behind the title dates it only with its own issuing verb, in the same sentence. */
function issuedBehind(view: string, from: number, start: number, end: number): boolean {
  return (
    !/[。;\n]/u.test(view.slice(from, start)) &&
    /^[^,。;]{0,4}(?:印发|出台|发布|下发|实施)/u.test(view.slice(end, end + 8))
  );
}

function addDocument(list: ParsedDocument[], found: ParsedDocument): void {
  const same = list.find((other) => plain(other.title) === plain(found.title));
  if (!same) {
    list.push(found);
    return;
  }
  if (same.status === 'REFERENCED' && found.status !== 'REFERENCED') same.status = found.status;
  same.date ??= found.date;
  same.number ??= found.number;
}

/** Meetings of a stretch with their dates: one event per date. */
export function meetings(
  source: string,
  view: string,
  start: number,
  end: number,
  dates: readonly ResolvedDate[],
): ParsedMeeting[] {
  const hits = meetingsIn(view, start, end);
  return hits.flatMap((hit, i) => {
    const from = hits[i - 1]?.sentence[0] === hit.sentence[0] ? (hits[i - 1] as typeof hit).noun[1] : hit.sentence[0];
    const group = dateBefore(view, dates, from, hit.noun[0]);
    const quote = quoteFrom(source, view, group[0], Math.max(from, hit.clause[0]), hit.noun[1]);
    if (group.length === 0) return [{ date: null, precision: 'NONE' as const, year: null, type: hit.type, quote }];
    return group.map((d) => ({ date: d.value, precision: d.precision, year: d.year, type: hit.type, quote }));
  });
}

/** The dates right before a place: the last one, with those listed directly before it (1月8日和1月31日). */
export function dateBefore(view: string, dates: readonly ResolvedDate[], from: number, to: number): ResolvedDate[] {
  const before = dates.filter((d) => d.hit.event && d.hit.start >= from && d.hit.end <= to);
  const group: ResolvedDate[] = [];
  for (const d of before.reverse()) {
    const next = group[0];
    if (next && !/^[\s、,和及与]*$/u.test(view.slice(d.hit.end, next.hit.start))) break;
    group.unshift(d);
  }
  return group;
}

function quoteFrom(
  source: string,
  view: string,
  date: ResolvedDate | undefined,
  otherwise: number,
  end: number,
): string {
  const enumerator = /^(?:[一二三四五六七八九十]{1,2}是|[①-⑳]|[(]\d+[)])/u;
  let from = date?.hit.start ?? otherwise;
  from += enumerator.exec(view.slice(from, end))?.[0].length ?? 0;
  const quote = trimRange(view, from, end);
  return source.slice(quote.start, quote.end);
}
