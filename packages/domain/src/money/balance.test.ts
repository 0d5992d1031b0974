import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cell, readTable } from '../../test/tables.ts';
import { DISPOSITIONS } from '../vocabulary.ts';
import { balanceOf, compareStated, dueFen, outstandingFen, settleableFen, type SumBalance } from './balance.ts';

const fen = (text: string): bigint | null => (text === '-' ? null : BigInt(text.replaceAll(',', '')));
const RUNS = { numRuns: 1_000 };

/** Fen, by hand from domain.md section 5: due = recovered + waived + outstanding, on what is established as due. */
const BALANCES = `
  case                                 | disposition | established | recovered | waived  | due       | outstanding
  -------------------------------------|-------------|-------------|-----------|---------|-----------|------------
  nothing came in yet                  | REFUND_DUE  | 1,515,000   | 0         | 0       | 1,515,000 | 1,515,000
  a part came in                       | REFUND_DUE  | 1,515,000   | 572,000   | 0       | 1,515,000 | 943,000
  a part came in, a part was waived    | REFUND_DUE  | 1,515,000   | 572,000   | 540,000 | 1,515,000 | 403,000
  settled to the fen                   | REFUND_DUE  | 432         | 431       | 1       | 432       | 0
  all waived                           | REFUND_DUE  | 540,000     | 0         | 540,000 | 540,000   | 0
  established as zero                  | REFUND_DUE  | 0           | 0         | 0       | 0         | 0
  not established: nothing is owed     | REFUND_DUE  | -           | 0         | 0       | 0         | 0
  procedural, no refund                | PROCEDURAL  | 800,000     | 0         | 0       | 0         | 0
  to be decided                        | UNDECIDED   | 800,000     | 0         | 0       | 0         | 0
  written off                          | WRITTEN_OFF | 800,000     | 0         | 0       | 0         | 0
  no disposition                       | -           | 800,000     | 0         | 0       | 0         | 0
  the largest sum of an entry          | REFUND_DUE  | 1,000,000,000,000 | 999,999,999,999 | 0 | 1,000,000,000,000 | 1
`;

describe('one sum', () => {
  for (const line of readTable(BALANCES))
    test(cell(line, 'case'), () => {
      const disposition = DISPOSITIONS.find((one) => one === cell(line, 'disposition')) ?? null;
      const sum: SumBalance = {
        disposition,
        establishedFen: fen(cell(line, 'established')),
        recoveredFen: fen(cell(line, 'recovered'))!,
        waivedFen: fen(cell(line, 'waived'))!,
      };
      expect(dueFen(sum)).toBe(fen(cell(line, 'due')));
      expect(outstandingFen(sum)).toBe(fen(cell(line, 'outstanding')));
      expect(settleableFen(sum)).toBe(fen(cell(line, 'outstanding')));
    });

  test('too much recovered is never shown as a negative rest', () => {
    expect(outstandingFen({ disposition: 'REFUND_DUE', establishedFen: 5n, recoveredFen: 9n, waivedFen: 0n })).toBe(0n);
  });
});

describe('a sum over its life', () => {
  const amount = fc.bigInt({ min: 0n, max: 2_000_000n });
  const step = fc.record({ kind: fc.constantFrom('recover', 'waive'), fen: amount });

  /** Books what is settleable and refuses the rest, as the operations do. */
  function book(established: bigint, steps: { kind: string; fen: bigint }[]): { sum: SumBalance; booked: bigint } {
    let sum: SumBalance = { disposition: 'REFUND_DUE', establishedFen: established, recoveredFen: 0n, waivedFen: 0n };
    let booked = 0n;
    for (const { kind, fen: asked } of steps) {
      if (asked > settleableFen(sum)) continue;
      booked += asked;
      sum =
        kind === 'recover'
          ? { ...sum, recoveredFen: sum.recoveredFen + asked }
          : { ...sum, waivedFen: sum.waivedFen + asked };
      expect(settleableFen(sum)).toBe(established - booked);
    }
    return { sum, booked };
  }

  test('no order of recovering and waiving loses a fen or makes anything negative', () => {
    fc.assert(
      fc.property(amount, fc.array(step, { maxLength: 30 }), (established, steps) => {
        const { sum, booked } = book(established, steps);
        expect(sum.recoveredFen + sum.waivedFen).toBe(booked);
        expect(dueFen(sum)).toBe(sum.recoveredFen + sum.waivedFen + outstandingFen(sum));
        for (const value of [sum.recoveredFen, sum.waivedFen, outstandingFen(sum)]) expect(value >= 0n).toBe(true);
      }),
      RUNS,
    );
  });

  test('exactly what is settleable can be booked, and then nothing more', () => {
    fc.assert(
      fc.property(amount, fc.array(step, { maxLength: 10 }), (established, steps) => {
        const { sum } = book(established, steps);
        const full = { ...sum, recoveredFen: sum.recoveredFen + settleableFen(sum) };
        expect(full.recoveredFen + full.waivedFen).toBe(established);
        expect(settleableFen(full)).toBe(0n);
      }),
      RUNS,
    );
  });
});

