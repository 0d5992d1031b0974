import { DomainError, invalid, LIMITS, notFound, settle, shanghaiDay, whyNotSign } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { uuidOf } from '../../read/ids.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { fromDate, toDate } from '../day.ts';
import { applyToFinding, changeFinding } from '../findings/change-finding.ts';
import { optionalText, requireText } from '../text.ts';
import { signerOf } from './chain-records.ts';
import { eachItem, signStep } from './sign-finding.ts';
import type { RecordPaperSignatureInput, RecordResolutionInput } from './signoff.inputs.ts';

/** A signature given on paper counts once its form is scanned in; the clerk records it, the named holder has signed. */
export async function recordPaperSignature(ctx: Context, input: RecordPaperSignatureInput): Promise<string> {
  const signerId = uuidOf(input.signerId, 'psn', 'the person');
  const scanId = uuidOf(input.scanId, 'att', 'the scanned form');
  const opinion = optionalText(input.opinion, 'opinion', LIMITS.opinion) ?? null;
  if (input.signedOn > shanghaiDay(ctx.now()))
    throw invalid('signedOn', 'signoff.paperDate', 'the paper cannot be signed after today');
  return changeFinding(ctx, { ...input, verb: 'recordPaperSignature' }, async ({ tx, finding, facts }) => {
    const scan = await tx.attachment.findFirst({
      where: { id: scanId, findingId: finding.id, purpose: 'SIGNED_FORM' },
    });
    if (scan === null) throw notFound('the scanned form');
    const signer = await tx.person.findFirst({ where: { id: signerId, bodyId: finding.bodyId } });
    const pending = facts.pending;
    const reason =
      pending === null || signer === null
        ? 'NOT_YOUR_STEP'
        : whyNotSign({ ...pending, steps: settle(pending, facts) }, facts, signerId);
    if (reason !== null || signer === null)
      throw new DomainError({
        code: 'INVALID',
        rule: 'signoff.paperSigner',
        field: 'signerId',
        message: `this person may not sign the current step: ${reason}`,
        params: { reason: reason ?? 'NOT_YOUR_STEP' },
      });
    const patch = await signStep(ctx, tx, finding, facts, {
      ...(await signerOf(tx, facts, signer)),
      opinion,
      signedAt: toDate(input.signedOn),
      onPaper: true,
      scanId,
      recordedByName: ctx.viewer.name,
    });
    return { patch, after: { paperSignature: signer.name, signedOn: input.signedOn } };
  });
}

/** The meeting must be one that the viewer sees, held, and its minutes or resolution must be attached. */
async function demandMeeting(
  ctx: Context,
  tx: Transaction,
  meetingId: string,
): Promise<{ bodyId: string; heldOn: Date; scanId: string }> {
  await demandVisible(ctx, tx, 'Evidence', meetingId, 'the meeting');
  const meeting = await tx.evidence.findUniqueOrThrow({
    where: { id: meetingId },
    include: { attachments: { orderBy: { uploadedAt: 'asc' }, take: 1 } },
  });
  if (meeting.kind !== 'MEETING')
    throw invalid('meetingId', 'signoff.resolutionMeeting', 'a resolution needs a meeting');
  const day = fromDate(meeting.occurredOn);
  if (meeting.occurredOn === null || day === null || day > shanghaiDay(ctx.now()))
    throw invalid('meetingId', 'signoff.resolutionHeld', 'the meeting needs a day that is not after today');
  const scan = meeting.attachments[0];
  if (scan === undefined)
    throw invalid('meetingId', 'signoff.resolutionScan', 'attach the minutes or the resolution to the meeting first');
  return { bodyId: meeting.bodyId, heldOn: meeting.occurredOn, scanId: scan.id };
}

/** One meeting's resolution signs the waiting step of several findings: all of them, or none. */
export async function recordResolution(
  ctx: Context,
  input: RecordResolutionInput,
): Promise<{ resolutionId: string; findingIds: string[] }> {
  const meetingId = uuidOf(input.meetingId, 'evd', 'the meeting');
  const text = requireText(input.text, 'text', LIMITS.text);
  return inTransaction(ctx, async (tx) => {
    const meeting = await demandMeeting(ctx, tx, meetingId);
    const resolution = await tx.resolution.create({
      data: {
        bodyId: meeting.bodyId,
        meetingId,
        text,
        decidedOn: meeting.heldOn,
        scanId: meeting.scanId,
        recordedByName: ctx.viewer.name,
        createdAt: ctx.now(),
      },
    });
    const events = await eachItem(input.items, (item) =>
      applyToFinding(ctx, tx, { ...item, verb: 'recordResolution' }, async ({ finding, facts }) => {
        if (finding.bodyId !== meeting.bodyId) throw notFound('the finding');
        const patch = await signStep(ctx, tx, finding, facts, {
          signerId: null,
          signerName: null,
          signerPost: null,
          opinion: text,
          signedAt: ctx.now(),
          resolutionId: resolution.id,
          recordedByName: ctx.viewer.name,
        });
        return { patch, after: { resolution: text } };
      }),
    );
    const first: AuditEntry = {
      verb: 'recordResolution',
      recordType: 'Resolution',
      recordId: resolution.id,
      bodyId: meeting.bodyId,
      after: { text, count: input.items.length },
    };
    return {
      value: {
        resolutionId: resolution.id,
        findingIds: input.items.map((item) => uuidOf(item.findingId, 'fnd', 'the finding')),
      },
      events: [first, ...events],
    };
  });
}
