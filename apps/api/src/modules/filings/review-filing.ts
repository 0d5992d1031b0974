import { readReview } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { postTitleOf } from '../signoff/chain-records.ts';
import { changeFiling } from './change-filing.ts';
import type { ReviewFilingInput } from './filing.inputs.ts';

/** Enters what a reviewer says of the filed plan; a later opinion stands beside the earlier one. */
export async function reviewFiling(ctx: Context, input: ReviewFilingInput): Promise<string> {
  const review = readReview(input);
  return changeFiling(ctx, 'reviewFiling', input, async ({ tx, filing, latest }) => {
    await tx.filingReview.create({
      data: {
        versionId: latest.id,
        bodyId: filing.bodyId,
        ...review,
        enteredByName: ctx.viewer.name,
        enteredByPost: await postTitleOf(tx, ctx.viewer.personId),
        enteredAt: ctx.now(),
      },
    });
    return {
      patch: {},
      after: { number: latest.number, reviewer: review.reviewer, opinion: review.opinion },
      reason: review.text,
    };
  });
}
