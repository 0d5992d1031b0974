import type { Prisma } from '../generated/client/client.ts';
import { bodies } from './content/bodies.ts';
import type { DemoPerson } from './content/people.ts';
import type { BodyKey, DemoAction, DemoEvidence, DemoFinding } from './content/types.ts';
import { LEDGER_OPENED, at, dateOf } from './days.ts';
import { importOf, spanOf } from './imports.ts';
import { clerkOf, headOf, leaderOf, personOf } from './stage.ts';
import { audit } from './stage.ts';
import type { Stage } from './stage.ts';

/** The pieces of one action, numbered finding-action-piece; a piece of another action is only linked. */
export function seedPieces(
  stage: Stage,
  body: BodyKey,
  finding: DemoFinding,
  action: DemoAction,
  ordinal: number,
): void {
  const { rows, id } = stage;
  const actionId = id(`action:${body}:${finding.no}:${ordinal}`);
  let number = 0;
  for (const piece of action.evidence) {
    if (piece.kind === 'SHARED') {
      rows.evidenceActions.push({ evidenceId: id(`evidence:${piece.key}`), actionId, bodyId: id(`body:${body}`) });
      continue;
    }
    number += 1;
    const pieceNumber = `${finding.no}-${ordinal}-${String(number).padStart(2, '0')}`;
    const evidenceId = id(`evidence:${piece.key ?? `${body}:${pieceNumber}`}`);
    rows.evidence.push({
      ...pieceRow(stage, body, finding, piece),
      id: evidenceId,
      pieceNumber,
      ...acceptanceOf(body, finding, action),
    });
    rows.evidenceActions.push({ evidenceId, actionId, bodyId: id(`body:${body}`) });
    seedKind(stage, body, evidenceId, piece);
    seedScan(stage, body, finding, piece, evidenceId, pieceNumber);
  }
}

function pieceRow(stage: Stage, body: BodyKey, finding: DemoFinding, piece: DemoEvidence) {
  const { id } = stage;
  const recorded = finding.state === 'RECORDED';
  const author = recorded ? clerkOf(body) : personOf(finding.handler);
  const people = 'attendees' in piece ? piece.attendees : 'people' in piece ? piece.people : undefined;
  const source =
    'checked' in piece ? { checkedCount: piece.checked ?? null, correctedCount: piece.corrected ?? null } : {};
  const entered = piece.date > LEDGER_OPENED ? piece.date : LEDGER_OPENED;
  return {
    bodyId: id(`body:${body}`),
    inspectionId: id(`inspection:${body}`),
    kind: piece.kind,
    title: piece.title,
    ...dateColumns(piece),
    place: 'place' in piece ? (piece.place ?? null) : null,
    restricted: piece.kind === 'TALK',
    headcount: people ?? null,
    ...source,
    reportedBySource: recorded,
    ...(recorded
      ? { quote: piece.title, ...spanOf(body, piece.title), importId: importOf(stage, body, finding).importId }
      : {}),
    createdById: id(`account:${author.key}`),
    createdByName: author.name,
    createdAt: at(entered, '16:00'),
    updatedAt: at(entered, '16:00'),
    updatedByName: author.name,
  };
}

/** The day as known: a range keeps both ends, ten days keep their words, a missing year says that it was inferred. */
function dateColumns(piece: DemoEvidence) {
  const tenDays = piece.words?.includes('旬') ?? false;
  const precision = piece.until ? 'RANGE' : tenDays ? 'TENDAY' : 'DAY';
  const first = tenDays ? `${piece.date.slice(0, 8)}21` : piece.date;
  return {
    occurredOn: dateOf(first),
    occurredTo: piece.until ? dateOf(piece.until) : null,
    dateText: piece.words ?? null,
    datePrecision: precision,
    yearSource: piece.yearInferred ? 'CARRIED' : 'STATED',
  } as const;
}

