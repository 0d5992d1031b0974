import type { Database } from '../../db/client.ts';
import type { Results } from './results.ts';

/** The list of one's jobs goes back so far. */
const KEPT_DAYS = 180;

/**
 * Forgets results past their day, and jobs past theirs, then removes every file that no job wants any more: also what a
 * process has left that was killed between writing a file and saying so.
 */
export async function purgeResults(
  { query }: Pick<Database, 'query'>,
  results: Results,
  days: number,
  now: Date,
): Promise<void> {
  await query(
    `UPDATE job SET result_name = NULL, result_media_type = NULL, result_size = NULL, result_sha256 = NULL, result_until = NULL WHERE result_until <= $1::timestamptz`,
    [now],
  );
  await query(`DELETE FROM job WHERE ended_at < $1::timestamptz - make_interval(days => ${KEPT_DAYS})`, [now]);
  const names = await results.old();
  const wanted = await query<{ name: string }>(
    `SELECT n.name FROM unnest($1::text[]) AS n(name) JOIN job j ON j.id::text = split_part(n.name, '.', 1)
     WHERE CASE WHEN n.name LIKE '%.source' THEN j.ended_at IS NULL OR (j.state <> 'DONE' AND j.ended_at > $2::timestamptz - make_interval(days => $3::int))
       ELSE j.result_name IS NOT NULL AND n.name = j.id || '.' || j.attempts END`,
    [names, now, days],
  );
  const kept = new Set(wanted.map(({ name }) => name));
  for (const name of names) if (!kept.has(name)) await results.remove(name);
}
