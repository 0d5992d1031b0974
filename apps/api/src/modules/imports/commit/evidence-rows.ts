import { pieceNumberOf, type EvidenceKind } from '@closeout/domain';
import type { ParsedFinding, Span } from '@closeout/report';
import { placesIn } from '../corrections/place.ts';
import { yuan } from './amounts.ts';
import type { Batch, BatchContext } from './batch.ts';
import { dateColumns, type DateColumns } from './source-dates.ts';
import { meetingTypeOf, talkTypeOf } from './vocabulary.ts';

/** A printed meeting, document, talk or refund, before it has a number. */
export interface PrintedPiece {
  kind: EvidenceKind;
  title: string;
  quote: string;
  note: string | null;
  date: DateColumns;
  span: Span | null;
  /** Adds the row of the kind's own table. */
  details: (batch: Batch, evidenceId: string) => void;
}

const none = (): void => undefined;

/** Printed meetings, of a finding or of the opening part. */
export function meetingPieces(meetings: ParsedFinding['meetings'], spans: readonly (Span | null)[]): PrintedPiece[] {
  return meetings.map((meeting, index) => ({
    kind: 'MEETING',
    title: meeting.type,
    quote: meeting.quote,
    note: null,
    date: dateColumns(meeting.date, meeting.quote, meeting),
    span: spans[index] ?? null,
    details: (batch, evidenceId) =>
      batch.meetings.push({ evidenceId, type: meetingTypeOf(meeting.type), typeText: meeting.type }),
  }));
}

function documentsOf(finding: ParsedFinding, spans: readonly (Span | null)[]): PrintedPiece[] {
  return finding.documents.map((document, index) => ({
    kind: 'DOCUMENT',
    title: document.title,
    quote: document.title,
    note: null,
    date: dateColumns(document.date, ''),
    span: spans[index] ?? null,
    details: (batch, evidenceId) =>
      batch.documents.push({ evidenceId, number: document.number, status: document.status }),
  }));
}

/** Talks are read by few: restricted from the start. Persons and times stay unknown, never assumed 1. */
function talksOf(finding: ParsedFinding, spans: readonly (Span | null)[]): PrintedPiece[] {
  return finding.talks.map((talk, index) => ({
    kind: 'TALK',
    title: talk.type,
    quote: talk.quote,
    note: null,
    date: dateColumns(talk.date, talk.quote),
    span: spans[index] ?? null,
    details: (batch, evidenceId) => batch.talks.push({ evidenceId, type: talkTypeOf(talk.type), typeText: talk.type }),
  }));
}

/** A printed refund is a claim: nothing is booked until somebody has seen the voucher. */
export const refundNote = (verb: string, fen: number): string =>
  `原文称${verb}${yuan(fen)}，尚未核对凭证；核对后在清退台账登记。`;

function refundsOf(finding: ParsedFinding, spans: readonly (Span | null)[]): PrintedPiece[] {
  return finding.refunds.map((refund, index) => ({
    kind: 'REFUND',
    title: `${refund.verb}${refund.quote}`,
    quote: refund.quote,
    note: refundNote(refund.verb, refund.fen),
    date: dateColumns(refund.date, ''),
    span: spans[index] ?? null,
    details: none,
  }));
}

/** Everything that the measures of a finding tell, in the order of the source. */
export function printedPieces(text: string, finding: ParsedFinding): PrintedPiece[] {
  const places = placesIn(text, finding);
  const all = [
    ...meetingPieces(finding.meetings, places.meetings),
    ...documentsOf(finding, places.documents),
    ...talksOf(finding, places.talks),
    ...refundsOf(finding, places.refunds),
  ];
  return all.toSorted((a, b) => (a.span?.[0] ?? Infinity) - (b.span?.[0] ?? Infinity));
}

/** Where a finding and its actions stand in the batch. */
export interface PlacedFinding {
  seq: number;
  actions: readonly { id: string; ordinal: number; span: Span | null }[];
}

/** The action in whose words a piece stands, else the one before it, else the first. */
function actionOf(actions: PlacedFinding['actions'], span: Span | null): PlacedFinding['actions'][number] | undefined {
  if (span === null) return actions[0];
  const within = actions.find(
    (action) => action.span !== null && action.span[0] <= span[0] && span[0] < action.span[1],
  );
  return within ?? actions.findLast((action) => action.span !== null && action.span[0] <= span[0]) ?? actions[0];
}

const LOOSE = { seq: 0, ordinal: 0 } as const;

/**
 * Adds pieces as evidence that nobody has accepted yet, each numbered within its action. A piece without any action is
 * kept as one of the body as a whole: nothing that the source tells is lost.
 */
export function addEvidence(
  batch: Batch,
  ctx: BatchContext,
  placed: PlacedFinding,
  pieces: readonly PrintedPiece[],
): void {
  const { bodyId, id: inspectionId } = ctx.inspection;
  for (const piece of pieces) {
    const action = actionOf(placed.actions, piece.span);
    const count = (ctx.pieces.get(action?.id ?? '') ?? 0) + 1;
    ctx.pieces.set(action?.id ?? '', count);
    const id = ctx.newId();
    const pieceNumber =
      action === undefined
        ? pieceNumberOf(LOOSE.seq, LOOSE.ordinal, count)
        : pieceNumberOf(placed.seq, action.ordinal, count);
    const author = {
      createdById: ctx.by.accountId,
      createdByName: ctx.by.name,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      updatedByName: ctx.by.name,
    };
    const source = {
      reportedBySource: true,
      quote: piece.quote,
      spanFrom: piece.span?.[0] ?? null,
      spanTo: piece.span?.[1] ?? null,
      importId: ctx.importId,
    };
    const { kind, title, note } = piece;
    batch.evidence.push({
      id,
      bodyId,
      inspectionId,
      kind,
      pieceNumber,
      title,
      note,
      ...piece.date,
      restricted: kind === 'TALK',
      ...source,
      ...author,
    });
    if (action !== undefined) batch.links.push({ evidenceId: id, actionId: action.id, bodyId });
    piece.details(batch, id);
  }
}
