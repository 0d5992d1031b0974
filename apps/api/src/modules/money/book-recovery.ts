import { checkBooking, checkPaidOn, invalid, LIMITS, shanghaiDay, type RecoveryKind } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { toOptionalDate } from '../day.ts';
import { lockEvidence, reopenReview } from '../evidence/change-piece.ts';
import { optionalText } from '../text.ts';
import { applyToSum, changeSum, type ChangedSum, type LockedSum } from './change-sum.ts';
import type { AddRecoveryInput, PaymentInput, RemoveRecoveryInput } from './money.inputs.ts';

/** An amount of a voucher names the voucher it stands on. */
function voucherFenOf({ voucherFen = null, voucherNumber }: PaymentInput, at: string): bigint | null {
  if (voucherFen !== null && !voucherNumber?.trim())
    throw invalid(`${at}voucherNumber`, 'money.voucherNumber', 'an amount of a voucher needs its number');
  return voucherFen;
}

/** The columns of a payment, without its sum. `at` prefixes the names of the fields in refusals. */
function paymentColumns(ctx: Context, input: PaymentInput, at: string) {
  checkPaidOn(input.paidOn ?? null, shanghaiDay(ctx.now()), `${at}paidOn`);
  return {
    kind: (input.kind ?? 'REFUND') satisfies RecoveryKind,
    fen: input.fen,
    paidOn: toOptionalDate(input.paidOn) ?? null,
    payer: optionalText(input.payer, `${at}payer`, LIMITS.title) ?? null,
    components: optionalText(input.components, `${at}components`, LIMITS.title) ?? null,
    receiver: input.receiver ?? null,
    voucherNumber: optionalText(input.voucherNumber, `${at}voucherNumber`, LIMITS.name) ?? null,
    voucherFen: voucherFenOf(input, at),
  };
}

/** Books a payment on a locked sum; never more than is open. Answers the entry for the trail. */
export async function bookRecovery(
  ctx: Context,
  tx: Transaction,
  locked: LockedSum & { bodyId: string },
  input: PaymentInput,
  evidenceId: string | null = null,
  at = '',
): Promise<AuditEntry> {
  checkBooking(locked.balance, input.fen, `${at}fen`);
  const columns = paymentColumns(ctx, input, at);
  const made = { sumId: locked.sum.id, evidenceId, createdAt: ctx.now(), createdByName: ctx.viewer.name };
  const recovery = await tx.recovery.create({ data: { ...columns, ...made } });
  const after = { ...columns, sum: locked.sum.label };
  return { verb: 'addRecovery', recordType: 'Recovery', recordId: recovery.id, bodyId: locked.bodyId, after };
}

/** Records a payment received towards an established sum. */
export const addRecovery = (ctx: Context, input: AddRecoveryInput): Promise<ChangedSum> =>
  changeSum(ctx, input.sumId, 'addRecovery', async ({ tx, finding, sum, balance }) => [
    await bookRecovery(ctx, tx, { sum, balance, bodyId: finding.bodyId }, input),
  ]);

/** Takes a payment back while its finding is in work; its vouchers go with it, and its refund piece waits for review again. */
export async function removeRecovery(ctx: Context, input: RemoveRecoveryInput): Promise<ChangedSum> {
  const id = uuidOf(input.recoveryId, 'rec', 'the payment');
  return inTransaction(ctx, async (tx) => {
    await demandVisible(ctx, tx, 'Recovery', id, 'the payment');
    const { sumId, evidenceId } = await tx.recovery.findUniqueOrThrow({ where: { id } });
    if (evidenceId !== null) await lockEvidence(tx, [evidenceId]);
    return applyToSum(ctx, tx, sumId, 'addRecovery', async ({ finding }) => {
      const { attachments, ...before } = await tx.recovery.delete({ where: { id }, include: { attachments: true } });
      const entries: AuditEntry[] =
        evidenceId === null ? [] : await reopenReview(ctx, tx, evidenceId, { removedPayment: id });
      const entry = { verb: 'removeRecovery', recordType: 'Recovery', recordId: id, bodyId: finding.bodyId };
      return [{ ...entry, before: { ...before, vouchers: attachments.map((one) => one.sha256) } }, ...entries];
    });
  });
}
