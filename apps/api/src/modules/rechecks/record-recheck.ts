import { DomainError, forbidden, LIMITS, notFound, statesOf } from '@closeout/domain';
import type { Recheck } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { bodiesWithin } from '../access/visibility.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { demandVersion, reading } from '../findings/change-finding.ts';
import { optionalText, requireText } from '../text.ts';
import { recheckingFor } from './draw-recheck.ts';
import type { RecordRecheckInput } from './recheck.inputs.ts';
import { readNewDueDay, reopened } from './reopen-finding.ts';

async function lockRecheck(ctx: Context, tx: Transaction, id: string): Promise<Recheck & { drawnForId: string }> {
  const r = reading(ctx);
  const text = `SELECT 1 FROM recheck k WHERE k.id = ${r.statement.param(id, 'uuid')} AND ${bodiesWithin('readOutline', 'k.body_id', r)} FOR UPDATE OF k`;
  const found = await tx.$queryRawUnsafe<unknown[]>(text, ...r.statement.values);
  if (found.length === 0) throw notFound('the re-check');
  const { draw, ...recheck } = await tx.recheck.findUniqueOrThrow({ where: { id }, include: { draw: true } });
  return { ...recheck, drawnForId: draw.drawnForId };
}

/** A failed re-check reopens its finding in the same transaction, whoever may read the finding: number and reason are enough. */
async function reopenFailed(
  ctx: Context,
  tx: Transaction,
  recheck: Recheck,
  reason: string,
  dueOn: Date,
): Promise<AuditEntry> {
  await tx.$queryRawUnsafe('SELECT 1 FROM finding WHERE id = $1::uuid FOR UPDATE', recheck.findingId);
  const finding = await tx.finding.findUniqueOrThrow({ where: { id: recheck.findingId } });
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

/** What the re-check found, recorded once by those who drew it; a failed one says why and reopens. */
export async function recordRecheck(ctx: Context, input: RecordRecheckInput): Promise<string> {
  const id = uuidOf(input.recheckId, 'rck', 'the re-check');
  const failed = input.outcome === 'FAILED';
  const note = failed
    ? requireText(input.note, 'note', LIMITS.reason)
    : (optionalText(input.note, 'note', LIMITS.reason) ?? null);
  return inTransaction(ctx, async (tx) => {
    const recheck = await lockRecheck(ctx, tx, id);
    if (recheckingFor(ctx.viewer, recheck.bodyId) !== recheck.drawnForId) throw forbidden('drawRecheck');
    const seen = { id, version: recheck.version, updatedByName: recheck.checkedByName, updatedAt: ctx.now() };
    await demandVersion(tx, seen, 'Recheck', input.version);
    if (recheck.outcome !== null)
      throw new DomainError({
        code: 'ILLEGAL_TRANSITION',
        rule: 'rechecks.recordedOnce',
        message: `${recheck.checkedByName ?? ''} has recorded what this re-check found`,
      });
    const reopening = failed
      ? [await reopenFailed(ctx, tx, recheck, note as string, readNewDueDay(ctx, input.dueOn))]
      : [];
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
    return { value: recheck.drawId, events: [entry, ...reopening] };
  });
}
