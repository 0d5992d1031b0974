import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { outstandingFen, type SumBalance } from './balance.ts';
import {
  checkBooking,
  checkEstablishment,
  checkPaidOn,
  fenInYuan,
  refundTitle,
  roundingFenOf,
  type Establishment,
} from './booking.ts';

const rules = (work: () => void): string[] => {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.refusals.map((one) => `${one.field} ${one.rule}`);
    throw error;
  }
};
const due = (change: Partial<SumBalance> = {}): SumBalance => ({
  establishedFen: 100_000n,
  disposition: 'REFUND_DUE',
  recoveredFen: 0n,
  waivedFen: 0n,
  ...change,
});
const next = (change: Partial<Establishment> = {}): Establishment => ({
  establishedFen: 100_000n,
  basis: '凭证',
  disposition: 'REFUND_DUE',
  dispositionBasis: null,
  ...change,
});

describe('what becomes of a sum', () => {
  test.each([
    ['established with its basis', due(), next(), []],
    [
      'known as due, the amount not yet',
      due({ establishedFen: null }),
      next({ establishedFen: null, basis: null }),
      [],
    ],
    ['established without a basis', due(), next({ basis: null }), ['basis money.basis']],
    ['procedural with its basis', due(), next({ disposition: 'PROCEDURAL', dispositionBasis: '程序违规' }), []],
    ['procedural without', due(), next({ disposition: 'PROCEDURAL' }), ['dispositionBasis money.dispositionBasis']],
    ['written off without', due(), next({ disposition: 'WRITTEN_OFF' }), ['dispositionBasis money.dispositionBasis']],
    ['undecided needs none', due(), next({ disposition: 'UNDECIDED' }), []],
    [
      'lowered to what is booked',
      due({ recoveredFen: 40_000n, waivedFen: 20_000n }),
      next({ establishedFen: 60_000n }),
      [],
    ],
    [
      'lowered below what is booked',
      due({ recoveredFen: 40_000n, waivedFen: 20_000n }),
      next({ establishedFen: 59_999n }),
      ['establishedFen money.booked'],
    ],
    ['cleared while booked', due({ waivedFen: 1n }), next({ establishedFen: null }), ['establishedFen money.booked']],
    [
      'let go while booked',
      due({ recoveredFen: 1n }),
      next({ disposition: 'UNDECIDED' }),
      ['disposition money.booked'],
    ],
    [
      'disposition cleared while booked',
      due({ recoveredFen: 1n }),
      next({ disposition: null }),
      ['disposition money.booked'],
    ],
    [
      'two things wrong',
      due(),
      next({ basis: null, disposition: 'WRITTEN_OFF' }),
      ['basis money.basis', 'dispositionBasis money.dispositionBasis'],
    ],
  ] as const)('%s', (_case, now, wanted, expected) => {
    expect(rules(() => checkEstablishment(now, wanted))).toEqual(expected);
  });
});

describe('an entry on a sum', () => {
  test.each([
    ['all that is open', due({ recoveredFen: 40_000n }), 60_000n, []],
    ['one fen', due(), 1n, []],
    ['one fen too much', due({ recoveredFen: 40_000n, waivedFen: 10_000n }), 50_001n, ['fen money.balance']],
    ['nothing', due(), 0n, ['fen money.amount']],
    ['less than nothing', due(), -1n, ['fen money.amount']],
    ['more than any entry may be', due({ establishedFen: LIMITS.fen * 2n }), LIMITS.fen + 1n, ['fen money.amount']],
    ['the largest entry', due({ establishedFen: LIMITS.fen }), LIMITS.fen, []],
    ['a sum that is not due', due({ disposition: 'PROCEDURAL' }), 1n, ['fen money.notDue']],
    ['a sum that is not established', due({ establishedFen: null }), 1n, ['fen money.notDue']],
  ] as const)('%s', (_case, sum, fen, expected) => {
    expect(rules(() => checkBooking(sum, fen))).toEqual(expected);
  });

  test('any run of entries that are allowed leaves nothing negative', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 1_000n),
        fc.array(fc.tuple(fc.boolean(), fc.bigInt(-5n, 400n)), { maxLength: 12 }),
        (established, entries) => {
          const sum = due({ establishedFen: established });
          for (const [waived, fen] of entries) {
            if (rules(() => checkBooking(sum, fen)).length > 0) continue;
            if (waived) sum.waivedFen += fen;
            else sum.recoveredFen += fen;
          }
          expect(sum.recoveredFen + sum.waivedFen + outstandingFen(sum)).toBe(established);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('money is paid today or before', () => {
    expect(rules(() => checkPaidOn('2026-11-22', '2026-11-22'))).toEqual([]);
    expect(rules(() => checkPaidOn(null, '2026-11-22'))).toEqual([]);
    expect(rules(() => checkPaidOn('2026-11-23', '2026-11-22', 'recoveries.0.paidOn'))).toEqual([
      'recoveries.0.paidOn money.paidInFuture',
    ]);
  });
});

describe('words of money', () => {
  test.each([
    ['1.5万元', 100_000n],
    ['16万元', 1_000_000n],
    ['66.57万元', 10_000n],
    ['1.5亿元', 1_000_000_000n],
    ['8294元', null],
    ['人均721.43元', null],
    ['', null],
    [null, null],
  ] as const)('%s is rounded to %s fen', (words, width) => expect(roundingFenOf(words)).toBe(width));

  test('fen become yuan with two places, and a title names each measure with its own total', () => {
    expect([0n, 5n, 432n, 829_400n].map(fenInYuan)).toEqual(['0.00', '0.05', '4.32', '8294.00']);
    const payments = [
      { kind: 'REFUND', fen: 100_000n },
      { kind: 'DUES_BACK_PAYMENT', fen: 432n },
      { kind: 'REFUND', fen: 50_000n },
    ] as const;
    expect(refundTitle(payments)).toBe('清退 1500.00 元，补缴党费 4.32 元');
  });
});
