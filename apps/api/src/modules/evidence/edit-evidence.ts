import { invalid, LIMITS } from '@closeout/domain';
import type { Evidence, Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { given } from '../given.ts';
import { demandDepartment } from '../access/demand-visible.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { optionalText, requireText } from '../text.ts';
import { meetingColumns } from './add-evidence.ts';
import { checkEntry, onBehalfOf } from './add-piece.ts';
import { changePiece, UNREVIEWED } from './change-piece.ts';
import type {
  EditDocumentInput,
  EditEvidenceInput,
  EditMeetingInput,
  EditTalkInput,
} from './evidence-change.inputs.ts';
import { commonColumns, count, dateColumns, demandRestrict } from './piece-columns.ts';

const documentColumns = (part: EditDocumentInput) => ({
  number: optionalText(part.number, 'document.number', LIMITS.documentNumber),
  issuer: optionalText(part.issuer, 'document.issuer', LIMITS.title),
  status: part.status ?? undefined,
  change: part.change,
});

const talkColumns = (part: EditTalkInput) => ({
  type: part.type ?? undefined,
  typeText: optionalText(part.typeText, 'talk.typeText', LIMITS.name),
  interviewer: optionalText(part.interviewer, 'talk.interviewer', LIMITS.name),
  interviewee: optionalText(part.interviewee, 'talk.interviewee', LIMITS.title),
  reason: optionalText(part.reason, 'talk.reason', LIMITS.text),
  occurrences: count(part.occurrences, 'talk.occurrences'),
});

const meetingPart = (part: EditMeetingInput) => ({ type: part.type ?? undefined, ...meetingColumns(part) });

/** Writes the details of the piece's own kind; details of another kind are refused. */
async function editDetails(
  tx: Transaction,
  piece: Evidence,
  input: EditEvidenceInput,
): Promise<Record<string, unknown>> {
  const parts = { MEETING: input.meeting, DOCUMENT: input.document, TALK: input.talk };
  for (const [kind, part] of Object.entries(parts))
    if (part && kind !== piece.kind)
      throw invalid(kind.toLowerCase(), 'evidence.otherKind', `this piece is no ${kind.toLowerCase()}`);
  const where = { evidenceId: piece.id };
  const meeting = input.meeting ? given(meetingPart(input.meeting)) : null;
  const document = input.document ? given(documentColumns(input.document)) : null;
  const talk = input.talk ? given(talkColumns(input.talk)) : null;
  if (meeting) await tx.meeting.update({ where, data: meeting });
  if (document) await tx.policyDocument.update({ where, data: document });
  if (talk) await tx.talk.update({ where, data: talk });
  return { ...meeting, ...document, ...talk };
}

function columnsOf(input: EditEvidenceInput, piece: Evidence): Prisma.EvidenceUncheckedUpdateInput {
  return given({
    title: input.title === undefined ? undefined : requireText(input.title, 'title', LIMITS.title),
    ...(input.date === undefined ? {} : dateColumns(input.date, piece.kind !== 'FILE')),
    ...commonColumns(input),
    checkedCount: count(input.checkedCount, 'checkedCount'),
    correctedCount: count(input.correctedCount, 'correctedCount'),
  });
}

/** Changes a piece of evidence; what is absent stays. A reviewed piece waits for review again; its number stays. */
export async function editEvidence(ctx: Context, input: EditEvidenceInput): Promise<string> {
  return changePiece(ctx, input, async ({ tx, piece, locked }) => {
    const restricted = input.restricted ?? piece.restricted;
    if (restricted !== piece.restricted) demandRestrict(ctx.viewer, piece.bodyId, locked);
    const details = await editDetails(tx, piece, input);
    const columns = columnsOf(input, piece);
    const entered = onBehalfOf({
      onBehalfOf: input.onBehalfOf,
      onBehalfSource: input.onBehalfSource === undefined ? undefined : input.onBehalfSource,
    });
    const renamed = entered.departmentId !== null || entered.source !== null;
    if (renamed) {
      checkEntry(ctx, 'addEvidence', locked, {
        departmentId: entered.departmentId ?? piece.onBehalfOfId,
        source: entered.source ?? piece.onBehalfSource,
      });
      if (entered.departmentId !== null) await demandDepartment(tx, piece.bodyId, entered.departmentId, 'onBehalfOf');
    }
    const onBehalf = given({
      onBehalfOfId: entered.departmentId ?? undefined,
      onBehalfSource: entered.source ?? undefined,
    });
    const changed = Object.keys({ ...columns, ...details, ...onBehalf }).length > 0;
    const review = changed ? { ...(piece.acceptance === 'PENDING' ? {} : UNREVIEWED), reportedBySource: false } : {};
    return { patch: { ...columns, ...onBehalf, restricted, ...review }, after: details };
  });
}
