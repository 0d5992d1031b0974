import { shanghaiDay, type PostGrant } from '@closeout/domain';
import type { Handover } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import type { AuditEntry, Transaction } from '../audit/in-transaction.ts';
import { toDate } from '../day.ts';
import { DAY_MS, endHolding } from '../people/change-post.ts';
import { openItems } from './handover-items.ts';

/** Keeps the list as it stands, for good. */
async function freezeItems(ctx: Context, tx: Transaction, handoverId: string): Promise<void> {
  await tx.$executeRawUnsafe(
    `INSERT INTO handover_item (id, handover_id, kind, ordinal, finding_id, action_id, department_id, label, due_on)
      SELECT gen_random_uuid(), i.handover_id, i.kind, i.ordinal, i.finding_id, i.action_id, i.department_id, i.label, i.due_on FROM (${openItems('$2::text::date')}) i WHERE i.handover_id = $1::uuid`,
    handoverId,
    shanghaiDay(ctx.now()),
  );
}

/** What the outgoing person handled gets the successor as handler; each finding has it in its own history. */
async function moveHandled(ctx: Context, tx: Transaction, handover: Handover): Promise<AuditEntry[]> {
  const items = await tx.handoverItem.findMany({
    where: { handoverId: handover.id, kind: { in: ['HANDLED', 'ACTION'] } },
  });
  const findingIds = [...new Set(items.flatMap((item) => item.findingId ?? []))].sort();
  await tx.$queryRawUnsafe('SELECT 1 FROM finding WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', findingIds);
  const handled = items.flatMap((item) => (item.kind === 'HANDLED' && item.findingId !== null ? [item.findingId] : []));
  const actions = items.flatMap((item) => item.actionId ?? []);
  await tx.finding.updateMany({ where: { id: { in: handled } }, data: { handlerId: handover.incomingId } });
  await tx.action.updateMany({
    where: { id: { in: actions } },
    data: { handlerId: handover.incomingId, version: { increment: 1 } },
  });
  await tx.finding.updateMany({
    where: { id: { in: findingIds } },
    data: { version: { increment: 1 }, updatedByName: ctx.viewer.name, updatedAt: ctx.now() },
  });
  return findingIds.map((id) => ({
    verb: 'handOver',
    recordType: 'Finding',
    recordId: id,
    bodyId: handover.bodyId,
    before: { handlerId: handover.outgoingId },
    after: {
      handlerId: handover.incomingId,
      ...(handled.includes(id)
        ? {}
        : { actions: items.filter((item) => item.findingId === id && item.actionId !== null).length }),
    },
  }));
}

/** The successor holds the post from today; the holder before him until yesterday. */
async function moveHolding(ctx: Context, tx: Transaction, handover: Handover): Promise<AuditEntry> {
  const today = toDate(shanghaiDay(ctx.now()));
  const former = await endHolding(tx, handover.postId, new Date(today.getTime() - DAY_MS));
  await tx.postHolding.create({ data: { postId: handover.postId, personId: handover.incomingId, fromOn: today } });
  await tx.post.update({ where: { id: handover.postId }, data: { version: { increment: 1 } } });
  return {
    verb: 'holdPost',
    recordType: 'Post',
    recordId: handover.postId,
    bodyId: handover.bodyId,
    before: { holderId: former },
    after: { holderId: handover.incomingId, fromOn: shanghaiDay(ctx.now()) },
  };
}

/** The rights that belonged to the post end for who left it; those of the successor were granted before. */
async function endGrants(
  ctx: Context,
  tx: Transaction,
  handover: Handover,
  carried: readonly PostGrant[],
): Promise<AuditEntry[]> {
  await tx.roleGrant.updateMany({
    where: { id: { in: carried.map((grant) => grant.id) } },
    data: { revokedAt: ctx.now() },
  });
  return carried.map((grant) => ({
    verb: 'revokeRole',
    recordType: 'RoleGrant',
    recordId: grant.id,
    bodyId: handover.bodyId,
    before: { role: grant.role },
    after: { revoked: true },
    reason: 'the post was handed over',
  }));
}

/** Passes post, items and rights on: all of it in the transaction of the last acknowledgement, or nothing. */
export async function passOn(
  ctx: Context,
  tx: Transaction,
  handover: Handover,
  carried: readonly PostGrant[],
): Promise<AuditEntry[]> {
  await freezeItems(ctx, tx, handover.id);
  const findings = await moveHandled(ctx, tx, handover);
  const post = await moveHolding(ctx, tx, handover);
  const grants = await endGrants(ctx, tx, handover, carried);
  await tx.handover.update({
    where: { id: handover.id },
    data: { state: 'DONE', endedAt: ctx.now(), endedByName: ctx.viewer.name },
  });
  return [post, ...findings, ...grants];
}
