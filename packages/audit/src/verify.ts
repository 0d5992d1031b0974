import type { KeyObject } from 'node:crypto';
import { isIntact, NO_HASH, readRow, type SeenRow } from './row.ts';
import { keyIdOf, readSeal, sealHolds, type AuditSeal } from './seal.ts';

/**
 * flipped     the row does not have the hash of what it says
 * rewritten   the row was changed and hashed anew: the next row remembers another hash
 * missing     a number is left out
 * swapped     the row stands in another place than its number says
 * inserted    a second row with a number that is taken
 * rechained   rows were hashed anew up to a signed head, which remembers another hash
 * truncated   a signed head stands behind the last row
 * forged      a seal that the key did not sign
 * unreadable  a line that is no row and no seal
 */
export type ProblemKind =
  'flipped' | 'rewritten' | 'missing' | 'swapped' | 'inserted' | 'rechained' | 'truncated' | 'forged' | 'unreadable';

export interface Problem {
  kind: ProblemKind;
  chain: string;
  /** The row it is about; for truncated and missing the first one that is not there. */
  seq: number;
  /** The last row it is about, where it is about several. */
  to?: number;
}

/** A problem as a line of a report. */
export const problemWords = ({ kind, chain, seq, to }: Problem): string =>
  `${kind}: chain ${chain || '?'}, row ${seq}${to === undefined ? '' : ` to ${to}`}`;

export interface Verdict {
  rows: number;
  chains: number;
  problems: Problem[];
  /** Rows behind the last signed head of their chain: nothing is known of them but that they hang together. */
  unsealed: number;
}

interface ChainState {
  seals: Map<number, AuditSeal>;
  lastSeal: number;
  lastSealed: number;
  seq: number;
  hash: string;
  gaps: Set<number>;
  broken: boolean;
  after: number;
}

/** Verifies an export line by line; seals stand before the rows. It holds a state per chain, never the rows. */
export class Verifier {
  private readonly chains = new Map<string, ChainState>();
  private readonly problems: Problem[] = [];
  private readonly keyId: string;
  private readonly publicKey: KeyObject;
  private rows = 0;

  constructor(publicKey: KeyObject) {
    this.publicKey = publicKey;
    this.keyId = keyIdOf(publicKey);
  }

  /** One line, without its end. `intact`: what `isIntact` said of it, where that was asked elsewhere already. */
  line(bytes: Buffer, intact?: boolean): void {
    const text = bytes.toString('latin1');
    const row = text.startsWith('row\t') ? readRow(text) : null;
    if (row !== null) return this.row(row, intact ?? isIntact(bytes, text));
    const seal = text.startsWith('seal\t') ? readSeal(text) : null;
    if (seal !== null) return this.seal(seal);
    if (text === '' || text.startsWith('#')) return;
    this.problems.push({ kind: 'unreadable', chain: '', seq: this.rows + 1 });
  }

  private stateOf(chain: string): ChainState {
    const known = this.chains.get(chain);
    if (known !== undefined) return known;
    const fresh: ChainState = {
      seals: new Map(),
      lastSeal: 0,
      lastSealed: 0,
      seq: 0,
      hash: NO_HASH,
      gaps: new Set(),
      broken: false,
      after: 0,
    };
    this.chains.set(chain, fresh);
    return fresh;
  }

  private seal(seal: AuditSeal): void {
    const state = this.stateOf(seal.chain);
    if (seal.keyId !== this.keyId || !sealHolds(seal, this.publicKey))
      return void this.problems.push({ kind: 'forged', chain: seal.chain, seq: seal.seq });
    state.seals.set(seal.seq, seal);
    state.lastSeal = Math.max(state.lastSeal, seal.seq);
  }

  private row(row: SeenRow, intact: boolean): void {
    this.rows += 1;
    const state = this.stateOf(row.chain);
    const problem = (kind: ProblemKind, seq = row.seq): void =>
      void this.problems.push({ kind, chain: row.chain, seq });
    if (!intact) problem('flipped');
    if (row.seq <= state.seq) {
      if (state.gaps.delete(row.seq)) problem('swapped');
      else problem('inserted');
      return;
    }
    for (let left = state.seq + 1; left < row.seq; left += 1) state.gaps.add(left);
    const hangs = row.prevHash === state.hash;
    if (intact && !hangs && row.seq === state.seq + 1 && !state.broken) {
      // a signed head has named the row before already, if it stands there
      if (!this.problems.some((one) => one.chain === row.chain && (one.to ?? one.seq) === state.seq))
        problem('rewritten', Math.max(1, state.seq));
    }
    state.broken = !intact;
    const seal = state.seals.get(row.seq);
    if (seal !== undefined) {
      if (seal.hash !== row.hash && intact) this.rechained(row.chain, state, row.seq);
      state.lastSealed = row.seq;
    }
    state.seq = row.seq;
    state.hash = row.hash;
  }

  /** Only one report for all rows since the last head that holds, unless something in between was found already. */
  private rechained(chain: string, state: ChainState, to: number): void {
    const from = state.lastSealed + 1;
    const known = this.problems.some((one) => one.chain === chain && one.seq >= from - 1 && one.seq <= to);
    if (!known) this.problems.push({ kind: 'rechained', chain, seq: from, to });
  }

  /** What was found; named in the order of the rows. */
  end(): Verdict {
    let unsealed = 0;
    for (const [chain, state] of this.chains) {
      for (const seq of state.gaps) this.problems.push({ kind: 'missing', chain, seq });
      if (state.lastSeal > state.seq)
        this.problems.push({ kind: 'truncated', chain, seq: state.seq + 1, to: state.lastSeal });
      unsealed += Math.max(0, state.seq - Math.max(state.lastSealed, state.lastSeal));
    }
    this.problems.sort((one, other) => one.chain.localeCompare(other.chain) || one.seq - other.seq);
    return { rows: this.rows, chains: this.chains.size, problems: this.problems, unsealed };
  }
}
