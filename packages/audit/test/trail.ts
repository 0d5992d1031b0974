import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  digestOf,
  hashOf,
  NO_HASH,
  sealingKey,
  signHead,
  type AuditRow,
  type AuditSeal,
  type SealingKey,
} from '../src/index.ts';

export const CHAINS = ['installation', '019ed83d-0000-7000-8000-000000000001', '019ed83d-0000-7000-8000-000000000002'];

export const newKey = (): SealingKey =>
  sealingKey(path.join(mkdtempSync(path.join(tmpdir(), 'closeout-key-')), 'key.pem'));

/** A row that says something of its own at every place; every third one with its values. */
function rowAt(chain: string, seq: number, prevHash: string): AuditRow {
  const content = [
    null,
    JSON.stringify({ state: 'CLOSED', seq }),
    seq % 5 === 0 ? '理由；带“引号”和 😀' : null,
  ] as const;
  const row: AuditRow = {
    chain,
    seq,
    at: new Date(Date.UTC(2026, 10, 1) + seq * 61_000).toISOString(),
    accountId: seq % 7 === 0 ? null : '019ed83d-0000-7000-8000-00000000000a',
    actorName: `闻予知${seq % 11}`,
    actorPost: seq % 2 === 0 ? '党组书记' : null,
    verb: seq % 13 === 0 ? 'signInFailed' : 'updateProgress',
    recordType: 'Finding',
    recordId: `019ed83d-0000-7000-8000-${String(seq).padStart(12, '0')}`,
    origin: '10.0.0.7',
    success: seq % 13 !== 0,
    contentDigest: digestOf(content),
    prevHash,
    hash: '',
    content: seq % 3 === 0 ? content : null,
  };
  return { ...row, hash: hashOf(row) };
}

export function chainOf(chain: string, length: number): AuditRow[] {
  const rows: AuditRow[] = [];
  for (let seq = 1; seq <= length; seq += 1) rows.push(rowAt(chain, seq, rows.at(-1)?.hash ?? NO_HASH));
  return rows;
}

/** Hashes rows anew from one on, as somebody would who can write into the database. */
export function rechain(rows: AuditRow[], from: number): AuditRow[] {
  const kept = rows.slice(0, from);
  for (const row of rows.slice(from)) {
    const next = { ...row, seq: kept.length + 1, prevHash: kept.at(-1)?.hash ?? NO_HASH };
    kept.push({ ...next, hash: hashOf(next) });
  }
  return kept;
}

export const sealAt = (key: SealingKey, rows: readonly AuditRow[], seq: number): AuditSeal =>
  signHead(key, { chain: rows[0]!.chain, seq, hash: rows[seq - 1]!.hash }, '2026-11-27T16:00:00.000Z');
