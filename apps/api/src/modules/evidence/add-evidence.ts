import { invalid, LIMITS, talkTitle } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { optionalText, requireText } from '../text.ts';
import { given } from '../given.ts';
import { addPiece } from './add-piece.ts';
import type {
  AddDocumentInput,
  AddFileEvidenceInput,
  AddMeetingInput,
  AddOtherEvidenceInput,
  AddTalkInput,
  MeetingDetailsInput,
} from './evidence.inputs.ts';
import { count } from './piece-columns.ts';

/** The texts of a meeting; absent stays, null clears. */
export const meetingColumns = (details: MeetingDetailsInput) =>
  given({
    typeText: optionalText(details.typeText, 'typeText', LIMITS.name),
    chair: optionalText(details.chair, 'chair', LIMITS.name),
    attendees: optionalText(details.attendees, 'attendees', LIMITS.text),
    absent: optionalText(details.absent, 'absent', LIMITS.text),
    recorder: optionalText(details.recorder, 'recorder', LIMITS.name),
    agenda: optionalText(details.agenda, 'agenda', LIMITS.text),
    resolution: optionalText(details.resolution, 'resolution', LIMITS.text),
    minutesNumber: optionalText(details.minutesNumber, 'minutesNumber', LIMITS.documentNumber),
  });

/** A meeting, of actions or of the body as a whole. */
export async function addMeeting(ctx: Context, input: AddMeetingInput): Promise<string> {
  const details = meetingColumns(input.details ?? {});
  return addPiece(ctx, {
    kind: 'MEETING',
    title: requireText(input.title, 'title', LIMITS.title),
    input,
    dated: true,
    inspectionId: input.inspectionId,
    details: async ({ tx, piece }) => {
      await tx.meeting.create({ data: { evidenceId: piece.id, type: input.type, ...details } });
      return [];
    },
  });
}

/** A document; issued by the own body unless said otherwise. */
export async function addDocument(ctx: Context, input: AddDocumentInput): Promise<string> {
  const number = optionalText(input.number, 'number', LIMITS.documentNumber) ?? null;
  const issuer = optionalText(input.issuer, 'issuer', LIMITS.title);
  if (input.status === 'ISSUED_BY_OTHER' && !issuer)
    throw invalid('issuer', 'evidence.issuer', 'name the body that issued it');
  return addPiece(ctx, {
    kind: 'DOCUMENT',
    title: requireText(input.title, 'title', LIMITS.title),
    input,
    dated: true,
    details: async ({ tx, piece }) => {
      const own = issuer ?? (await tx.body.findUniqueOrThrow({ where: { id: piece.bodyId } })).shortName;
      const kind = { status: input.status ?? 'ISSUED', change: input.change ?? null } as const;
      await tx.policyDocument.create({ data: { evidenceId: piece.id, number, issuer: own, ...kind } });
      return [];
    },
  });
}

/** A talk. Its title is its type unless one is given, so that no name stands where everybody reads. */
export async function addTalk(ctx: Context, input: AddTalkInput): Promise<string> {
  const talk = {
    type: input.type,
    typeText: optionalText(input.typeText, 'typeText', LIMITS.name) ?? null,
    interviewer: requireText(input.interviewer, 'interviewer', LIMITS.name),
    interviewee: requireText(input.interviewee, 'interviewee', LIMITS.title),
    reason: optionalText(input.reason, 'reason', LIMITS.text) ?? null,
    occurrences: count(input.occurrences, 'occurrences') ?? null,
  };
  return addPiece(ctx, {
    kind: 'TALK',
    title: optionalText(input.title, 'title', LIMITS.title) ?? talk.typeText ?? talkTitle(input.type),
    input,
    dated: true,
    details: async ({ tx, piece }) => {
      await tx.talk.create({ data: { evidenceId: piece.id, ...talk } });
      return [];
    },
  });
}

/** A file as evidence of its own; it may stand without a date. */
export async function addFileEvidence(ctx: Context, input: AddFileEvidenceInput): Promise<string> {
  return addPiece(ctx, { kind: 'FILE', title: requireText(input.title, 'title', LIMITS.title), input, dated: false });
}

/** Training, visits, inspections, lateral reviews and the like. */
export async function addOtherEvidence(ctx: Context, input: AddOtherEvidenceInput): Promise<string> {
  return addPiece(ctx, {
    kind: input.kind,
    title: requireText(input.title, 'title', LIMITS.title),
    input,
    dated: input.kind !== 'FILE',
    columns: {
      checkedCount: count(input.checkedCount, 'checkedCount') ?? null,
      correctedCount: count(input.correctedCount, 'correctedCount') ?? null,
    },
  });
}
