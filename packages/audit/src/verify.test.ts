import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHAINS, chainOf, newKey, rechain, sealAt } from '../test/trail.ts';
import { sealingKey, Verifier, writeRow, writeSeal, type AuditRow, type AuditSeal, type Verdict } from './index.ts';

const LENGTH = 60;
const SEALED = 50;
const key = newKey();
const trails = CHAINS.map((chain) => chainOf(chain, LENGTH));
const seals = trails.flatMap((rows) => [sealAt(key, rows, 20), sealAt(key, rows, SEALED)]);

function verdict(rows: readonly AuditRow[], given: readonly AuditSeal[] = seals, by = key): Verdict {
  const verifier = new Verifier(by.publicKey);
  const lines = ['# an export', ...given.map(writeSeal), ...rows.map(writeRow)];
  for (const line of lines) verifier.line(Buffer.from(line));
  return verifier.end();
}
const kinds = (rows: readonly AuditRow[], given?: readonly AuditSeal[]): string[] =>
  verdict(rows, given).problems.map((one) => `${one.kind} ${CHAINS.indexOf(one.chain)}:${one.seq}`);
/** The trail with one chain exchanged. */
const withChain = (index: number, change: (rows: AuditRow[]) => AuditRow[]): AuditRow[] =>
  trails.flatMap((rows, at) => (at === index ? change([...rows]) : rows));

/** A place in the trail: which chain, which row (0-based) up to a bound. */
const place = (from: number, to: number) => fc.tuple(fc.nat(CHAINS.length - 1), fc.integer({ min: from, max: to }));
const often = { numRuns: 200 };

describe('a trail as it was written', () => {
  test('holds, and says how many rows no head covers yet', () => {
    expect(verdict(trails.flat())).toEqual({ rows: 180, chains: 3, problems: [], unsealed: 30 });
  });
  test('holds without any seal, but is unsealed as a whole', () => {
    expect(verdict(trails.flat(), [])).toMatchObject({ problems: [], unsealed: 180 });
  });
  test('an empty export has nothing to say', () => {
    expect(verdict([], [])).toEqual({ rows: 0, chains: 0, problems: [], unsealed: 0 });
  });
});

