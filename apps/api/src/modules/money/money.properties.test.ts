/** @module-tag slow */
import { LIMITS } from '@closeout/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { findingNo, mutate } from '../../../test/work.ts';

interface Entry {
  id: string;
  fen: string;
}
interface Sum {
  id: string;
  version: number;
  disposition: string | null;
  establishedFen: string | null;
  balance: { dueFen: string; recoveredFen: string; waivedFen: string; outstandingFen: string };
  recoveries: Entry[];
  waivers: Entry[];
}
const SUM =
  'sum { id version disposition establishedFen balance { dueFen recoveredFen waivedFen outstandingFen } recoveries { id fen } waivers { id fen } }';

/** What the test believes, in bigint: written from domain.md section 5, not from the code. */
interface Ledger {
  established: bigint;
  recovered: bigint[];
  waived: bigint[];
}
const total = (list: readonly bigint[]): bigint => list.reduce((sum, one) => sum + one, 0n);
const open = (ledger: Ledger): bigint => ledger.established - total(ledger.recovered) - total(ledger.waived);

type Step =
  | { verb: 'establish'; fen: bigint }
  | { verb: 'recover' | 'waive'; fen: bigint }
  | { verb: 'recoverAll' | 'waiveAll' }
  | { verb: 'unrecover' | 'unwaive'; place: number };

// Small sums with their last fen, sums of the sample, the largest that one entry may carry, and what lies beyond.
const amount = fc.oneof(
  fc.bigInt(1n, 1_000n),
  fc.constantFrom(829_400n, 1_515_000n, 432n, 1n, LIMITS.fen - 1n, LIMITS.fen, LIMITS.fen + 1n, 0n, -5n),
  fc.bigInt(1n, LIMITS.fen),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ verb: fc.constant('establish' as const), fen: amount }),
  fc.record({ verb: fc.constantFrom('recover' as const, 'waive' as const), fen: amount }),
  fc.record({ verb: fc.constantFrom('recoverAll' as const, 'waiveAll' as const) }),
  fc.record({ verb: fc.constantFrom('unrecover' as const, 'unwaive' as const), place: fc.nat(20) }),
);

