import type { Api } from '../api.ts';
import { MAIN } from './actors.ts';

/** A value for every column that may be null: a field without one would look the same to who may read it and who may not. */
const VALUES: Record<string, string> = {
  text: `'有值'`,
  integer: '1',
  bigint: '100',
  boolean: 'true',
  date: `'2026-11-01'`,
  'timestamp with time zone': `'2026-11-01T00:00:00Z'`,
  jsonb: `'{"a": 1}'`,
};
/** Tables whose empty columns mean something to the rights themselves, or that only grow. */
const AS_THEY_ARE = new Set([
  '_prisma_migrations',
  'api_token',
  'audit_event',
  'audit_seal',
  'post_holding',
  'role_grant',
  'session',
  'setup_link',
  'upload_ticket',
]);

/** Columns whose emptiness is a right: a draft is not sent, the office has not decided. */
const EMPTY = new Set([
  'finding.due_unit',
  'notice_reply.sent_at',
  'publication_passage.edited',
  'filing_version.decided_at',
  'filing_version.filed_at',
  'filing_version.number',
]);

const FINDING = `(SELECT f.id FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '${MAIN}' AND f.seq = 28)`;
const PIECES = `(SELECT id FROM evidence WHERE title IN ('矩阵佐证', '矩阵会议', '矩阵谈话'))`;
const SCAN = `(SELECT id FROM attachment WHERE file_name = 'x.pdf' AND finding_id = ${FINDING} LIMIT 1)`;
/** A finding of another department, which the finance department does not support: no. 5. */
const FOREIGN = `(SELECT f.id FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '${MAIN}' AND f.seq = 5)`;
const OFFICE = `(SELECT id FROM body WHERE short_name = '市委巡察办')`;

