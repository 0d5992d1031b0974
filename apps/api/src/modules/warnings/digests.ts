import type { PoolClient } from 'pg';
import { JOBS_SCHEMA } from '../jobs/queue.ts';
import { digestMail, type DigestLine } from './digest-mail.ts';
import type { MailSink } from './mail-sink.ts';

const CLAIM = `
  WITH due AS (
    SELECT DISTINCT d.person_id FROM warning_delivery d JOIN person n ON n.id = d.person_id AND n.mail_on AND n.mail IS NOT NULL
    JOIN account a ON a.person_id = n.id AND a.active WHERE d.digest_id IS NULL),
  made AS (
    INSERT INTO warning_digest (id, person_id, day, created_at) SELECT gen_random_uuid(), person_id, $1::date, $2 FROM due
    ON CONFLICT DO NOTHING RETURNING id, person_id),
  linked AS (UPDATE warning_delivery d SET digest_id = made.id FROM made WHERE d.person_id = made.person_id AND d.digest_id IS NULL)
  SELECT id FROM made`;

/**
 * Makes the day's digests: one per person with something untold, holding all of it. The digest, what it holds and, by the
 * query below, the job that sends it are there together or not at all; who has one today waits for tomorrow's.
 */
export async function claimDigests(client: PoolClient, day: string, now: Date): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(CLAIM, [day, now]);
    await client.query(
      `SELECT ${JOBS_SCHEMA}.add_job('sendDigest', json_build_object('digestId', id), job_key := 'sendDigest:' || id)
       FROM warning_digest WHERE sent_at IS NULL ORDER BY id`,
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/**
 * Sends one digest and notes it. The row is locked meanwhile, so no second process sends it at the same time; killed before
 * the note, it is sent again under the same name (the folder keeps one file) or Message-ID.
 */
export async function sendDigest(
  client: PoolClient,
  digestId: string,
  { sink, baseUrl, now }: { sink: MailSink; baseUrl: string; now: Date },
): Promise<void> {
  await client.query('BEGIN');
  try {
    const [digest] = (
      await client.query<{ day: string; created_at: Date; mail: string | null }>(
        `SELECT g.day::text, g.created_at, n.mail FROM warning_digest g JOIN person n ON n.id = g.person_id
         WHERE g.id = $1 AND g.sent_at IS NULL FOR UPDATE OF g`,
        [digestId],
      )
    ).rows;
    if (digest !== undefined) {
      const lines = await client.query<DigestLine>(
        `SELECT CASE WHEN n.id IS NULL THEN 'FINDING' ELSE 'NOTICE' END AS about, coalesce(n.id, f.id) AS id,
           coalesce(n.number, f.ref_no) AS number, w.level, w.due_on::text AS "dueOn" FROM warning_delivery d
         JOIN warning w ON w.id = d.warning_id LEFT JOIN finding f ON f.id = w.finding_id LEFT JOIN notice n ON n.id = w.notice_id
         WHERE d.digest_id = $1 ORDER BY w.due_on, number`,
        [digestId],
      );
      if (digest.mail !== null && lines.rows.length > 0) {
        const mail = digestMail(lines.rows, baseUrl);
        await sink.send({ id: digestId, day: digest.day, at: digest.created_at, to: digest.mail, ...mail });
      }
      await client.query('UPDATE warning_digest SET sent_at = $2 WHERE id = $1', [digestId, now]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
