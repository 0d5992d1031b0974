import { invalid, LIMITS, shanghaiDay } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { toDate } from '../day.ts';
import { changeFinding } from '../findings/change-finding.ts';
import type { FindingVerbInput } from '../findings/finding.inputs.ts';
import { optionalText, requireText } from '../text.ts';
import { createSubmission } from './chain-records.ts';
import type { SubmitForContinuationInput, SubmitInput } from './signoff.inputs.ts';

/** Handed on for signing, a finding is no longer a returned one. */
const ANSWERED = { returnReason: null, returnedAt: null, returnedByName: null } as const;

/** Submits for close-out: the gate must be passed; the chain starts with its first step current. */
export async function submit(ctx: Context, input: SubmitInput): Promise<string> {
  const statement = optionalText(input.statement, 'statement', LIMITS.text) ?? null;
  return changeFinding(ctx, { ...input, verb: 'submit' }, async ({ tx, finding, facts, transition }) => {
    const submissionId = await createSubmission(ctx, tx, finding, facts, { purpose: 'CLOSE_OUT', statement });
    return { patch: { state: transition.to, ...ANSWERED }, after: { submissionId, statement } };
  });
}

/** Submits for 持续整改: reason, target and next review stand for what is not done. */
export async function submitForContinuation(ctx: Context, input: SubmitForContinuationInput): Promise<string> {
  const statement = optionalText(input.statement, 'statement', LIMITS.text) ?? null;
  const reason = requireText(input.reason, 'reason', LIMITS.reason);
  const target = requireText(input.target, 'target', LIMITS.reason);
  if (input.nextReviewOn <= shanghaiDay(ctx.now()))
    throw invalid('nextReviewOn', 'signoff.nextReview', 'the next review lies after today');
  return changeFinding(ctx, { ...input, verb: 'submitForContinuation' }, async ({ tx, finding, facts, transition }) => {
    const submissionId = await createSubmission(ctx, tx, finding, facts, {
      purpose: 'CONTINUE',
      statement,
      reason,
      target,
      nextReviewOn: toDate(input.nextReviewOn),
    });
    return {
      patch: { state: transition.to, ...ANSWERED },
      after: { submissionId, reason, target, nextReviewOn: input.nextReviewOn },
    };
  });
}

/** Takes the submission back before anyone signed it. */
export async function withdraw(ctx: Context, input: FindingVerbInput): Promise<string> {
  return changeFinding(ctx, { ...input, verb: 'withdraw' }, async ({ tx, finding, transition }) => {
    await tx.submission.updateMany({
      where: { findingId: finding.id, outcome: 'PENDING' },
      data: { outcome: 'WITHDRAWN', decidedAt: ctx.now() },
    });
    await tx.signoffStep.updateMany({
      where: { state: 'CURRENT', submission: { findingId: finding.id } },
      data: { state: 'WAITING', reachedAt: null },
    });
    return { patch: { state: transition.to } };
  });
}
