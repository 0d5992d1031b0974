import type { StyledPassage } from './version.ts';

/** A paragraph of the record with what the ledger says of it. */
export interface KeptPassage extends StyledPassage {
  /** The ledger's words that were taken over last. */
  source: string;
  /** The internal text was made by hand. */
  edited: boolean;
}

/** The report's paragraph of now. */
export type LedgerPassage = Pick<StyledPassage, 'key' | 'role' | 'number' | 'style'> & { text: string };

/** What taking the ledger's words does to one paragraph. */
export type PassageRefresh =
  | { kind: 'NEW'; key: string; now: LedgerPassage; ordinal: number }
  | { kind: 'SAME'; key: string; now: LedgerPassage; ordinal: number }
  /** Nobody has touched it: the new words stand at once. */
  | { kind: 'TAKEN'; key: string; now: LedgerPassage; ordinal: number }
  /** Edited or decided by hand: it stays until the change is accepted. `now` null: the ledger no longer has it. */
  | { kind: 'PENDING'; key: string; now: LedgerPassage; ordinal: number }
  | { kind: 'PENDING'; key: string; now: null; ordinal: null }
  | { kind: 'GONE'; key: string };

const isTouched = ({ edited, decision }: KeptPassage): boolean => edited || decision !== 'KEEP';

/** Lays the ledger's paragraphs of now over the kept ones: what somebody made by hand is never lost, and never silently out of date. */
export function refreshPassages(kept: readonly KeptPassage[], ledger: readonly LedgerPassage[]): PassageRefresh[] {
  const known = new Map(kept.map((one) => [one.key, one]));
  const present = ledger.map((now, at): PassageRefresh => {
    const [ordinal, key] = [at + 1, now.key];
    const old = known.get(key);
    known.delete(key);
    if (old === undefined) return { kind: 'NEW', key, now, ordinal };
    if (old.source === now.text) return { kind: 'SAME', key, now, ordinal };
    return { kind: isTouched(old) ? 'PENDING' : 'TAKEN', key, now, ordinal };
  });
  const missing = [...known.values()].map((old): PassageRefresh =>
    isTouched(old) ? { kind: 'PENDING', key: old.key, now: null, ordinal: null } : { kind: 'GONE', key: old.key },
  );
  return [...present, ...missing];
}
