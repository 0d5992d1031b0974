import type { LedgerNode } from './ledger-pages.ts';
import { graphql, readFragment } from '../../gql/index.ts';

/** What the grouping needs to know of a row. */
export const LedgerItemFragment = graphql(`
  fragment LedgerItem_finding on Finding {
    id
    remediationType
    actionCount
    evidenceCount
    aspect {
      id
      ordinal
      title
    }
    balance {
      dueFen
      recoveredFen
      waivedFen
      outstandingFen
    }
  }
`);

export type Aspect = { id: string; ordinal: number; title: string };
export type GroupHeading = {
  kind: 'group';
  key: string;
  group: string;
  aspect: Aspect | null;
  immediate: boolean;
  repeated: boolean;
  shown: number;
};
export type LedgerItem = GroupHeading | { kind: 'finding'; key: string; finding: LedgerNode };

/** Rows in the order of the list, under a heading wherever the aspect changes. 立行立改 without an aspect is a heading too. */
export function groupItems(rows: readonly LedgerNode[], grouped: boolean): LedgerItem[] {
  const items: LedgerItem[] = [];
  const seen = new Set<string>();
  let heading = null as GroupHeading | null;
  for (const row of rows) {
    const { id, aspect, remediationType } = readFragment(LedgerItemFragment, row);
    const immediate = !aspect && remediationType === 'IMMEDIATE';
    const key = aspect?.id ?? (immediate ? 'immediate' : 'none');
    if (grouped && heading?.group !== key) {
      heading = {
        kind: 'group',
        key: `${key} ${items.length}`,
        group: key,
        aspect: aspect ?? null,
        immediate,
        repeated: seen.has(key),
        shown: 0,
      };
      seen.add(key);
      items.push(heading);
    }
    if (heading) heading.shown += 1;
    items.push({ kind: 'finding', key: id, finding: row });
  }
  return items;
}

/** What the rows at hand add up to. Sums are fen as bigint. */
export function totalsOf(rows: readonly LedgerNode[]) {
  const totals = {
    findings: rows.length,
    actions: 0,
    evidence: 0,
    due: 0n,
    recovered: 0n,
    waived: 0n,
    outstanding: 0n,
  };
  for (const row of rows) {
    const { actionCount, evidenceCount, balance } = readFragment(LedgerItemFragment, row);
    totals.actions += actionCount;
    totals.evidence += evidenceCount;
    totals.due += BigInt(balance.dueFen);
    totals.recovered += BigInt(balance.recoveredFen);
    totals.waived += BigInt(balance.waivedFen);
    totals.outstanding += BigInt(balance.outstandingFen);
  }
  return totals;
}

export type LedgerTotals = ReturnType<typeof totalsOf>;
