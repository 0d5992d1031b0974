import type { Context } from '../../graphql/context.ts';
import { optionalUuid, uuidOf } from '../../read/ids.ts';
import { demandHandler } from './assign-finding.ts';
import { changeFinding } from './change-finding.ts';
import type { ClaimInput, FindingVerbInput, NameHandlerInput } from './finding.inputs.ts';

/** 认领: the head of the lead department takes the finding on, and may name its handler at once. */
export async function claim(ctx: Context, input: ClaimInput): Promise<string> {
  const handlerId = optionalUuid(input.handlerId, 'psn', 'the person');
  return changeFinding(ctx, { ...input, verb: 'claim' }, async ({ tx, finding, transition }) => {
    if (handlerId) await demandHandler(tx, finding, handlerId);
    return { patch: { state: transition.to, claimedAt: ctx.now(), ...(handlerId ? { handlerId } : {}) } };
  });
}

export async function nameHandler(ctx: Context, input: NameHandlerInput): Promise<string> {
  const handlerId = uuidOf(input.handlerId, 'psn', 'the person');
  return changeFinding(ctx, { ...input, verb: 'nameHandler' }, async ({ tx, finding }) => {
    await demandHandler(tx, finding, handlerId);
    return { patch: { handlerId } };
  });
}

/** The secretary confirms the proposed leader. */
export const confirmLeader = (ctx: Context, input: FindingVerbInput): Promise<string> =>
  changeFinding(ctx, { ...input, verb: 'confirmLeader' }, async () => ({ patch: { leaderConfirmedAt: ctx.now() } }));

/** Takes a finding recorded from a published report over into live work: it is to be assigned and claimed; the printed result stays as a claim. */
export const takeOver = (ctx: Context, input: FindingVerbInput): Promise<string> =>
  changeFinding(ctx, { ...input, verb: 'takeOver' }, async ({ transition }) => ({ patch: { state: transition.to } }));

/** A continuing finding goes back into work, to be closed or continued anew. */
export const resume = (ctx: Context, input: FindingVerbInput): Promise<string> =>
  changeFinding(ctx, { ...input, verb: 'resume' }, async ({ transition }) => ({ patch: { state: transition.to } }));
