import { DomainError, invalid, LIMITS } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { lockRecord } from '../audit/change-record.ts';
import { inTransaction } from '../audit/in-transaction.ts';
import { demandDirectory } from '../bodies/change-body.ts';
import { requireText } from '../text.ts';
import { demandNoHandover, lockPost } from '../people/change-post.ts';
import type { CancelHandoverInput, StartHandoverInput } from './handover.type.ts';

/** Starts the handover of a post from its holder, or from the last one, to the successor. Nothing moves before both have acknowledged. */
export async function startHandover(ctx: Context, input: StartHandoverInput): Promise<string> {
  demandDirectory(ctx.viewer);
  const postId = uuidOf(input.postId, 'pst', 'the post');
  const incomingId = uuidOf(input.incomingId, 'psn', 'the person');
  const reason = requireText(input.reason, 'reason', LIMITS.reason);
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, postId, null);
    const last = await tx.postHolding.findFirst({
      where: { postId },
      orderBy: [{ toOn: { sort: 'desc', nulls: 'first' } }],
    });
    if (last === null)
      throw invalid('postId', 'people.neverHeld', 'nobody ever held this post: there is nothing to hand over');
    if (last.personId === incomingId)
      throw invalid('incomingId', 'people.holds', 'the successor holds this post, or held it last');
    const incoming = await tx.person.findFirst({
      where: { id: incomingId, bodyId: post.bodyId, active: true, account: { active: true } },
    });
    if (incoming === null)
      throw invalid('incomingId', 'people.successor', 'incomingId names nobody of this body who can sign in');
    await demandNoHandover(tx, postId);
    const data = { bodyId: post.bodyId, postId, outgoingId: last.personId, incomingId, reason };
    const { id } = await tx.handover.create({
      data: { ...data, startedByName: ctx.viewer.name, startedAt: ctx.now() },
    });
    return {
      value: id,
      events: [
        { verb: 'startHandover', recordType: 'Handover', recordId: id, bodyId: post.bodyId, after: data, reason },
      ],
    };
  });
}

/** Cancels an open handover; nothing has moved. */
export async function cancelHandover(ctx: Context, input: CancelHandoverInput): Promise<string> {
  demandDirectory(ctx.viewer);
  const id = uuidOf(input.handoverId, 'hov', 'the handover');
  return inTransaction(ctx, async (tx) => {
    const handover = await lockRecord(
      tx,
      { table: 'handover', recordType: 'Handover', id, what: 'the handover', version: input.version },
      async () => {
        const row = await tx.handover.findUnique({ where: { id } });
        return row === null ? null : { ...row, createdAt: row.startedAt };
      },
    );
    if (handover.state !== 'OPEN')
      throw new DomainError({
        code: 'ILLEGAL_TRANSITION',
        rule: 'people.handoverState',
        message: `the handover is ${handover.state}`,
        params: { state: handover.state },
      });
    await tx.handover.update({
      where: { id },
      data: { state: 'CANCELLED', endedByName: ctx.viewer.name, endedAt: ctx.now(), version: { increment: 1 } },
    });
    return {
      value: id,
      events: [
        {
          verb: 'cancelHandover',
          recordType: 'Handover',
          recordId: id,
          bodyId: handover.bodyId,
          after: { state: 'CANCELLED' },
        },
      ],
    };
  });
}
