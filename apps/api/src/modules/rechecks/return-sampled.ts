import { DomainError, statesOf } from '@closeout/domain';
import type { Finding, Recheck } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import type { AuditEntry, Transaction } from '../audit/in-transaction.ts';

/** The finding is still under review in the submission that was drawn; a submission that ended meanwhile took its sample along. */
export async function demandUnderReview(tx: Transaction, recheck: Recheck, finding: Finding): Promise<void> {
  const submission = await tx.submission.findUnique({ where: { id: recheck.submissionId ?? '' } });
  if (submission?.outcome === 'PENDING' && statesOf('returnFinding').includes(finding.state)) return;
  throw new DomainError({
    code: 'ILLEGAL_TRANSITION',
    rule: 'rechecks.stillInReview',
    message: 'the submission that was drawn has ended: its sample with it',
    params: { state: finding.state },
  });
}

/** 退回 by a failed sample: the chain ends where it stood, unsigned, and the finding goes back into work with what was found. */
export async function returnSampled(
  ctx: Context,
  tx: Transaction,
  recheck: Recheck,
  finding: Finding,
  reason: string,
): Promise<AuditEntry> {
  const submissionId = recheck.submissionId as string;
  await tx.signoffStep.updateMany({
    where: { submissionId, state: 'CURRENT' },
    data: { state: 'WAITING', reachedAt: null },
  });
  await tx.submission.update({ where: { id: submissionId }, data: { outcome: 'RETURNED', decidedAt: ctx.now() } });
  const patch = {
    state: 'RECTIFYING' as const,
    returnReason: reason,
    returnedAt: ctx.now(),
    returnedByName: ctx.viewer.name,
  };
  await tx.finding.update({
    where: { id: finding.id },
    data: { ...patch, version: { increment: 1 }, updatedByName: ctx.viewer.name, updatedAt: ctx.now() },
  });
  return {
    verb: 'returnFinding',
    recordType: 'Finding',
    recordId: finding.id,
    bodyId: finding.bodyId,
    before: { state: finding.state },
    after: patch,
    reason,
  };
}
