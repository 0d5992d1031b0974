import { DomainError, invalid, LIMITS, refundTitle } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import type { AuditEntry, Transaction } from '../audit/in-transaction.ts';
import { addPiece } from '../evidence/add-piece.ts';
import { demand, type LockedFinding } from '../findings/change-finding.ts';
import { optionalText } from '../text.ts';
import { bookRecovery } from './book-recovery.ts';
import { lockSum, touchSum } from './change-sum.ts';
import { establishNewSum } from './establish-sum.ts';
import type { AddRefundInput, RefundPaymentInput } from './money.inputs.ts';

/** The sum that a payment goes to: one of the proven findings', or a new one of the first action's finding. */
async function sumOf(ctx: Context, tx: Transaction, payment: RefundPaymentInput, first: LockedFinding, at: string) {
  const { sumId, newSum } = payment;
  if (sumId && !newSum) {
    const id = uuidOf(sumId, 'sum', 'the sum');
    await demandVisible(ctx, tx, 'MoneySum', id, 'the sum');
    return { id, events: [] as AuditEntry[] };
  }
  if (!newSum || sumId)
    throw invalid(`${at}sumId`, 'money.sumOrNew', 'name the sum that this pays, or establish a new one: not both');
  demand(ctx, 'establishSum', first.facts);
  const { sum, entry } = await establishNewSum(ctx, tx, first.finding, newSum);
  return { id: sum.id, events: [entry] };
}

async function bookPayment(
  ctx: Context,
  tx: Transaction,
  evidenceId: string,
  payment: RefundPaymentInput,
  at: string,
  findings: readonly LockedFinding[],
  first: LockedFinding,
) {
  const { id, events } = await sumOf(ctx, tx, payment, first, at);
  const locked = await lockSum(tx, id);
  const owner = findings.find(({ finding }) => finding.id === locked.sum.findingId);
  if (owner === undefined)
    throw invalid(`${at}sumId`, 'money.otherFinding', 'the sum belongs to a finding that this piece does not prove');
  demand(ctx, 'addRecovery', owner.facts);
  const booked = await bookRecovery(ctx, tx, { ...locked, bodyId: owner.finding.bodyId }, payment, evidenceId, at);
  await touchSum(ctx, tx, id);
  return [...events, booked];
}

/** A refund as evidence: its payments are booked on their sums in the same transaction, or nothing is. */
export async function addRefund(ctx: Context, input: AddRefundInput): Promise<string> {
  const { recoveries } = input;
  if (recoveries.length === 0) throw invalid('recoveries', 'money.payments', 'name at least one payment');
  if (recoveries.length > LIMITS.batch)
    throw new DomainError({
      code: 'LIMIT',
      rule: 'input.count',
      field: 'recoveries',
      message: `at most ${LIMITS.batch} payments`,
    });
  const paidOn = recoveries
    .map((payment) => payment.paidOn ?? '')
    .sort()
    .at(-1);
  const title = optionalText(input.title, 'title', LIMITS.title);
  return addPiece(ctx, {
    kind: 'REFUND',
    title: title ?? refundTitle(recoveries.map((payment) => ({ kind: payment.kind ?? 'REFUND', fen: payment.fen }))),
    input: { ...input, date: input.date ?? (paidOn ? { on: paidOn } : null) },
    dated: true,
    details: async ({ tx, piece, locked, actions }) => {
      const first = locked.find(({ finding }) => finding.id === actions[0]?.findingId) as LockedFinding;
      const events: AuditEntry[] = [];
      for (const [index, payment] of recoveries.entries())
        events.push(...(await bookPayment(ctx, tx, piece.id, payment, `recoveries.${index}.`, locked, first)));
      return events;
    },
  });
}
