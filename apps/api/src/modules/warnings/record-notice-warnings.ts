import { AWAITING_REPLY, newRecipients, noticeWarningDue, readSettings, type NoticeState } from '@closeout/domain';
import type { PoolClient } from 'pg';
import { byOffice, type HolderRow, type RecordedRow } from './record-warnings.ts';
import { holdersByGrant, holdersJson, recordedJson, storeWarnings } from './store-warnings.ts';

interface Row {
  id: string;
  state: NoticeState;
  reply_due_on: string;
  round: unknown;
  inspection: unknown;
  holders: HolderRow[];
  recorded: RecordedRow[];
}

const HOLDERS = holdersJson(
  holdersByGrant(
    `CASE g.role WHEN 'INSPECTION_OFFICE' THEN 'OFFICE' ELSE g.role::text END`,
    `(g.role IN ('CLERK', 'SECRETARY') AND g.body_id = n.body_id) OR (g.role = 'INSPECTION_OFFICE' AND g.body_id = n.office_id)`,
  ),
);

const AWAITED = `
  SELECT n.id, n.state, n.reply_due_on::text, r.settings AS round, i.settings AS inspection, (${HOLDERS}) AS holders,
    (${recordedJson('notice_id', 'n.id', 'n.reply_due_on')}) AS recorded
  FROM notice n JOIN inspection i ON i.id = n.inspection_id JOIN round r ON r.id = i.round_id
  WHERE n.state = ANY ($2::notice_state[]) AND n.reply_due_on IS NOT NULL AND ($3::uuid IS NULL OR n.id = $3)
    AND ($4::uuid IS NULL OR n.body_id = $4 OR n.office_id = $4)`;

/** Like `recordWarnings`, for notices whose reply is outstanding: of one, of those of a body or office, or of all. */
export async function recordNoticeWarnings(
  client: PoolClient,
  {
    day,
    now,
    noticeId = null,
    bodyId = null,
  }: { day: string; now: Date; noticeId?: string | null; bodyId?: string | null },
): Promise<number> {
  const { rows } = await client.query<Row>(AWAITED, [day, AWAITING_REPLY, noticeId, bodyId]);
  const found = rows.flatMap((row) => {
    const settings = readSettings(row.inspection, readSettings(row.round));
    const notice = { state: row.state, replyDueOn: row.reply_due_on };
    const due = noticeWarningDue(notice, byOffice(row.holders), day, settings);
    const personIds = due === null ? [] : newRecipients(due, row.recorded);
    return due === null || personIds.length === 0 ? [] : [{ aboutId: row.id, due, personIds }];
  });
  return storeWarnings(client, 'notice_id', found, { day, now });
}
