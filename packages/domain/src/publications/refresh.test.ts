import { describe, expect, test } from 'vitest';
import { cell, readTable } from '../../test/tables.ts';
import { refreshPassages, type KeptPassage } from './refresh.ts';

/** Written by hand: what taking the ledger's words does to a paragraph; `-`: it is not there. */
const TABLE = `
  kept        | edited | decision | ledger      | does
  ------------|--------|----------|-------------|--------
  -           | no     | KEEP     | 新的一段    | NEW
  原来的一段  | no     | KEEP     | 原来的一段  | SAME
  原来的一段  | yes    | WITHHOLD | 原来的一段  | SAME
  原来的一段  | no     | KEEP     | 改过的一段  | TAKEN
  原来的一段  | yes    | KEEP     | 改过的一段  | PENDING
  原来的一段  | no     | WITHHOLD | 改过的一段  | PENDING
  原来的一段  | no     | REPLACE  | 改过的一段  | PENDING
  原来的一段  | no     | KEEP     | -           | GONE
  原来的一段  | yes    | KEEP     | -           | PENDING
  原来的一段  | no     | WITHHOLD | -           | PENDING
`;

describe('taking the ledger’s words', () => {
  for (const line of readTable(TABLE))
    test(Object.values(line).join(' · '), () => {
      const place = { key: 'opening/text', role: 'TEXT', number: null, style: 'body' } as const;
      const kept: KeptPassage = {
        ...place,
        internal: '手写的一段',
        source: cell(line, 'kept'),
        edited: cell(line, 'edited') === 'yes',
        decision: cell(line, 'decision') as KeptPassage['decision'],
        ground: null,
        replacement: null,
      };
      const ledger = { ...place, text: cell(line, 'ledger') };
      const [done, ...more] = refreshPassages(
        cell(line, 'kept') === '-' ? [] : [kept],
        cell(line, 'ledger') === '-' ? [] : [ledger],
      );
      expect([done?.kind, more]).toEqual([cell(line, 'does'), []]);
    });

  test('keeps the ledger’s order, and what it no longer has at the end', () => {
    const at = (key: string, text = key) => ({ key, role: 'TEXT', number: null, style: 'body', text }) as const;
    const kept = ['a', 'b'].map((key) => ({ ...at(key), internal: key, source: key, edited: true, decision: 'KEEP' as const, ground: null, replacement: null })); // prettier-ignore
    expect(refreshPassages(kept, [at('c'), at('b', 'B')]).map((one) => `${one.kind} ${one.key}`)).toEqual([
      'NEW c',
      'PENDING b',
      'PENDING a',
    ]);
  });
});
