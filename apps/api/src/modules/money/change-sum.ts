import { notFound, type FindingVerb, type SumBalance } from '@closeout/domain';
import type { MoneySum } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { encodeId, uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { applyToFinding, type LockedFinding } from '../findings/change-finding.ts';

/** What a change of money answers: the sum and its finding. */
export interface ChangedSum {
  sumId: string;
  findingId: string;
}

/** A sum locked for a change, with what is booked on it. */
export interface LockedSum {
  sum: MoneySum;
  balance: SumBalance;
}

/** Locks a sum and adds up its bookings as they stand in this transaction; an absent one answers like an invisible one. */
export async function lockSum(tx: Transaction, sumId: string): Promise<LockedSum> {
  await tx.$queryRaw`SELECT 1 FROM money_sum WHERE id = ${sumId}::uuid FOR UPDATE`;
  const sum = await tx.moneySum.findUnique({ where: { id: sumId } });
  if (sum === null) throw notFound('the sum');
  const recovered = await tx.recovery.aggregate({ where: { sumId }, _sum: { fen: true } });
  const waived = await tx.waiver.aggregate({ where: { sumId }, _sum: { fen: true } });
  const { establishedFen, disposition } = sum;
  return {
    sum,
    balance: { establishedFen, disposition, recoveredFen: recovered._sum.fen ?? 0n, waivedFen: waived._sum.fen ?? 0n },
  };
}

/** Marks a sum as changed, so that who saw it before is told. */
export const touchSum = (ctx: Context, tx: Transaction, sumId: string) =>
  tx.moneySum.update({ where: { id: sumId }, data: { version: { increment: 1 }, updatedByName: ctx.viewer.name } });

type Work = (locked: LockedFinding & LockedSum & { tx: Transaction }) => Promise<[AuditEntry, ...AuditEntry[]]>;

/** One verb on a sum in an open transaction: its finding is locked and judged, then the sum locked; the work's entries follow. */
export async function applyToSum(ctx: Context, tx: Transaction, sumId: string, verb: FindingVerb, work: Work) {
  const found = await tx.moneySum.findUnique({ where: { id: sumId }, select: { findingId: true } });
  if (found === null) throw notFound('the sum');
  const request = { findingId: encodeId('fnd', found.findingId), verb };
  const events = await applyToFinding(ctx, tx, request, async (locked) => {
    const sum = await lockSum(tx, sumId);
    const entries = await work({ ...locked, ...sum });
    await touchSum(ctx, tx, sumId);
    return { after: { sum: sum.sum.label }, events: entries };
  });
  return { value: { sumId, findingId: found.findingId }, events };
}

/** One verb on a visible sum, in its own transaction. */
export async function changeSum(ctx: Context, globalId: string, verb: FindingVerb, work: Work): Promise<ChangedSum> {
  const sumId = uuidOf(globalId, 'sum', 'the sum');
  return inTransaction(ctx, async (tx) => {
    await demandVisible(ctx, tx, 'MoneySum', sumId, 'the sum');
    return applyToSum(ctx, tx, sumId, verb, work);
  });
}
