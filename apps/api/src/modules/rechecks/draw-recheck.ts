import { createHash } from 'node:crypto';
import {
  canInBody,
  drawSample,
  forbidden,
  notFound,
  readDraw,
  shanghaiDay,
  statesOf,
  type Viewer,
} from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { bodiesWithin } from '../access/visibility.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { toDate } from '../day.ts';
import { reading } from '../findings/change-finding.ts';
import type { DrawRecheckInput } from './recheck.inputs.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** An inspection that the viewer sees, with the body it is about; an invisible one answers like an absent one. */
async function visibleInspection(ctx: Context, tx: Transaction, id: string): Promise<{ id: string; bodyId: string }> {
  const r = reading(ctx);
  const text = `SELECT i.id, i.body_id AS "bodyId" FROM inspection i WHERE i.id = ${r.statement.param(id, 'uuid')} AND ${bodiesWithin('readOutline', 'i.body_id', r)}`;
  const [row] = await tx.$queryRawUnsafe<{ id: string; bodyId: string }[]>(text, ...r.statement.values);
  if (row === undefined) throw notFound('the inspection');
  return row;
}

/** The discipline group or office by whose grant the viewer re-checks this body. */
export function recheckingFor(viewer: Viewer, bodyId: string): string {
  const grant = viewer.grants.find((one) => canInBody({ ...viewer, grants: [one] }, 'drawRecheck', bodyId));
  if (grant === undefined || grant.bodyId === null) throw forbidden('drawRecheck');
  return grant.bodyId;
}

/** Draws the sample from the findings that are closed now; population, seed and day are kept so that anybody can draw it again. */
export async function drawRecheck(ctx: Context, input: DrawRecheckInput): Promise<string> {
  const inspectionId = uuidOf(input.inspectionId, 'ins', 'the inspection');
  const drawnOn = shanghaiDay(ctx.now());
  return inTransaction(ctx, async (tx) => {
    const inspection = await visibleInspection(ctx, tx, inspectionId);
    const drawnForId = recheckingFor(ctx.viewer, inspection.bodyId);
    const closed = await tx.finding.findMany({
      where: { inspectionId, state: { in: [...statesOf('reopen')] } },
      orderBy: { seq: 'asc' },
      select: { id: true, refNo: true },
    });
    const { seed, size } = readDraw(input.seed, input.size, closed.length);
    const population = closed.map((one) => one.refNo);
    const sample = drawSample(population, { seed, drawnOn, size }, sha256);
    const idOf = new Map(closed.map((one) => [one.refNo, one.id]));
    const draw = await tx.recheckDraw.create({
      data: {
        inspectionId,
        bodyId: inspection.bodyId,
        seed,
        drawnOn: toDate(drawnOn),
        size,
        population,
        drawnByName: ctx.viewer.name,
        drawnForId,
        drawnAt: ctx.now(),
      },
    });
    await tx.recheck.createMany({
      data: sample.map((refNo, index) => ({
        drawId: draw.id,
        bodyId: inspection.bodyId,
        findingId: idOf.get(refNo) as string,
        ordinal: index + 1,
      })),
    });
    return {
      value: draw.id,
      events: [
        {
          verb: 'drawRecheck',
          recordType: 'RecheckDraw',
          recordId: draw.id,
          bodyId: inspection.bodyId,
          after: { seed, drawnOn, size, sample },
        },
      ],
    };
  });
}