/** Who looked at a finding's evidence first, and when: the head, or the leader where the head submitted himself. */
function reviewerOf(body: BodyKey, finding: DemoFinding): { person: DemoPerson; day: string } | null {
  const day = finding.signedOn?.[1];
  if (!day) return null;
  const head = headOf(body, finding.lead);
  return { person: finding.submittedBy === head.key ? leaderOf(body, finding.leader) : head, day };
}

function acceptanceOf(body: BodyKey, finding: DemoFinding, action: DemoAction) {
  const reviewer = reviewerOf(body, finding);
  if (reviewer) {
    return {
      acceptance: 'ACCEPTED' as const,
      acceptedByName: reviewer.person.name,
      acceptedAt: at(reviewer.day, '10:10'),
    };
  }
  const { returned } = finding;
  if (!returned || action.state === 'DONE') return { acceptance: 'PENDING' as const };
  const by = { acceptedByName: personOf(returned.by).name, acceptedAt: at(returned.date, '16:10') };
  return { acceptance: 'REJECTED' as const, ...by, rejectionReason: '票据和确认手续不全，请补齐。' };
}

const TYPE_WORDS: Partial<Record<string, string>> = { OTHER: '专题会议', BRANCH: '支部会议' };

function seedKind({ rows }: Stage, body: BodyKey, evidenceId: string, piece: DemoEvidence): void {
  if (piece.kind === 'MEETING') {
    rows.meetings.push({
      evidenceId,
      type: piece.type,
      typeText: TYPE_WORDS[piece.type] ?? null,
      recorder: clerkOf(body).name,
    });
  }
  if (piece.kind === 'DOCUMENT') {
    const own = bodies.find((one) => one.key === body)!.shortName;
    const status = piece.draft ? 'DRAFT' : piece.issuer ? 'ISSUED_BY_OTHER' : 'ISSUED';
    const change = piece.revised ? 'REVISED' : 'NEW';
    rows.documents.push({ evidenceId, number: piece.number, issuer: piece.issuer ?? own, status, change });
  }
  if (piece.kind === 'TALK') {
    const { type, by, people, title } = piece;
    rows.talks.push({ evidenceId, type, interviewer: by, interviewee: piece.with, reason: title, occurrences: people });
  }
}

function seedScan(
  stage: Stage,
  body: BodyKey,
  finding: DemoFinding,
  piece: DemoEvidence,
  evidenceId: string,
  pieceNumber: string,
): void {
  if (finding.state === 'RECORDED') return;
  const photo = piece.title.endsWith('照片');
  const shown = piece.words ?? piece.date;
  const scan = photo
    ? stage.scans.photo(piece.title)
    : stage.scans.pdf(piece.title, [`佐证编号：${pieceNumber}`, `日期：${shown}`, '演示样张，内容均为虚构。']);
  const formal = piece.kind === 'MEETING' || piece.kind === 'DOCUMENT' || piece.kind === 'TALK';
  const row = attach(stage, body, personOf(finding.handler), `scan:${evidenceId}`, {
    fileName: `${pieceNumber} ${piece.title}.${photo ? 'png' : 'pdf'}`,
    purpose: formal ? 'SCAN' : 'FILE',
    ...scan,
  });
  const entered = piece.date > LEDGER_OPENED ? piece.date : LEDGER_OPENED;
  stage.rows.attachments.push({ ...row, evidenceId, uploadedAt: at(entered, '16:05') });
  const on = { body, type: 'Evidence', id: evidenceId, after: { pieceNumber } };
  audit(stage, { ...on, at: at(entered, '16:05'), by: personOf(finding.handler), verb: 'addEvidence' });
}

/** An attachment's row without the record it belongs to. */
export function attach(
  { id }: Stage,
  body: BodyKey,
  by: DemoPerson,
  key: string,
  file: Pick<Prisma.AttachmentCreateManyInput, 'fileName' | 'purpose' | 'mediaType' | 'size' | 'sha256'>,
) {
  const uploader = { uploadedById: id(`account:${by.key}`), uploadedByName: by.name };
  return { id: id(`attachment:${key}`), bodyId: id(`body:${body}`), ...file, ...uploader };
}
