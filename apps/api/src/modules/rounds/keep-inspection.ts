import { canInBody, forbidden, type BodyVerb } from '@closeout/domain';
import type { Inspection } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';

/** What a change of an inspection's facts writes into the trail. */
export type FactEntry = Pick<AuditEntry, 'recordType' | 'recordId' | 'before' | 'after'>;

/**
 * One change of what is kept of an inspection: visible, then allowed, then written with its entry while the inspection is
 * locked. Answers the inspection's uuid.
 */
export async function keepInspection(
  ctx: Context,
  globalId: string,
  verb: BodyVerb,
  name: string,
  work: (tx: Transaction, inspection: Inspection) => Promise<FactEntry>,
): Promise<string> {
  const id = uuidOf(globalId, 'ins', 'the inspection');
  return inTransaction(ctx, async (tx) => {
    await demandVisible(ctx, tx, 'Inspection', id, 'the inspection');
    await tx.$queryRaw`SELECT 1 FROM inspection WHERE id = ${id}::uuid FOR UPDATE`;
    const inspection = await tx.inspection.findUniqueOrThrow({ where: { id } });
    if (!canInBody(ctx.viewer, verb, inspection.bodyId)) throw forbidden(verb);
    const entry = await work(tx, inspection);
    return { value: id, events: [{ ...entry, verb: name, bodyId: inspection.bodyId }] };
  });
}
