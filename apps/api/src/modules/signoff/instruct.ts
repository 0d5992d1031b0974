import { LIMITS } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { changeFinding } from '../findings/change-finding.ts';
import { requireText } from '../text.ts';
import { postTitleOf } from './chain-records.ts';
import type { InstructInput } from './signoff.inputs.ts';

/** 批示: the secretary's instruction on a finding; it changes nothing else. */
export async function instruct(ctx: Context, input: InstructInput): Promise<string> {
  const text = requireText(input.text, 'text', LIMITS.reason);
  return changeFinding(ctx, { findingId: input.findingId, verb: 'instruct' }, async ({ tx, finding }) => {
    const byId = ctx.viewer.personId as string;
    await tx.instruction.create({
      data: {
        findingId: finding.id,
        text,
        byId,
        byName: ctx.viewer.name,
        byPost: await postTitleOf(tx, byId),
        at: ctx.now(),
      },
    });
    return { after: { instruction: text } };
  });
}
