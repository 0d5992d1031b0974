import {
  newRecipients,
  readSettings,
  RUNNING_STATES,
  WARNING_RECIPIENTS,
  warningDue,
  type FindingState,
  type WarningHolders,
  type WarningLevel,
  type WarningRecipient,
} from '@closeout/domain';
import type { PoolClient } from 'pg';
import { deputiesOf } from '../deputies/deputies-of.ts';
import { holdersByGrant, holdersJson, recordedJson, storeWarnings } from './store-warnings.ts';

export type HolderRow = { office: WarningRecipient; personId: string };
export type RecordedRow = { level: WarningLevel; dueOn: string; personId: string };

interface Row {
  id: string;
  state: FindingState;
  due_on: string;
  round: unknown;
  inspection: unknown;
  holders: HolderRow[];
  recorded: RecordedRow[];
}

/** Who holds each office for the finding on the day: by grant, the leader's post also by who holds it, and who stands in for one of them. Accounts in use only. */
const HOLDERS = holdersJson(`
  SELECT 'HANDLER' AS office, a.person_id FROM account a WHERE a.person_id = f.handler_id AND a.active
  UNION ${holdersByGrant(
    `CASE g.role WHEN 'INSPECTION_OFFICE' THEN 'OFFICE' ELSE g.role::text END`,
    `(g.role IN ('CLERK', 'SECRETARY') AND g.body_id = f.body_id)
      OR (g.role = 'DEPARTMENT_HEAD' AND g.department_id = f.lead_department_id)
      OR (g.role = 'LEADER' AND g.post_id = f.leader_post_id)
      OR (g.role = 'INSPECTION_OFFICE' AND g.body_id = r.office_id)`,
  )}
  UNION SELECT 'LEADER', ph.person_id FROM post_holding ph JOIN account a ON a.person_id = ph.person_id AND a.active
    WHERE ph.post_id = f.leader_post_id AND ph.to_on IS NULL
  UNION SELECT dq.step, dq.deputy_id FROM (${deputiesOf('f', '$1::date')}) dq`);

const RUNNING = `
  SELECT f.id, f.state, f.due_on::text, r.settings AS round, i.settings AS inspection, (${HOLDERS}) AS holders,
    (${recordedJson('finding_id', 'f.id', 'f.due_on')}) AS recorded
  FROM finding f JOIN inspection i ON i.id = f.inspection_id JOIN round r ON r.id = i.round_id
  WHERE f.state = ANY ($2::finding_state[]) AND f.due_on IS NOT NULL AND ($3::uuid IS NULL OR f.id = $3)
    AND ($4::uuid IS NULL OR f.body_id = $4 OR r.office_id = $4)`;

/** The persons of each office. */
export const byOffice = (holders: readonly HolderRow[]): WarningHolders =>
  Object.fromEntries(
    WARNING_RECIPIENTS.map((office) => [
      office,
      holders.filter((one) => one.office === office).map((one) => one.personId),
    ]),
  ) as Record<WarningRecipient, string[]>;

/** Whose warnings are looked at: of one finding, of one body or an office's bodies, or (nothing said) of all. */
export interface WarningScope {
  day: string;
  now: Date;
  findingId?: string | null;
  bodyId?: string | null;
}

/**
 * Records the warnings that stand on a day and tells everybody who was not told yet. Running it again, or twice at once,
 * changes nothing. Answers how many tellings are new.
 */
export async function recordWarnings(client: PoolClient, scope: WarningScope): Promise<number> {
  const { day, now, findingId = null, bodyId = null } = scope;
  const { rows } = await client.query<Row>(RUNNING, [day, RUNNING_STATES, findingId, bodyId]);
  const found = rows.flatMap((row) => {
    const settings = readSettings(row.inspection, readSettings(row.round));
    const due = warningDue({ state: row.state, dueOn: row.due_on }, byOffice(row.holders), day, settings);
    const personIds = due === null ? [] : newRecipients(due, row.recorded);
    return due === null || personIds.length === 0 ? [] : [{ aboutId: row.id, due, personIds }];
  });
  return storeWarnings(client, 'finding_id', found, { day, now });
}