describe('whoever changes it is found, 200 times each at random places', () => {
  const FIELDS = ['at', 'actorName', 'verb', 'recordType', 'recordId', 'origin', 'actorPost', 'accountId'] as const;
  test('flipped: any field of any row', () => {
    fc.assert(
      fc.property(place(0, LENGTH - 1), fc.constantFrom(...FIELDS), fc.string(), ([chain, at], field, text) => {
        fc.pre(trails[chain]![at]![field] !== text);
        const rows = withChain(chain, (all) =>
          all.map((row, index) => (index === at ? { ...row, [field]: text } : row)),
        );
        expect(kinds(rows)).toEqual([`flipped ${chain}:${at + 1}`]);
      }),
      often,
    );
  });
  test('flipped: success, digest, the values themselves', () => {
    fc.assert(
      fc.property(place(0, LENGTH - 1), fc.nat(2), ([chain, at], which) => {
        const change = (row: AuditRow): AuditRow =>
          which === 0
            ? { ...row, success: !row.success }
            : which === 1
              ? { ...row, contentDigest: 'f'.repeat(64) }
              : { ...row, content: [null, '{"state": "RECTIFYING"}', null] };
        const rows = withChain(chain, (all) => all.map((row, index) => (index === at ? change(row) : row)));
        expect(kinds(rows)).toEqual([`flipped ${chain}:${at + 1}`]);
      }),
      often,
    );
  });
  test('rewritten: changed and hashed anew, found by what the next row remembers', () => {
    fc.assert(
      fc.property(place(0, LENGTH - 2), ([chain, at]) => {
        const rows = withChain(chain, (all) => [
          ...all.slice(0, at),
          ...rechain([...all.slice(0, at), { ...all[at]!, verb: 'forged' }], at).slice(at),
          ...all.slice(at + 1),
        ]);
        // where a head was signed on that very row, the head says so
        const [found, ...more] = verdict(rows).problems;
        expect(more).toEqual([]);
        expect([found?.kind, CHAINS.indexOf(found?.chain ?? ''), found?.to ?? found?.seq]).toEqual([
          at + 1 === 20 || at + 1 === SEALED ? 'rechained' : 'rewritten',
          chain,
          at + 1,
        ]);
      }),
      often,
    );
  });
  test('missing: one or several rows from the middle', () => {
    fc.assert(
      fc.property(place(0, LENGTH - 4), fc.integer({ min: 1, max: 3 }), ([chain, at], count) => {
        const rows = withChain(chain, (all) => all.filter((_, index) => index < at || index >= at + count));
        expect(kinds(rows)).toEqual(Array.from({ length: count }, (_, index) => `missing ${chain}:${at + 1 + index}`));
      }),
      often,
    );
  });
  test('truncated: any tail that a sealed head knows', () => {
    fc.assert(
      fc.property(place(0, SEALED - 1), ([chain, kept]) => {
        expect(kinds(withChain(chain, (all) => all.slice(0, kept)))).toEqual([`truncated ${chain}:${kept + 1}`]);
      }),
      often,
    );
  });
  test('swapped: two rows', () => {
    fc.assert(
      fc.property(place(0, LENGTH - 2), fc.integer({ min: 1, max: 9 }), ([chain, at], far) => {
        const other = Math.min(LENGTH - 1, at + far);
        const rows = withChain(chain, (all) => {
          [all[at], all[other]] = [all[other]!, all[at]!];
          return all;
        });
        expect(kinds(rows)).toContain(`swapped ${chain}:${at + 1}`);
      }),
      often,
    );
  });
  test('inserted: a row with a number that is taken', () => {
    fc.assert(
      fc.property(place(0, LENGTH - 1), ([chain, at]) => {
        const forged = rechain([...trails[chain]!.slice(0, at), { ...trails[chain]![at]!, verb: 'forged' }], at)[at]!;
        const rows = withChain(chain, (all) => [...all.slice(0, at + 1), forged, ...all.slice(at + 1)]);
        expect(kinds(rows)).toEqual([`inserted ${chain}:${at + 1}`]);
      }),
      often,
    );
  });
  test('rechained: changed and hashed anew to the end, found by the signed head', () => {
    fc.assert(
      fc.property(place(0, SEALED - 1), fc.constantFrom('change', 'insert', 'remove'), ([chain, at], how) => {
        const rows = withChain(chain, (all) => {
          const forged = { ...all[at]!, verb: 'forged' };
          if (how === 'change') return rechain(all.with(at, forged), at);
          return rechain(how === 'insert' ? all.toSpliced(at, 0, forged) : all.toSpliced(at, 1), at);
        });
        const found = verdict(rows).problems;
        expect(found.length).toBeGreaterThan(0);
        expect(found[0]).toMatchObject({ kind: 'rechained', chain: CHAINS[chain] });
        expect(found[0]!.seq).toBeLessThanOrEqual(at + 1);
        expect(found[0]!.to).toBeGreaterThan(at);
      }),
      often,
    );
  });
  test('forged: a seal of another key, or one that was altered', () => {
    const stranger = newKey();
    fc.assert(
      fc.property(fc.nat(seals.length - 1), fc.boolean(), (at, own) => {
        const forged = own ? { ...seals[at]!, seq: seals[at]!.seq + 1 } : sealAt(stranger, trails[0]!, 20);
        expect(verdict(trails.flat(), seals.with(at, forged)).problems.map((one) => one.kind)).toContain('forged');
      }),
      often,
    );
  });
  test('an old backup: the whole chain ends before the head', () => {
    expect(kinds(withChain(1, () => []))).toEqual(['truncated 1:1']);
  });
  test('a line that is neither row nor seal', () => {
    const verifier = new Verifier(key.publicKey);
    for (const line of ['else', 'row\tx', 'seal\tx', `${writeRow(trails[0]![0]!)}\tmore`])
      verifier.line(Buffer.from(line));
    expect(verifier.end().problems.map((one) => one.kind)).toEqual([
      'unreadable',
      'unreadable',
      'unreadable',
      'flipped',
    ]);
  });
});

test('the key is made once, for its owner alone, and read again', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'closeout-key-')), 'keys', 'audit.pem');
  const made = sealingKey(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toContain('PRIVATE KEY');
  expect(sealingKey(file).keyId).toBe(made.keyId);
});