describe('the balance of many sums', () => {
  const sums = fc.array(
    fc
      .record({
        disposition: fc.constantFrom(...DISPOSITIONS, null),
        establishedFen: fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n })),
        shares: fc.tuple(fc.bigInt({ min: 0n, max: 100n }), fc.bigInt({ min: 0n, max: 100n })),
      })
      .map(({ disposition, establishedFen, shares: [recovered, waived] }): SumBalance => {
        const most = establishedFen ?? 0n;
        return {
          disposition,
          establishedFen,
          recoveredFen: (most * recovered) / 200n,
          waivedFen: (most * waived) / 200n,
        };
      }),
    { maxLength: 12 },
  );

  test('due = recovered + waived + outstanding, also where a disposition changed after money had come in', () => {
    fc.assert(
      fc.property(sums, (all) => {
        const total = balanceOf(all);
        expect(total.dueFen).toBe(total.recoveredFen + total.waivedFen + total.outstandingFen);
        for (const value of Object.values(total)) expect(value >= 0n).toBe(true);
      }),
      RUNS,
    );
  });

  test('is the same in any order and in any grouping', () => {
    fc.assert(
      fc.property(sums, sums, (some, others) => {
        const together = balanceOf([...others, ...some]);
        const [one, two] = [balanceOf(some), balanceOf(others)];
        expect(together).toEqual({
          dueFen: one.dueFen + two.dueFen,
          recoveredFen: one.recoveredFen + two.recoveredFen,
          waivedFen: one.waivedFen + two.waivedFen,
          outstandingFen: one.outstandingFen + two.outstandingFen,
        });
      }),
      RUNS,
    );
  });

  test('counts only what is due: the sums of a whole body, by hand', () => {
    const due = { disposition: 'REFUND_DUE', establishedFen: 829_400n, recoveredFen: 829_400n, waivedFen: 0n } as const;
    const waived = {
      disposition: 'REFUND_DUE',
      establishedFen: 540_000n,
      recoveredFen: 0n,
      waivedFen: 540_000n,
    } as const;
    const partly = {
      disposition: 'REFUND_DUE',
      establishedFen: 1_515_000n,
      recoveredFen: 1_000_000n,
      waivedFen: 15_000n,
    } as const;
    const nowProcedural = {
      disposition: 'PROCEDURAL',
      establishedFen: 120_000n,
      recoveredFen: 20_000n,
      waivedFen: 0n,
    } as const;
    expect(balanceOf([due, waived, partly, nowProcedural])).toEqual({
      dueFen: 2_884_400n,
      recoveredFen: 1_829_400n,
      waivedFen: 555_000n,
      outstandingFen: 500_000n,
    });
    expect(balanceOf([])).toEqual({ dueFen: 0n, recoveredFen: 0n, waivedFen: 0n, outstandingFen: 0n });
  });
});

/** Fen. The rounding is the width of the words' last place: 1.5万元 is exact to 1,000 yuan = 100,000 fen. */
const STATED = `
  words                                    | stated    | rounding | established | answer
  -----------------------------------------|-----------|----------|-------------|-------
  1.5万元 and 15,150 yuan                   | 1,500,000 | 100,000  | 1,515,000   | ROUNDED
  1.5万元 and 15,000 yuan                   | 1,500,000 | 100,000  | 1,500,000   | EQUAL
  1.5万元 and 14,500 yuan, the lower edge   | 1,500,000 | 100,000  | 1,450,000   | ROUNDED
  1.5万元 and one fen below the edge        | 1,500,000 | 100,000  | 1,449,999   | DIFFERENT
  1.5万元 and 15,500 yuan, the upper edge   | 1,500,000 | 100,000  | 1,550,000   | ROUNDED
  1.5万元 and one fen above the edge        | 1,500,000 | 100,000  | 1,550,001   | DIFFERENT
  1.6万元 and 15,150 yuan                   | 1,600,000 | 100,000  | 1,515,000   | DIFFERENT
  8294元 and the same                       | 829,400   | 100      | 829,400     | EQUAL
  8294元 and half a yuan more               | 829,400   | 100      | 829,450     | ROUNDED
  8294元 and a yuan more                    | 829,400   | 100      | 829,500     | DIFFERENT
  4.32元, exact to the fen, and a fen less  | 432       | 1        | 431         | DIFFERENT
  a width that is not known                | 829,400   | -        | 829,401     | DIFFERENT
  no sum stated, which is not zero         | -         | -        | 829,400     | NOT_STATED
  stated, not established yet              | 829,400   | 100      | -           | NOT_STATED
  zero stated, zero established            | 0         | 100      | 0           | EQUAL
`;

describe('stated against established', () => {
  test.each(readTable(STATED).map((line) => [cell(line, 'words'), cell(line, 'answer'), line] as const))(
    '%s: %s',
    (_words, answer, line) => {
      expect(
        compareStated(fen(cell(line, 'stated')), fen(cell(line, 'rounding')), fen(cell(line, 'established'))),
      ).toBe(answer);
    },
  );
});