describe('no sequence of operations loses a fen', () => {
  let api: Api;
  let head: Caller;
  let findingId: string;
  beforeAll(async () => {
    api = await startApi();
    head = await api.as('head');
    findingId = (await findingNo(head, 23)).id;
  });
  afterAll(() => api.stop());

  /** An amount outside the scalar's range is refused before the operation; inside, by the rules as `userErrors`. */
  const call = async (name: string, input: Record<string, unknown>): Promise<{ sum: Sum | null }> => {
    try {
      return await mutate<{ sum: Sum | null }>(head, name, input, SUM);
    } catch (error) {
      if (String(error).includes('Fen lies between')) return { sum: null };
      throw error;
    }
  };
  const consents = [{ who: '某科长', bodyName: '市财政局', form: 'WRITTEN', consentedOn: '2026-11-01' }];

  /** Carries one step out; answers whether the test's own ledger allows it, and what the API said. */
  async function take(ledger: Ledger, sum: Sum, what: Step): Promise<{ allowed: boolean; answer: Sum | null }> {
    const entry = async (verb: 'recover' | 'waive', fen: bigint) => {
      const allowed = fen > 0n && fen <= LIMITS.fen && fen <= open(ledger);
      const input = { sumId: sum.id, fen: String(fen) };
      const answer =
        verb === 'recover'
          ? await call('addRecovery', { ...input, payer: '某某' })
          : await call('waiveSum', { ...input, reason: '经同意', consents });
      if (answer.sum) ledger[verb === 'recover' ? 'recovered' : 'waived'].push(fen);
      return { allowed, answer: answer.sum };
    };
    switch (what.verb) {
      case 'establish': {
        const booked = total(ledger.recovered) + total(ledger.waived);
        const allowed = what.fen >= 0n && what.fen <= LIMITS.fen && what.fen >= booked;
        const input = {
          findingId,
          sumId: sum.id,
          version: sum.version,
          establishedFen: String(what.fen),
          basis: '凭证',
        };
        const answer = (await call('establishSum', { ...input, disposition: 'REFUND_DUE' })).sum;
        if (answer) ledger.established = what.fen;
        return { allowed, answer };
      }
      case 'recoverAll':
        return entry('recover', open(ledger));
      case 'waiveAll':
        return entry('waive', open(ledger));
      case 'unrecover':
      case 'unwaive': {
        const [list, entries] =
          what.verb === 'unrecover' ? [ledger.recovered, sum.recoveries] : [ledger.waived, sum.waivers];
        const chosen = entries[what.place % Math.max(1, entries.length)];
        if (chosen === undefined) return { allowed: false, answer: null };
        const { sum: answer } =
          what.verb === 'unrecover'
            ? await call('removeRecovery', { recoveryId: chosen.id })
            : await call('removeWaiver', { waiverId: chosen.id });
        if (answer) list.splice(list.indexOf(BigInt(chosen.fen)), 1);
        return { allowed: true, answer };
      }
      default:
        return entry(what.verb, what.fen);
    }
  }

  it(
    'or breaks due = recovered + waived + outstanding, whatever is tried, up to the largest amounts',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          const ledger: Ledger = { established: 100_000n, recovered: [], waived: [] };
          const made = await call('establishSum', {
            findingId,
            label: '多发津贴',
            establishedFen: '100000',
            basis: '凭证',
            disposition: 'REFUND_DUE',
          });
          let sum = made.sum as Sum;
          for (const one of steps) {
            const { allowed, answer } = await take(ledger, sum, one);
            expect(answer !== null, `${one.verb} ${'fen' in one ? one.fen : ''} on ${open(ledger)} open`).toBe(allowed);
            sum = answer ?? sum;
            const { dueFen, recoveredFen, waivedFen, outstandingFen } = sum.balance;
            expect([dueFen, recoveredFen, waivedFen, outstandingFen]).toEqual(
              [ledger.established, total(ledger.recovered), total(ledger.waived), open(ledger)].map(String),
            );
            expect(BigInt(outstandingFen) >= 0n).toBe(true);
            expect(sum.recoveries.map((each) => BigInt(each.fen)).toSorted()).toEqual(ledger.recovered.toSorted());
          }
          const [row] = await api.sql<{ established: string; recovered: string; waived: string }>(
            `SELECT established_fen::text AS established, (SELECT coalesce(sum(fen), 0)::text FROM recovery WHERE sum_id = m.id) AS recovered,
            (SELECT coalesce(sum(fen), 0)::text FROM waiver WHERE sum_id = m.id) AS waived FROM money_sum m WHERE id = $1`,
            [sum.id.slice(4)],
          );
          expect(row).toEqual({
            established: String(ledger.established),
            recovered: String(total(ledger.recovered)),
            waived: String(total(ledger.waived)),
          });
        }),
        { numRuns: 25 },
      );
    },
  );

  it('many sums of the largest size add up without loss, where a double would not', async () => {
    const before = await head.execute<{ node: { balance: Sum['balance'] } }>(
      'query B($id: ID!) { node(id: $id) { ... on Finding { balance { dueFen } } } }',
      { id: findingId },
    );
    const largest = LIMITS.fen - 1n;
    for (let count = 0; count < 20; count += 1)
      await call('establishSum', {
        findingId,
        label: `大额 ${count}`,
        establishedFen: String(largest),
        basis: '凭证',
        disposition: 'REFUND_DUE',
      });
    const after = await head.execute<{ node: { balance: Sum['balance'] } }>(
      'query B($id: ID!) { node(id: $id) { ... on Finding { balance { dueFen } } } }',
      { id: findingId },
    );
    expect(BigInt(after.node.balance.dueFen) - BigInt(before.node.balance.dueFen)).toBe(20n * largest);
  });
});
