import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** What writers do to the main body, each in a transaction of its own; $1 is a number at random, so that any row is met. */
const PICK = (table: string, where = 'true'): string =>
  `(SELECT id FROM (SELECT t.id, row_number() OVER (ORDER BY t.id) AS n, count(*) OVER () AS of FROM ${table} t WHERE ${where}) p WHERE p.n = 1 + $1::int % p.of)`;
const OWN = `t.body_id = (SELECT id FROM body WHERE short_name = '市侨青会')`;
const DRILLED = `${OWN} AND t.title LIKE '演练%'`;
const DEPARTMENT = PICK('department', OWN);
const FINDING = PICK('finding', OWN);

const WRITES: readonly (readonly [number, string])[] = [
  [
    8,
    `INSERT INTO action (id, finding_id, body_id, ordinal, text) SELECT gen_random_uuid(), f.id, f.body_id, 1000 + $1::int, '演练' || $1::int FROM finding f WHERE f.id = ${FINDING}`,
  ],
  [8, `UPDATE action SET text = '演练' || $1::int, version = version + 1 WHERE id = ${PICK('action', OWN)}`],
  [4, `DELETE FROM action WHERE id = ${PICK('action', `${OWN} AND t.text LIKE '演练%'`)}`],
  [
    6,
    `WITH piece AS (INSERT INTO evidence (id, body_id, inspection_id, kind, piece_number, title, restricted) SELECT gen_random_uuid(), f.body_id, f.inspection_id, 'FILE', 'D-' || gen_random_uuid(), '演练' || $1::int, $1::int % 4 = 0 FROM finding f WHERE f.id = ${FINDING} RETURNING id, body_id),
     file AS (INSERT INTO attachment (id, body_id, file_name, media_type, size, sha256, evidence_id) SELECT gen_random_uuid(), body_id, 'x', 'text/plain', 1, repeat('0', 64), id FROM piece)
     INSERT INTO evidence_action (body_id, evidence_id, action_id) SELECT p.body_id, p.id, ${PICK('action', OWN)} FROM piece p`,
  ],
  [3, `UPDATE evidence SET restricted = NOT restricted, version = version + 1 WHERE id = ${PICK('evidence', OWN)}`],
  [3, `DELETE FROM evidence WHERE id = ${PICK('evidence', DRILLED)}`],
  [
    3,
    `UPDATE finding SET lead_department_id = ${DEPARTMENT}, version = version + 1 WHERE id = (SELECT id FROM finding t WHERE ${OWN} ORDER BY md5(t.id::text || $1::int::text) LIMIT 1)`,
  ],
  [
    2,
    `INSERT INTO finding_department (finding_id, department_id) SELECT ${FINDING}, ${DEPARTMENT} ON CONFLICT DO NOTHING`,
  ],
  [2, `DELETE FROM finding_department WHERE finding_id = ${FINDING}`],
  [4, `UPDATE finding SET remark = '演练' || $1::int, version = version + 1 WHERE id = ${FINDING}`],
  [2, `UPDATE money_sum SET label = '演练' || $1::int, version = version + 1 WHERE id = ${PICK('money_sum')}`],
];
const DECK = WRITES.flatMap(([weight, text]) => Array.from({ length: weight }, () => text));

export interface Written {
  committed: number;
  rolledBack: number;
  /** Transactions that stayed open while others came and went. */
  slow: number;
}

/** Writes until it is enough; one in eight stays open for a while, one in ten is rolled back. */
export async function writeInto(databaseUrl: string, written: Written, enough: () => boolean): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    while (!enough()) {
      const chance = Math.floor(Math.random() * 1_000_000_000);
      try {
        await client.query('BEGIN');
        for (let more = chance % 3; more >= 0; more--)
          await client.query(DECK[(chance + more * 7) % DECK.length] as string, [chance + more]);
        const slow = chance % 8 === 0;
        if (slow) await sleep(100 + (chance % 500));
        const refuse = chance % 10 === 1;
        await client.query(refuse ? 'ROLLBACK' : 'COMMIT');
        if (slow) written.slow += 1;
        if (refuse) written.rolledBack += 1;
        else written.committed += 1;
      } catch {
        // two writers met, or a row was refused: nothing of it is there
        await client.query('ROLLBACK');
        written.rolledBack += 1;
      }
      await sleep(chance % 12);
    }
  } finally {
    await client.end();
  }
}
