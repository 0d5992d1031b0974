import {
  RUNNING_STATES,
  WARNING_RECIPIENTS,
  newRecipients,
  readSettings,
  warningDue,
  type FindingState,
  type WarningHolders,
  type WarningLevel,
  type WarningRecipient,
} from '@closeout/domain';
import type { PoolClient } from 'pg';

interface Row {
  id: string;
  state: FindingState;
  due_on: string;
  round: unknown;
  inspection: unknown;
  holders: { office: WarningRecipient; personId: string }[];
  recorded: { level: WarningLevel; dueOn: string; personId: string }[];
}

const current = (row: string): string =>
  `${row}.revoked_at IS NULL AND ${row}.from_on <= $1::date AND (${row}.to_on IS NULL OR ${row}.to_on >= $1::date)`;

/** Who holds each office for the finding on the day: by grant, the leader's post also by who holds it. Accounts in use only. */
const HOLDERS = `
  SELECT coalesce(json_agg(json_build_object('office', h.office, 'personId', h.person_id) ORDER BY h.office, h.person_id), '[]') FROM (
    SELECT 'HANDLER' AS office, a.person_id FROM account a WHERE a.person_id = f.handler_id AND a.active
    UNION SELECT CASE g.role WHEN 'INSPECTION_OFFICE' THEN 'OFFICE' ELSE g.role::text END, a.person_id
      FROM role_grant g JOIN account a ON a.id = g.account_id AND a.active
      WHERE ${current('g')} AND ((g.role IN ('CLERK', 'SECRETARY') AND g.body_id = f.body_id)
        OR (g.role = 'DEPARTMENT_HEAD' AND g.department_id = f.lead_department_id)
        OR (g.role = 'LEADER' AND g.post_id = f.leader_post_id)
        OR (g.role = 'INSPECTION_OFFICE' AND g.body_id = r.office_id))
    UNION SELECT 'LEADER', ph.person_id FROM post_holding ph JOIN account a ON a.person_id = ph.person_id AND a.active
      WHERE ph.post_id = f.leader_post_id AND ph.to_on IS NULL) h`;

const RUNNING = `
  SELECT f.id, f.state, f.due_on::text, r.settings AS round, i.settings AS inspection, (${HOLDERS}) AS holders,
    (SELECT coalesce(json_agg(json_build_object('level', w.level, 'dueOn', w.due_on, 'personId', d.person_id)), '[]')
      FROM warning w JOIN warning_delivery d ON d.warning_id = w.id WHERE w.finding_id = f.id AND w.due_on = f.due_on) AS recorded
  FROM finding f JOIN inspection i ON i.id = f.inspection_id JOIN round r ON r.id = i.round_id
  WHERE f.state = ANY ($2::finding_state[]) AND f.due_on IS NOT NULL AND ($3::uuid IS NULL OR f.id = $3)`;

const INPUT = `jsonb_to_recordset($1) AS x(finding_id uuid, due_on date, level warning_level, name text, colour text, person_ids uuid[])`;

const byOffice = (holders: Row['holders']): WarningHolders =>
  Object.fromEntries(
    WARNING_RECIPIENTS.map((office) => [
      office,
      holders.filter((one) => one.office === office).map((one) => one.personId),
    ]),
  ) as Record<WarningRecipient, string[]>;

/**
 * Records the warnings that stand on a day, of one finding or of all, and tells everybody who was not told yet. Running it
 * again, or twice at once, changes nothing: the database holds one warning per finding, due day and level, and one telling per
 * warning and person. Answers how many tellings are new.
 */
export async function recordWarnings(
  client: PoolClient,
  { day, now, findingId = null }: { day: string; now: Date; findingId?: string | null },
): Promise<number> {
  const { rows } = await client.query<Row>(RUNNING, [day, RUNNING_STATES, findingId]);
  const found = rows.flatMap((row) => {
    const settings = readSettings(row.inspection, readSettings(row.round));
    const due = warningDue({ state: row.state, dueOn: row.due_on }, byOffice(row.holders), day, settings);
    const persons = due === null ? [] : newRecipients(due, row.recorded);
    if (due === null || persons.length === 0) return [];
    return [
      {
        finding_id: row.id,
        due_on: due.dueOn,
        level: due.level,
        name: due.name,
        colour: due.colour,
        person_ids: persons,
      },
    ];
  });
  if (found.length === 0) return 0;
  const input = JSON.stringify(found);
  await client.query('BEGIN');
  try {
    await client.query(
      `INSERT INTO warning (id, finding_id, level, due_on, name, colour, recorded_on, recorded_at)
       SELECT gen_random_uuid(), x.finding_id, x.level, x.due_on, x.name, x.colour, $2::date, $3 FROM ${INPUT}
       ON CONFLICT DO NOTHING`,
      [input, day, now],
    );
    const told = await client.query(
      `INSERT INTO warning_delivery (id, warning_id, person_id, told_at)
       SELECT gen_random_uuid(), w.id, p.id, $2 FROM ${INPUT}
       JOIN warning w ON w.finding_id = x.finding_id AND w.due_on = x.due_on AND w.level = x.level
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
