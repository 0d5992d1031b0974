import { LIMITS } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { postTitleOf } from '../signoff/chain-records.ts';
import { requireText } from '../text.ts';
import { changeFiling } from './change-filing.ts';
import type { FilingInput, FilingReasonInput } from './filing.inputs.ts';

/** Files exactly what was prepared and seen: a preparation made since is a conflict. From here on the database keeps it as it is. */
export const fileFiling = (ctx: Context, input: FilingInput): Promise<string> =>
  changeFiling(ctx, 'fileFiling', input, async ({ tx, filing, latest }) => {
    const number = (await tx.filingVersion.count({ where: { filingId: filing.id, filedAt: { not: null } } })) + 1;
    return {
      patch: {
        state: 'FILED',
        number,
        filedByName: ctx.viewer.name,
        filedByPost: await postTitleOf(tx, ctx.viewer.personId),
        filedAt: ctx.now(),
      },
      after: { number, sha256: latest.sha256 },
    };
  });

/** Gives it back to the clerk; the office never learns of it. */
export async function declineFiling(ctx: Context, input: FilingReasonInput): Promise<string> {
  const declineReason = requireText(input.reason, 'reason', LIMITS.reason);
  return changeFiling(ctx, 'declineFiling', input, async () => ({
    patch: { state: 'DECLINED', declinedByName: ctx.viewer.name, declinedAt: ctx.now(), declineReason },
    reason: declineReason,
  }));
}
