import { createHash } from 'node:crypto';
import {
  canInBody,
  DRAW_VERBS,
  drawSample,
  forbidden,
  notFound,
  readDraw,
  shanghaiDay,
  statesOf,
  type DrawStage,
  type Viewer,
} from '@closeout/domain';
import type { Prisma } from '@closeout/prisma/client';
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

/** The discipline group or office by whose grant the viewer checks this body. */
export function recheckingFor(viewer: Viewer, bodyId: string, stage: DrawStage): string {
  const verb = DRAW_VERBS[stage];
  const grant = viewer.grants.find((one) => canInBody({ ...viewer, grants: [one] }, verb, bodyId));
  if (grant === undefined || grant.bodyId === null) throw forbidden(verb);
  return grant.bodyId;
}

interface Candidate {
  id: string;
  refNo: string;
  submissionId: string | null;
}

/** What is drawn from: all that is closed; before the close-out, what waits to be closed and was not sampled for it. */
async function candidates(tx: Transaction, inspectionId: string, stage: DrawStage): Promise<Candidate[]> {
  if (stage === 'CLOSED') {
    const where = { inspectionId, state: { in: [...statesOf('reopen')] } };
    const closed = await tx.finding.findMany({ where, orderBy: { seq: 'asc' }, select: { id: true, refNo: true } });
    return closed.map((one) => ({ ...one, submissionId: null }));
  }
  const waiting = await tx.submission.findMany({
    where: { outcome: 'PENDING', purpose: 'CLOSE_OUT', sample: null, finding: { inspectionId, state: 'IN_REVIEW' } },
    orderBy: { finding: { seq: 'asc' } },
    select: { id: true, finding: { select: { id: true, refNo: true } } },
  });
  return waiting.map((one) => ({ ...one.finding, submissionId: one.id }));
}

/** How many findings a draw would be made from; null where the viewer may not draw. */
export async function countCandidates(ctx: Context, inspection: string, stage: DrawStage): Promise<number | null> {
  const inspectionId = uuidOf(inspection, 'ins', 'the inspection');
  return ctx.db.$transaction(async (tx) => {
    const { bodyId } = await visibleInspection(ctx, tx, inspectionId);
    if (!canInBody(ctx.viewer, DRAW_VERBS[stage], bodyId)) return null;
    return (await candidates(tx, inspectionId, stage)).length;
  });
}

/** Writes a draw with its sample; population, seed and day are kept so that anybody can draw it again. */
async function writeDraw(
  ctx: Context,
  tx: Transaction,
  draw: Prisma.RecheckDrawUncheckedCreateInput,
  sample: readonly Candidate[],
): Promise<string> {
  const { id } = await tx.recheckDraw.create({ data: { ...draw, drawnAt: ctx.now() } });
  await tx.recheck.createMany({
    data: sample.map((one, index) => ({
      drawId: id,
      bodyId: draw.bodyId,
      findingId: one.id,
      submissionId: one.submissionId,
      ordinal: index + 1,
    })),
  });
  return id;
}

/** Draws the sample from the findings of the stage as they stand. */
export async function drawRecheck(ctx: Context, input: DrawRecheckInput): Promise<string> {
  const inspectionId = uuidOf(input.inspectionId, 'ins', 'the inspection');
  const drawnOn = shanghaiDay(ctx.now());
  const stage = input.stage ?? 'CLOSED';
  return inTransaction(ctx, async (tx) => {
    const { bodyId } = await visibleInspection(ctx, tx, inspectionId);
    const drawnForId = recheckingFor(ctx.viewer, bodyId, stage);
    // nobody signs the last step of what is being drawn meanwhile
    await tx.$queryRawUnsafe(
      `SELECT 1 FROM finding WHERE inspection_id = $1::uuid AND state = 'IN_REVIEW' ORDER BY id FOR UPDATE`,
      inspectionId,
    );
    const from = await candidates(tx, inspectionId, stage);
    const { seed, size } = readDraw(input.seed, input.size, from.length, stage);
    const population = from.map((one) => one.refNo);
    const sample = drawSample(population, { seed, drawnOn, size }, sha256);
    const byNumber = new Map(from.map((one) => [one.refNo, one]));
    const columns = { inspectionId, bodyId, stage, seed, drawnOn: toDate(drawnOn), size, population, drawnForId };
    const id = await writeDraw(
      ctx,
      tx,
      { ...columns, drawnByName: ctx.viewer.name },
      sample.flatMap((refNo) => byNumber.get(refNo) ?? []),
    );
    const after = { stage, seed, drawnOn, size, sample };
    return {
      value: id,
      events: [{ verb: DRAW_VERBS[stage], recordType: 'RecheckDraw', recordId: id, bodyId, after }],
    };
  });
}
