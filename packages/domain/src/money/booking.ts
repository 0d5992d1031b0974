import type { Day } from '../deadlines/calendar.ts';
import { DomainError, invalid, type Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { Disposition, RecoveryKind } from '../vocabulary.ts';
import { settleableFen, type SumBalance } from './balance.ts';

/** What the body decides on a sum. */
export interface Establishment {
  establishedFen: bigint | null;
  basis: string | null;
  disposition: Disposition | null;
  dispositionBasis: string | null;
}

/** 8294.00 from 829400 fen, for words and titles. */
export const fenInYuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;

/**
 * Judges what becomes of a sum: established with its basis; 程序违规 and 已核销 with their own basis, because money then does
 * not come back; and while money is booked on it, it neither leaves 应清退 nor falls below what is booked.
 */
export function checkEstablishment(now: SumBalance, next: Establishment): void {
  const refusals: Refusal[] = [];
  const refuse = (field: string, rule: string, message: string, params?: Refusal['params']): void => {
    refusals.push({ code: 'INVALID', field, rule, message, ...(params ? { params } : {}) });
  };
  if (next.establishedFen !== null && next.basis === null)
    refuse('basis', 'money.basis', 'say on what basis the sum was established');
  const letsGo = next.disposition === 'PROCEDURAL' || next.disposition === 'WRITTEN_OFF';
  if (letsGo && next.dispositionBasis === null)
    refuse('dispositionBasis', 'money.dispositionBasis', 'say on what basis this sum is not recovered');
  const booked = now.recoveredFen + now.waivedFen;
  if (booked > 0n && next.disposition !== 'REFUND_DUE')
    refuse('disposition', 'money.booked', `${fenInYuan(booked)} yuan are booked: the sum stays due back`, {
      booked: String(booked),
    });
  if (booked > (next.establishedFen ?? 0n))
    refuse('establishedFen', 'money.booked', `${fenInYuan(booked)} yuan are booked: not less`, {
      booked: String(booked),
    });
  if (refusals.length > 0) throw new DomainError(refusals);
}

/** One entry, a payment or a waiver: more than nothing, at most what is still open on a sum established as due back. */
export function checkBooking(sum: SumBalance, fen: bigint, field = 'fen'): void {
  if (fen <= 0n || fen > LIMITS.fen) throw invalid(field, 'money.amount', 'the amount must be more than nothing');
  if (sum.disposition !== 'REFUND_DUE' || sum.establishedFen === null)
    throw invalid(field, 'money.notDue', 'money is booked only on a sum established as due back (应清退)');
  const open = settleableFen(sum);
  if (fen > open)
    throw invalid(field, 'money.balance', `only ${fenInYuan(open)} yuan are still open on this sum`, {
      open: String(open),
    });
}

/** Money that has not been paid is not booked. */
export function checkPaidOn(paidOn: Day | null, today: Day, field = 'paidOn'): void {
  if (paidOn !== null && paidOn > today) throw invalid(field, 'money.paidInFuture', 'a payment lies not in the future');
}

/** The width of the rounding of stated words in fen: 1.5万元 → 100000, 16万元 → 1000000; null where the words round nothing. */
export function roundingFenOf(words: string | null): bigint | null {
  const match = /(\d+)(?:\.(\d+))?\s*(万|亿)/.exec((words ?? '').replace(/,/g, ''));
  if (match === null) return null;
  const width = (match[3] === '万' ? 1_000_000n : 10_000_000_000n) / 10n ** BigInt((match[2] ?? '').length);
  return width > 0n ? width : null;
}

/** Each measure as it stands in a sentence. */
export const KIND_WORDS: Record<RecoveryKind, string> = {
  REFUND: '清退',
  RECOVERED: '追缴',
  BACK_PAYMENT: '补缴',
  DUES_BACK_PAYMENT: '补缴党费',
  TREASURY: '上缴财政',
  RETRIEVED: '追回',
  LOSS_RECOVERED: '挽回损失',
};

/** The title of a refund that was given none: measure and total, never a name. */
export function refundTitle(payments: readonly { kind: RecoveryKind; fen: bigint }[]): string {
  const kinds = [...new Set(payments.map((one) => one.kind))];
  const parts = kinds.map((kind) => {
    const total = payments.filter((one) => one.kind === kind).reduce((fen, one) => fen + one.fen, 0n);
    return `${KIND_WORDS[kind]} ${fenInYuan(total)} 元`;
  });
  return parts.join('，');
}
