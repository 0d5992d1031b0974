import { notFound, readReview } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { changeFinding } from '../findings/change-finding.ts';
import { postTitleOf } from './chain-records.ts';
import type { ReviewSubmissionInput } from './signoff.inputs.ts';

/** 会审: enters what a reviewer says of the close-out that waits for the office; a later opinion stands beside the earlier one. */
export async function reviewSubmission(ctx: Context, input: ReviewSubmissionInput): Promise<string> {
  const review = readReview(input);
  return changeFinding(ctx, { ...input, verb: 'reviewSubmission' }, async ({ tx, facts }) => {
    if (facts.pending === null) throw notFound('the submission');
    await tx.submissionReview.create({
      data: {
        submissionId: facts.pending.id,
        ...review,
        enteredByName: ctx.viewer.name,
        enteredByPost: await postTitleOf(tx, ctx.viewer.personId),
        enteredAt: ctx.now(),
      },
    });
    return { after: { reviewer: review.name ?? review.reviewer, opinion: review.opinion }, reason: review.text };
  });
}
