import {
  DomainError,
  forbidden,
  isAcknowledged,
  LIMITS,
  shanghaiDay,
  sideOf,
  whyNotAcknowledge,
} from '@closeout/domain';
import type { Handover, Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { requireText } from '../text.ts';
import { readHandoverFacts } from './handover-facts.ts';
import { handoverFactsSql } from './handover-items.ts';
import type { AcknowledgeHandoverInput } from './handover.type.ts';
import { passOn } from './pass-on.ts';

type Facts = ReturnType<typeof readHandoverFacts>;

async function factsOf(ctx: Context, tx: Transaction, id: string): Promise<Facts> {
  const [row] = await tx.$queryRawUnsafe<{ facts: unknown }[]>(
    `SELECT ${handoverFactsSql('h', '$2::date')} AS facts FROM handover h WHERE h.id = $1::uuid`,
    id,
    shanghaiDay(ctx.now()),
  );
  return readHandoverFacts(row?.facts);
}

/** Refuses who may not acknowledge, and a list that changed since it was looked at. */
function demandAcknowledge(ctx: Context, facts: Facts, digest: string): void {
  const reason = whyNotAcknowledge(ctx.viewer, facts);
  if (reason === 'FORBIDDEN') throw forbidden('acknowledgeHandover');
  if (reason === 'ROLES_MISSING')
    throw new DomainError({
      code: 'ILLEGAL_TRANSITION',
      rule: 'people.handoverRoles',
      message: `the successor lacks roles of the post: ${facts.missingRoles.join(', ')}`,
      params: { roles: facts.missingRoles.join(', ') },
    });
  if (reason !== null)
    throw new DomainError({
      code: 'ILLEGAL_TRANSITION',
      rule: reason === 'WRONG_STATE' ? 'people.handoverState' : 'people.handoverOnce',
      message: reason === 'WRONG_STATE' ? `the handover is ${facts.state}` : 'this list is acknowledged already',
      params: { state: facts.state },
    });
  if (digest !== facts.digest)
    throw new DomainError({
      code: 'CONFLICT',
      rule: 'people.handoverList',
      message: 'the list has changed since it was shown: look at it again',
    });
}

const acknowledgement = (ctx: Context, facts: Facts, reason: string | null): Prisma.HandoverUncheckedUpdateInput =>
  sideOf(ctx.viewer, facts) === 'INCOMING'
    ? { incomingSeen: facts.digest, incomingAckAt: ctx.now() }
    : {
        outgoingSeen: facts.digest,
        outgoingAckAt: ctx.now(),
        outgoingAckByName: ctx.viewer.name,
        inPlaceReason: reason,
      };

/** One side acknowledges the list as it is; the second acknowledgement of the same list passes post and items on, in the same transaction. */
export async function acknowledgeHandover(ctx: Context, input: AcknowledgeHandoverInput): Promise<string> {
  const id = uuidOf(input.handoverId, 'hov', 'the handover');
  return inTransaction(ctx, async (tx) => {
    await tx.$queryRawUnsafe('SELECT 1 FROM handover WHERE id = $1::uuid FOR UPDATE', id);
    await demandVisible(ctx, tx, 'Handover', id, 'the handover');
    const before = await factsOf(ctx, tx, id);
    demandAcknowledge(ctx, before, input.digest);
    const side = sideOf(ctx.viewer, before);
    const reason = side === 'IN_PLACE' ? requireText(input.reason, 'reason', LIMITS.reason) : null;
    const handover: Handover = await tx.handover.update({
      where: { id },
      data: { ...acknowledgement(ctx, before, reason), version: { increment: 1 } },
    });
    const acknowledged: AuditEntry = {
      verb: 'acknowledgeHandover',
      recordType: 'Handover',
      recordId: id,
      bodyId: handover.bodyId,
      after: { side, digest: before.digest },
      reason,
    };
    const facts = await factsOf(ctx, tx, id);
    const moved = isAcknowledged(facts) ? await passOn(ctx, tx, handover, facts.carried) : [];
    return { value: id, events: [acknowledged, ...moved] };
  });
}
