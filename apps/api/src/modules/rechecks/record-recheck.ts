import { DomainError, DRAW_VERBS, forbidden, LIMITS, notFound, statesOf } from '@closeout/domain';
import type { Finding, Recheck, RecheckDraw } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { bodiesWithin } from '../access/visibility.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { demandVersion, reading } from '../findings/change-finding.ts';
import { optionalText, requireText } from '../text.ts';
import { recheckingFor } from './draw-recheck.ts';
import type { RecordRecheckInput } from './recheck.inputs.ts';
import { readNewDueDay, reopened } from './reopen-finding.ts';
import { demandUnderReview, returnSampled } from './return-sampled.ts';

interface Drawn {
  recheck: Recheck;
  draw: RecheckDraw;
  finding: Finding;
}

/** Locks a check within reach with its finding; the group reads what is under review, the office only the outcome of the closed. */
async function lockRecheck(ctx: Context, tx: Transaction, id: string): Promise<Drawn> {
  const r = reading(ctx);
  const text = `SELECT k.finding_id AS "findingId" FROM recheck k WHERE k.id = ${r.statement.param(id, 'uuid')} AND ${bodiesWithin('readOutline', 'k.body_id', r)}`;
  const [found] = await tx.$queryRawUnsafe<{ findingId: string }[]>(text, ...r.statement.values);
  if (found === undefined) throw notFound('the re-check');
  // the finding first, as every signature does
  await tx.$queryRawUnsafe('SELECT 1 FROM finding WHERE id = $1::uuid FOR UPDATE', found.findingId);
  await tx.$queryRawUnsafe('SELECT 1 FROM recheck WHERE id = $1::uuid FOR UPDATE', id);
  const { draw, finding, ...recheck } = await tx.recheck.findUniqueOrThrow({
    where: { id },
    include: { draw: true, finding: true },
  });
  return { recheck, draw, finding };
}

/** A failed re-check reopens its finding in the same transaction, whoever may read the finding: number and reason are enough. */
async function reopenFailed(
  ctx: Context,
  tx: Transaction,
  finding: Finding,
  reason: string,
  dueOn: Date,
): Promise<AuditEntry> {
  if (!statesOf('reopen').includes(finding.state))
    throw new DomainError({
      code: 'ILLEGAL_TRANSITION',
      rule: 'rechecks.stillClosed',
      message: `the finding is ${finding.state}: only a closed one is reopened`,
      params: { state: finding.state },
    });
  const { patch = {} } = reopened(ctx, finding, reason, dueOn);
  await tx.finding.update({
    where: { id: finding.id },
    data: { ...patch, version: { increment: 1 }, updatedByName: ctx.viewer.name, updatedAt: ctx.now() },
  });
  return {
    verb: 'reopen',
    recordType: 'Finding',
    recordId: finding.id,
    bodyId: finding.bodyId,
    before: { state: finding.state, cycle: finding.cycle, closedAt: finding.closedAt },
    after: patch,
    reason,
  };
}

/** What a failed check does to its finding, by the stage in which it was drawn. */
function failed(
  ctx: Context,
  tx: Transaction,
  drawn: Drawn,
  reason: string,
  input: RecordRecheckInput,
): Promise<AuditEntry> {
  return drawn.draw.stage === 'CLOSED'
    ? reopenFailed(ctx, tx, drawn.finding, reason, readNewDueDay(ctx, input.dueOn))
    : returnSampled(ctx, tx, drawn.recheck, drawn.finding, reason);
}

/** What the re-check found, recorded once by those who drew it; a failed one says why, and reopens the closed or returns what is under review. */
export async function recordRecheck(ctx: Context, input: RecordRecheckInput): Promise<string> {
  const id = uuidOf(input.recheckId, 'rck', 'the re-check');
  const fails = input.outcome === 'FAILED';
  const note = fails
    ? requireText(input.note, 'note', LIMITS.reason)
    : (optionalText(input.note, 'note', LIMITS.reason) ?? null);
  return inTransaction(ctx, async (tx) => {
    const drawn = await lockRecheck(ctx, tx, id);
    const { recheck, draw } = drawn;
    if (recheckingFor(ctx.viewer, recheck.bodyId, draw.stage) !== draw.drawnForId)
      throw forbidden(DRAW_VERBS[draw.stage]);
    const seen = { id, version: recheck.version, updatedByName: recheck.checkedByName, updatedAt: ctx.now() };
    await demandVersion(tx, seen, 'Recheck', input.version);
    if (recheck.outcome !== null)
      throw new DomainError({
        code: 'ILLEGAL_TRANSITION',
        rule: 'rechecks.recordedOnce',
        message: `${recheck.checkedByName ?? ''} has recorded what this re-check found`,
      });
    if (draw.stage === 'IN_REVIEW') await demandUnderReview(tx, recheck, drawn.finding);
    const consequences = fails ? [await failed(ctx, tx, drawn, note as string, input)] : [];
    await tx.recheck.update({
      where: { id },
      data: {
        outcome: input.outcome,
        note,
        checkedByName: ctx.viewer.name,
        checkedAt: ctx.now(),
        version: { increment: 1 },
      },
    });
    const entry: AuditEntry = {
      verb: 'recordRecheck',
      recordType: 'Recheck',
      recordId: id,
      bodyId: recheck.bodyId,
      after: { outcome: input.outcome, findingId: recheck.findingId },
      reason: note,
    };
    return { value: recheck.drawId, events: [entry, ...consequences] };
  });
}
