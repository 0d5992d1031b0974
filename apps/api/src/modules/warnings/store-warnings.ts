import type { DueWarning } from '@closeout/domain';
import type { PoolClient } from 'pg';
import { grantInForce } from '../access/grant-in-force.ts';

/** What warnings are about: the column that names it. */
export type About = 'finding_id' | 'notice_id';

/** A warning that should stand, and whom it has not reached yet. */
export interface FoundWarning {
  aboutId: string;
  due: DueWarning;
  personIds: string[];
}

const INPUT = `jsonb_to_recordset($1) AS x(about_id uuid, due_on date, level warning_level, name text, colour text, person_ids uuid[])`;

/** The persons with an account in use whose grant, in force on the day `$1`, meets the condition on `g`. */
export const holdersByGrant = (office: string, condition: string): string =>
  `SELECT ${office} AS office, a.person_id FROM role_grant g JOIN account a ON a.id = g.account_id AND a.active WHERE ${grantInForce('g', '$1::date')} AND (${condition})`;

/** Holders as one JSON list of office and person. */
export const holdersJson = (parts: string): string =>
  `SELECT coalesce(json_agg(json_build_object('office', h.office, 'personId', h.person_id) ORDER BY h.office, h.person_id), '[]') FROM (${parts}) h`;

/** What was recorded of a row by its due day, as JSON. */
export const recordedJson = (about: About, id: string, dueOn: string): string =>
  `SELECT coalesce(json_agg(json_build_object('level', w.level, 'dueOn', w.due_on, 'personId', d.person_id)), '[]') FROM warning w JOIN warning_delivery d ON d.warning_id = w.id WHERE w.${about} = ${id} AND w.due_on = ${dueOn}`;

/**
 * Records warnings and tells whoever was not told yet, all together or not at all. The database holds one warning per thing,
 * due day and level, and one telling per warning and person: again, or twice at once, changes nothing. Answers how many
 * tellings are new.
 */
export async function storeWarnings(
  client: PoolClient,
  about: About,
  found: readonly FoundWarning[],
  { day, now }: { day: string; now: Date },
): Promise<number> {
  if (found.length === 0) return 0;
  const rows = found.map(({ aboutId, due, personIds }) => ({
    about_id: aboutId,
    due_on: due.dueOn,
    level: due.level,
    name: due.name,
    colour: due.colour,
    person_ids: personIds,
  }));
  const input = JSON.stringify(rows);
  await client.query('BEGIN');
  try {
    await client.query(
      `INSERT INTO warning (id, ${about}, level, due_on, name, colour, recorded_on, recorded_at)
       SELECT gen_random_uuid(), x.about_id, x.level, x.due_on, x.name, x.colour, $2::date, $3 FROM ${INPUT}
       ON CONFLICT DO NOTHING`,
      [input, day, now],
    );
    const told = await client.query(
      `INSERT INTO warning_delivery (id, warning_id, person_id, told_at)
       SELECT gen_random_uuid(), w.id, p.id, $2 FROM ${INPUT}
       JOIN warning w ON w.${about} = x.about_id AND w.due_on = x.due_on AND w.level = x.level
       CROSS JOIN unnest(x.person_ids) AS p(id) ON CONFLICT DO NOTHING`,
      [input, now],
    );
    await client.query('COMMIT');
    return told.rowCount ?? 0;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
