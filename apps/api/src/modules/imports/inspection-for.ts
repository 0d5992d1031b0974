import { canInBody, forbidden, type BodyVerb } from '@closeout/domain';
import type { Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import type { Transaction } from '../audit/in-transaction.ts';

const WITH = { round: true, body: true } as const satisfies Prisma.InspectionInclude;
export type InspectionWithBody = Prisma.InspectionGetPayload<{ include: typeof WITH }>;

/** An inspection with its round and body, by uuid. */
export const inspectionOf = (tx: Transaction, id: string): Promise<InspectionWithBody> =>
  tx.inspection.findUniqueOrThrow({ where: { id }, include: WITH });

/** An inspection that the viewer may see at all; one of another body answers like an absent one. */
export async function visibleInspection(ctx: Context, inspectionId: string): Promise<InspectionWithBody> {
  const id = uuidOf(inspectionId, 'ins', 'the inspection');
  await demandVisible(ctx, ctx.db, 'Inspection', id, 'the inspection');
  return inspectionOf(ctx.db, id);
}

/** An inspection for whose whole body the viewer has the verb. */
export async function inspectionFor(ctx: Context, inspectionId: string, verb: BodyVerb): Promise<InspectionWithBody> {
  const found = await visibleInspection(ctx, inspectionId);
  if (!canInBody(ctx.viewer, verb, found.bodyId)) throw forbidden(verb);
  return found;
}
