import { hash } from 'node:crypto';

/** One row of the audit trail; texts exactly as the database hashed them. */
export interface AuditRow {
  /** The body's id, or `installation`. */
  chain: string;
  /** Place in the chain, 1-based, without gaps. */
  seq: number;
  /** Instant in UTC, `2026-11-27T02:00:00.000Z`. */
  at: string;
  accountId: string | null;
  actorName: string;
  actorPost: string | null;
  verb: string;
  recordType: string;
  recordId: string | null;
  origin: string | null;
  success: boolean;
  /** SHA-256 of before, after and reason, hexadecimal. */
  contentDigest: string;
  prevHash: string;
  hash: string;
  /** `[before, after, reason]`, or null where the export withholds them (docs/decisions/0007). */
  content: readonly [string | null, string | null, string | null] | null;
}

/** What the first row of a chain hangs on. */
export const NO_HASH = '0'.repeat(64);

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (part: string | null): string =>
  part === null ? '\\N' : part.replace(/[\\\t\n\r]/g, (one) => ESCAPES[one] as string);

/** Parts with tabs between them, escaped as in PostgreSQL's COPY; `\N` where there is none: no two rows have the same text. */
export const auditText = (parts: readonly (string | null)[]): string => parts.map(escaped).join('\t');

export const sha256 = (text: string): string => hash('sha256', text, 'hex');

export const digestOf = (content: NonNullable<AuditRow['content']>): string => sha256(auditText(content));

/** What is hashed: everything that the row says, and what it hangs on. */
const signedText = (row: AuditRow): string =>
  auditText([
    row.chain,
    String(row.seq),
    row.prevHash,
    row.contentDigest,
    row.at,
    row.accountId,
    row.actorName,
    row.actorPost,
    row.verb,
    row.recordType,
    row.recordId,
    row.origin,
    row.success ? 'true' : 'false',
  ]);

export const hashOf = (row: AuditRow): string => sha256(signedText(row));

/** One line of an export: `row`, the hash, the hashed text as it is, and the three values unless they are withheld. */
export const writeRow = (row: AuditRow): string =>
  `row\t${row.hash}\t${signedText(row)}${row.content === null ? '' : `\t${auditText(row.content)}`}`;

const SIGNED_PARTS = 13;
const HASH = 64;
/** `row`, a tab, the hash, a tab. */
const SIGNED_FROM = 4 + HASH + 1;

/** Where the signed text of a line ends, and whether values follow; -1 when the line has other parts than a row. */
function signedEnd(line: string): { end: number; values: boolean } {
  let at = SIGNED_FROM - 1;
  for (let part = 1; part < SIGNED_PARTS && at >= 0; part += 1) at = line.indexOf('\t', at + 1);
  if (at < 0) return { end: -1, values: false };
  const end = line.indexOf('\t', at + 1);
  if (end < 0) return { end: line.length, values: false };
  const values = line.slice(end + 1).split('\t').length;
  return values === 3 ? { end, values: true } : { end: -1, values: false };
}

/**
 * Whether a row has the hashes of what it says. Its bytes are hashed as they stand, without taking them apart: that is what
 * makes a million rows a matter of seconds. `line` is the same as latin1, for what is ASCII anyway.
 */
export function isIntact(bytes: Buffer, line: string): boolean {
  const { end, values } = signedEnd(line);
  if (end < 0 || hash('sha256', bytes.subarray(SIGNED_FROM, end), 'hex') !== line.slice(4, 4 + HASH)) return false;
  if (!values) return true;
  const digest = seqEnd(line) + 1 + HASH + 1;
  return hash('sha256', bytes.subarray(end + 1), 'hex') === line.slice(digest, digest + HASH);
}

const seqEnd = (line: string): number => line.indexOf('\t', line.indexOf('\t', SIGNED_FROM) + 1);

/** What the verifier asks of a line: where it stands, and what it hangs on. */
export interface SeenRow {
  chain: string;
  seq: number;
  prevHash: string;
  hash: string;
}

/** Reads a line that begins with `row`; null when it is none. */
export function readRow(line: string): SeenRow | null {
  const chainEnd = line.indexOf('\t', SIGNED_FROM);
  const end = seqEnd(line);
  const seq = Number(line.slice(chainEnd + 1, end));
  if (line[SIGNED_FROM - 1] !== '\t' || chainEnd < 0 || end < 0 || !Number.isSafeInteger(seq) || seq < 1) return null;
  return {
    chain: line.slice(SIGNED_FROM, chainEnd),
    seq,
    prevHash: line.slice(end + 1, end + 1 + HASH),
    hash: line.slice(4, 4 + HASH),
  };
}