/** What leads from one record to another. */
const LINKS = [
  `UPDATE finding SET import_id = (SELECT id FROM import WHERE file_name = 'x.txt'), state = 'CONTINUING', cycle = 2, return_reason = 'x' WHERE id = ${FINDING}`,
  `UPDATE submission SET cycle = 2 WHERE finding_id = ${FINDING}`,
  `INSERT INTO finding_subject (finding_id, person_id) SELECT ${FINDING}, person_id FROM account WHERE login = 'handler6' ON CONFLICT DO NOTHING`,
  `UPDATE evidence SET on_behalf_of_id = (SELECT lead_department_id FROM finding WHERE id = ${FINDING}), kind = CASE title WHEN '矩阵谈话' THEN 'TALK' WHEN '矩阵会议' THEN 'MEETING' ELSE 'DOCUMENT' END::evidence_kind, occurred_on = '2025-01-01' WHERE id IN ${PIECES}`,
  `INSERT INTO resolution (id, body_id, meeting_id, text, decided_on, recorded_by_name) SELECT gen_random_uuid(), f.body_id, e.id, '矩阵决议', '2026-11-01', 'x' FROM finding f, evidence e WHERE f.id = ${FINDING} AND e.title = '矩阵谈话'`,
  `UPDATE signoff_step SET scan_id = ${SCAN}, resolution_id = (SELECT id FROM resolution WHERE text = '矩阵决议') WHERE submission_id IN (SELECT id FROM submission WHERE finding_id = ${FINDING})`,
  `WITH s AS (INSERT INTO submission (id, finding_id, cycle, attempt, purpose, outcome, submitted_by_id, submitted_by_name, submitted_at) SELECT gen_random_uuid(), f.id, 1, 9, 'CLOSE_OUT', 'APPROVED', f.handler_id, 'x', '2025-01-01' FROM finding f WHERE f.id = ${FINDING} RETURNING id)
    INSERT INTO signoff_step (id, submission_id, ordinal, kind, state) SELECT gen_random_uuid(), s.id, 1, 'SECRETARY', 'SIGNED' FROM s`,
  `UPDATE finding SET title = f.title, description = f.description FROM finding f WHERE f.id = ${FINDING} AND finding.body_id = f.body_id AND finding.seq = 24`,
  `DELETE FROM finding_department WHERE finding_id = (SELECT f.id FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '${MAIN}' AND f.seq = 24)`,
  `UPDATE money_sum SET point_id = (SELECT id FROM finding_point WHERE finding_id = ${FINDING} LIMIT 1) WHERE finding_id = ${FINDING}`,
  `UPDATE recovery SET evidence_id = (SELECT id FROM evidence WHERE title = '矩阵佐证') WHERE sum_id IN (SELECT id FROM money_sum WHERE finding_id = ${FINDING})`,
  `INSERT INTO recovery (id, sum_id, fen, kind, evidence_id, created_by_name) SELECT gen_random_uuid(), s.id, 1, 'REFUND', e.id, 'x' FROM evidence e, money_sum s WHERE e.title = '矩阵谈话' AND s.finding_id = ${FINDING} LIMIT 1`,
  `INSERT INTO attachment (id, body_id, recovery_id, purpose, file_name, sha256, size, media_type) SELECT gen_random_uuid(), f.body_id, r.id, 'VOUCHER', 'v.pdf', repeat('c', 64), 1, 'application/pdf' FROM finding f, recovery r JOIN money_sum s ON s.id = r.sum_id WHERE f.id = ${FINDING} AND s.finding_id = f.id`,
  `INSERT INTO attachment (id, body_id, consent_id, purpose, file_name, sha256, size, media_type) SELECT gen_random_uuid(), f.body_id, c.id, 'CONSENT', 'c.pdf', repeat('d', 64), 1, 'application/pdf' FROM finding f, waiver_consent c WHERE f.id = ${FINDING}`,
  `INSERT INTO extension (id, finding_id, body_id, cycle, number, reason, from_due_on, to_due_on, approver, state, requested_by_id, requested_by_name)
    SELECT gen_random_uuid(), f.id, f.body_id, 1, 2, 'x', '2026-12-03', '2027-01-31', 'OFFICE', 'REFUSED', f.handler_id, 'x' FROM finding f WHERE f.id = ${FINDING}`,
  `UPDATE post SET department_id = (SELECT d.id FROM department d WHERE d.body_id = post.body_id ORDER BY d.ordinal LIMIT 1) WHERE department_id IS NULL`,
  `UPDATE role_grant SET revoked_at = '2026-11-01', to_on = '2026-11-01', post_id = (SELECT id FROM post LIMIT 1) WHERE account_id = (SELECT id FROM account WHERE login = 'handler7')`,
  `UPDATE api_token SET revoked_at = now(), last_used_at = now(), created_by_id = (SELECT id FROM account WHERE login = 'secadmin'), decision = 'REFUSED', decided_at = now(), decided_by_id = approver_id, decision_reason = 'x' WHERE name = '矩阵'`,
  `INSERT INTO audit_event (body_id, account_id, actor_name, actor_post, verb, record_type, record_id, before, after, reason, origin) SELECT f.body_id, a.id, '矩阵', 'x', 'editBody', 'Body', f.body_id, '{"a": 1}', '{"a": 2}', 'x', 'x' FROM finding f, account a WHERE f.id = ${FINDING} AND a.login = 'sysadmin'`,
  `UPDATE inspection SET settings = '{"offsets": {"plan": {"amount": 2, "unit": "MONTH"}}}' WHERE body_id = (SELECT body_id FROM finding WHERE id = ${FINDING})`,
  `INSERT INTO settings_version (id, inspection_id, settings, from_at) SELECT gen_random_uuid(), inspection_id, '{}', '2026-02-01' FROM finding WHERE id = ${FINDING}`,
  `UPDATE action SET kind = 'MEETING' WHERE finding_id = ${FINDING}`,
  // The piece proves something of a finding that not all of its readers may read, and a payment there.
  `DELETE FROM finding_department WHERE finding_id = ${FOREIGN}`,
  `INSERT INTO evidence_action (body_id, evidence_id, action_id) SELECT a.body_id, e.id, a.id FROM action a, evidence e WHERE a.finding_id = ${FOREIGN} AND a.ordinal = 1 AND e.title = '矩阵佐证'`,
  `INSERT INTO recovery (id, sum_id, fen, kind, evidence_id, created_by_name) SELECT gen_random_uuid(), s.id, 1, 'REFUND', e.id, '别处' FROM money_sum s, evidence e WHERE s.finding_id = ${FOREIGN} AND e.title = '矩阵佐证' LIMIT 1`,
  `UPDATE filing_version SET decided_at = '2026-11-01' WHERE sha256 NOT IN (repeat('f', 64), repeat('d', 64))`,
  `UPDATE recheck SET submission_id = (SELECT s.id FROM submission s WHERE s.finding_id = ${FINDING} ORDER BY s.submitted_at DESC LIMIT 1) WHERE finding_id = ${FINDING} AND draw_id = (SELECT id FROM recheck_draw WHERE seed = '矩阵')`,
  `UPDATE signoff_step SET principal_id = (SELECT person_id FROM account WHERE login = 'leader3') WHERE ordinal = 1 AND submission_id IN (SELECT id FROM submission WHERE finding_id = ${FINDING})`,
  `INSERT INTO urge (id, body_id, inspection_id, department_id, lines, sent_at, sent_by_name) SELECT gen_random_uuid(), f.body_id, f.inspection_id, d.id, '[]', now(), 'x' FROM finding f JOIN department d ON d.body_id = f.body_id WHERE f.id = ${FINDING}`,
  `UPDATE round SET office_id = ${OFFICE} WHERE office_id IS NULL`,
];

interface Column {
  t: string;
  c: string;
  type: string;
  udt: string;
}

/** Gives every record a value in every column, in a clone that only reads. */
export async function fillRecords(api: Api): Promise<void> {
  const columns = await api.sql<Column>(
    `SELECT c.table_name AS t, c.column_name AS c, c.data_type AS type, c.udt_name AS udt FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_nullable = 'YES' AND c.is_generated = 'NEVER'`,
  );
  const tables = new Set(columns.map(({ t }) => t).filter((t) => !AS_THEY_ARE.has(t)));
  for (const table of tables) await api.sql(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
  for (const statement of LINKS) await api.sql(statement);
  for (const table of tables) {
    const sets = columns.flatMap(({ t, c, type, udt }) => {
      const value = type === 'USER-DEFINED' ? `(enum_range(NULL::"${udt}"))[1]` : VALUES[type];
      return t !== table || value === undefined || EMPTY.has(`${t}.${c}`)
        ? []
        : [`"${c}" = coalesce("${c}", ${value})`];
    });
    if (sets.length > 0) await api.sql(`UPDATE "${table}" SET ${sets.join(', ')}`);
  }
  await api.sql(`UPDATE finding SET due_unit = 'DAY', due_rule = 'IMMEDIATE_DAYS' WHERE id = ${FINDING}`);
}
