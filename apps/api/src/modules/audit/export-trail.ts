import { writeRow, writeSeal, type AuditRow } from '@closeout/audit';
import type { Transaction } from './in-transaction.ts';
import { ADMINISTRATIVE } from './administrative.ts';

const PAGE = 5_000;

type Stored = Omit<AuditRow, 'seq' | 'content'> & {
  seq: bigint;
  before: string | null;
  after: string | null;
  reason: string | null;
};
type StoredSeal = { chain: string; seq: bigint; hash: string; signedAt: Date; keyId: string; signature: string };
type Reader = Pick<Transaction, '$queryRawUnsafe'>;

const ROWS = `SELECT chain, seq, encode(prev_hash, 'hex') AS "prevHash", encode(content_digest, 'hex') AS "contentDigest",
    to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, account_id::text AS "accountId", actor_name AS "actorName",
    actor_post AS "actorPost", verb, record_type AS "recordType", record_id::text AS "recordId", origin, success, encode(hash, 'hex') AS hash,
    before::text, after::text, reason
  FROM audit_event WHERE ($1::text IS NULL OR chain = $1) AND (chain, seq) > ($2, $3::bigint) ORDER BY chain, seq LIMIT ${PAGE}`;
const SEALS = `SELECT chain, seq, encode(hash, 'hex') AS hash, signed_at AS "signedAt", key_id AS "keyId", encode(signature, 'base64') AS signature
  FROM audit_seal WHERE $1::text IS NULL OR chain = $1 ORDER BY chain, seq`;

/** The values go out where the trail shows them (docs/decisions/0007); elsewhere their digest stands for them. */
const exported = ({ before, after, reason, seq, ...row }: Stored, values: boolean): AuditRow => ({
  ...row,
  seq: Number(seq),
  content: values && ADMINISTRATIVE.includes(row.recordType) ? [before, after, reason] : null,
});

/**
 * The trail of one chain, or of all, line by line: seals first, then rows; a page at a time, whatever its length. Without
 * `values` nothing goes out but who did what and when; it verifies all the same.
 */
export async function* exportTrail(db: Reader, chain: string | null, values = true): AsyncGenerator<string> {
  yield '# Closeout audit trail. Verify with: npm run --silent audit:verify -- THIS-FILE PUBLIC-KEY\n';
  for (const seal of await db.$queryRawUnsafe<StoredSeal[]>(SEALS, chain)) {
    const { seq, signedAt, signature, ...rest } = seal;
    yield `${writeSeal({ ...rest, seq: Number(seq), signedAt: signedAt.toISOString(), signature: signature.replaceAll('\n', '') })}\n`;
  }
  let last: [string, bigint] = ['', 0n];
  for (;;) {
    const rows = await db.$queryRawUnsafe<Stored[]>(ROWS, chain, last[0], String(last[1]));
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows.map((row) => `${writeRow(exported(row, values))}\n`).join('');
    last = [end.chain, end.seq];
  }
}
