import { LIMITS } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { changeFinding } from '../findings/change-finding.ts';
import { postTitleOf } from '../signoff/chain-records.ts';
import { optionalText, requireText } from '../text.ts';
import type { GiveOpinionInput } from './recheck.inputs.ts';

/** 监督意见: beside the chain; it stops nothing and is never taken back, another may follow. */
export async function giveOpinion(ctx: Context, input: GiveOpinionInput): Promise<string> {
  const text =
    input.kind === 'OBJECTION'
      ? requireText(input.text, 'text', LIMITS.reason)
      : (optionalText(input.text, 'text', LIMITS.reason) ?? null);
  return changeFinding(ctx, { findingId: input.findingId, verb: 'giveOpinion' }, async ({ tx, finding }) => {
    const byId = ctx.viewer.personId as string;
    await tx.supervisoryOpinion.create({
      data: {
        findingId: finding.id,
        cycle: finding.cycle,
        kind: input.kind,
        text,
        byId,
        byName: ctx.viewer.name,
        byPost: await postTitleOf(tx, byId),
        at: ctx.now(),
      },
    });
    return { after: { opinion: input.kind }, reason: text };
  });
}
