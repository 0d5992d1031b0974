import type { Disposition } from '../vocabulary.ts';

/** One established sum with what has come in and what was waived; fen. */
export interface SumBalance {
  establishedFen: bigint | null;
  disposition: Disposition | null;
  recoveredFen: bigint;
  waivedFen: bigint;
}

/** What is owed back: the established sum where the disposition is 应清退, else nothing. */
export const dueFen = (sum: SumBalance): bigint => (sum.disposition === 'REFUND_DUE' ? (sum.establishedFen ?? 0n) : 0n);

/** due = recovered + waived + outstanding; never negative. */
export function outstandingFen(sum: SumBalance): bigint {
  const rest = dueFen(sum) - sum.recoveredFen - sum.waivedFen;
  return rest > 0n ? rest : 0n;
}

/** How much may still be recovered or waived on this sum: nothing is booked on a sum that was not established as due. */
export const settleableFen = (sum: SumBalance): bigint => outstandingFen(sum);

export interface Balance {
  dueFen: bigint;
  recoveredFen: bigint;
  waivedFen: bigint;
  outstandingFen: bigint;
}

/**
 * Adds up the sums of one finding or body, so that due = recovered + waived + outstanding. Only sums that are due count:
 * what came in on a sum before its disposition changed is no part of the balance. Party dues are kept apart by the caller.
 */
export function balanceOf(sums: readonly SumBalance[]): Balance {
  const due = sums.filter((sum) => sum.disposition === 'REFUND_DUE' && sum.establishedFen !== null);
  const total = (fenOf: (sum: SumBalance) => bigint): bigint => due.reduce((fen, sum) => fen + fenOf(sum), 0n);
  return {
    dueFen: total(dueFen),
    recoveredFen: total((sum) => sum.recoveredFen),
    waivedFen: total((sum) => sum.waivedFen),
    outstandingFen: total(outstandingFen),
  };
}

export type StatedComparison = 'NOT_STATED' | 'EQUAL' | 'ROUNDED' | 'DIFFERENT';

/** Compares the stated with the established sum: ROUNDED when the words' own rounding explains the difference (1.5万元 = 15,150). Never blocks. */
export function compareStated(
  statedFen: bigint | null,
  roundingFen: bigint | null,
  establishedFen: bigint | null,
): StatedComparison {
  if (statedFen === null || establishedFen === null) return 'NOT_STATED';
  const gap = statedFen > establishedFen ? statedFen - establishedFen : establishedFen - statedFen;
  if (gap === 0n) return 'EQUAL';
  return gap * 2n <= (roundingFen ?? 0n) ? 'ROUNDED' : 'DIFFERENT';
}
