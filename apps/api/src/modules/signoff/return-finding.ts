import { LIMITS, notFound, settle } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { inTransaction } from '../audit/in-transaction.ts';
import { changeFinding, lockFinding } from '../findings/change-finding.ts';
import { requireText } from '../text.ts';
import { signerOf } from './chain-records.ts';
import type { OpenSubmissionInput, ReturnFindingInput } from './signoff.inputs.ts';

/** 退回: back to 整改中 with the written reason, which stays on the finding until it is submitted again. */
export async function returnFinding(ctx: Context, input: ReturnFindingInput): Promise<string> {
  const reason = requireText(input.reason, 'reason', LIMITS.reason);
  return changeFinding(ctx, { ...input, verb: 'returnFinding' }, async ({ tx, facts, transition }) => {
    const pending = facts.pending;
    if (pending === null) throw notFound('the submission');
    const current = settle(pending, facts).find((step) => step.state === 'CURRENT');
    const stored = pending.steps.find((step) => step.state === 'CURRENT');
    if (stored !== undefined && stored.ordinal !== current?.ordinal)
      await tx.signoffStep.update({
        where: { submissionId_ordinal: { submissionId: pending.id, ordinal: stored.ordinal } },
        data: { state: 'WAITING', reachedAt: null },
      });
    await tx.signoffStep.update({
      where: { submissionId_ordinal: { submissionId: pending.id, ordinal: current?.ordinal ?? 1 } },
      data: {
        state: 'RETURNED',
        ...(await signerOf(tx, facts, { id: ctx.viewer.personId, name: ctx.viewer.name })),
        opinion: reason,
        signedAt: ctx.now(),
      },
    });
    await tx.submission.update({ where: { id: pending.id }, data: { outcome: 'RETURNED', decidedAt: ctx.now() } });
    return {
      patch: { state: transition.to, returnReason: reason, returnedAt: ctx.now(), returnedByName: ctx.viewer.name },
      reason,
    };
  });
}

/** Notes that the viewer has opened a submission: what a batch asks for. Opening twice is one opening. */
export async function openSubmission(ctx: Context, input: OpenSubmissionInput): Promise<string> {
  const submissionId = uuidOf(input.submissionId, 'sub', 'the submission');
  return inTransaction(ctx, async (tx) => {
    const submission = await tx.submission.findUnique({ where: { id: submissionId } });
    if (submission === null || ctx.viewer.accountId === null) throw notFound('the submission');
    const { finding } = await lockFinding(ctx, tx, submission.findingId);
    const accountId = ctx.viewer.accountId;
    await tx.submissionOpening.upsert({
      where: { submissionId_accountId: { submissionId, accountId } },
      create: { submissionId, accountId, openedAt: ctx.now() },
      update: {},
    });
    return {
      value: submissionId,
      events: [{ verb: 'openSubmission', recordType: 'Submission', recordId: submissionId, bodyId: finding.bodyId }],
    };
  });
}
