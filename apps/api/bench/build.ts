import { createHash } from 'node:crypto';
import pg from 'pg';

/** How large the built ledgers are; the numbers of the issue, and a small build for tests. */
export interface BuildSize {
  bodies: number;
  findings: number;
  actions: number;
  /** Pieces of evidence of each action. */
  evidence: number;
}

export const FULL: BuildSize = { bodies: 1_000, findings: 33, actions: 4, evidence: 2 };

/** One account of each role works in body 1; `neighbour` is the clerk of body 2. Their sessions' secrets are their logins. */
export const ROLES = [
  'handler',
  'head',
  'leader',
  'secretary',
  'clerk',
  'discipline',
  'office',
  'sysadmin',
  'secadmin',
  'auditadmin',
  'neighbour',
] as const;
export type Login = (typeof ROLES)[number];

/** The secret in the session cookie of an account. */
export const secretOf = (login: Login): string => `bench-session-of-${login}`;

const KIND = { round: 1, body: 2, department: 3, person: 4, post: 5, inspection: 6, aspect: 7 } as const;
const WORK = { finding: 8, action: 9, evidence: 10, account: 11, other: 12 } as const;

/** Ids are ordered as an import would make them (the kind, then a running number), the same in every build. */
const id = (kind: keyof typeof KIND | keyof typeof WORK, number: string): string =>
  `(lpad(to_hex(${{ ...KIND, ...WORK }[kind]}), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/** The uuid that `id` gives in SQL. */
export const uuidIn = (kind: keyof typeof KIND | keyof typeof WORK, number: number): string =>
  `${{ ...KIND, ...WORK }[kind].toString(16).padStart(8, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

const DEPARTMENTS = ['办公室', '组织人事部', '财务科', '学会工作部'];
const LEADERS = ['党组书记、主席', '党组成员、副主席', '党组成员、纪检组长'];
const array = (values: readonly string[]): string => `ARRAY[${values.map((value) => `'${value}'`).join(', ')}]`;

function directory({ bodies }: BuildSize): string[] {
  const b = `generate_series(1, ${bodies}) b`;
  return [
    `INSERT INTO round (id, name, year, number) VALUES (${id('round', '1')}, '二〇二五年第三轮', 2025, 3)`,
    `INSERT INTO body (id, name, short_name) SELECT ${id('body', 'b')}, '第' || b || '单位', '单位' || b FROM ${b}`,
    `INSERT INTO department (id, body_id, name, ordinal)
     SELECT ${id('department', 'b * 10 + n')}, ${id('body', 'b')}, (${array(DEPARTMENTS)})[n], n FROM ${b}, generate_series(1, ${DEPARTMENTS.length}) n`,
    `INSERT INTO person (id, body_id, name)
     SELECT ${id('person', 'b * 10 + n')}, ${id('body', 'b')}, '成员' || b || '之' || n FROM ${b}, generate_series(1, 9) n`,
    `INSERT INTO post (id, body_id, title, leadership, ordinal)
     SELECT ${id('post', 'b * 10 + n')}, ${id('body', 'b')}, (${array(LEADERS)})[n], true, n FROM ${b}, generate_series(1, ${LEADERS.length}) n`,
    `INSERT INTO post_holding (id, post_id, person_id, from_on)
     SELECT ${id('other', 'b * 10 + n')}, ${id('post', 'b * 10 + n')}, ${id('person', 'b * 10 + n')}, '2024-01-01' FROM ${b}, generate_series(1, ${LEADERS.length}) n`,
    `INSERT INTO inspection (id, round_id, body_id, on_site_from, on_site_to, feedback_on)
     SELECT ${id('inspection', 'b')}, ${id('round', '1')}, ${id('body', 'b')}, '2025-09-01', '2025-10-20', '2025-12-01' FROM ${b}`,
    `INSERT INTO aspect (id, inspection_id, ordinal, title)
     SELECT ${id('aspect', 'b * 10 + n')}, ${id('inspection', 'b')}, n, '聚焦重点任务第' || n || '方面' FROM ${b}, generate_series(1, 4) n`,
  ];
}

/** Numbers the rows of all bodies through: finding `f` of body `b` is b * 100 + f, its action `a` that times 10 plus a, and so on. */
function ledger(size: BuildSize): string[] {
  const f = `generate_series(1, ${size.bodies}) b, generate_series(1, ${size.findings}) f`;
  const a = `${f}, generate_series(1, ${size.actions}) a`;
  const e = `${a}, generate_series(1, ${size.evidence}) e`;
  const finding = 'b * 100 + f';
  const action = `(${finding}) * 10 + a`;
  const piece = `(${action}) * 10 + e`;
  const talk = `(f % 11 = 0 AND a = ${size.actions} AND e = ${size.evidence})`;
  const kind = `CASE WHEN ${talk} THEN 'TALK' WHEN e = 1 THEN 'MEETING' WHEN e = 2 THEN 'DOCUMENT' ELSE 'FILE' END`;
  return [
    `INSERT INTO finding (id, inspection_id, body_id, seq, ref_no, aspect_id, remediation_type, title, description, state, result, result_text,
       due_on, due_kind, leader_post_id, leader_confirmed_at, lead_department_id, handler_id, claimed_at, closed_at)
     SELECT ${id('finding', finding)}, ${id('inspection', 'b')}, ${id('body', 'b')}, f, '2025-3-单位' || b || '-' || f, ${id('aspect', 'b * 10 + 1 + f % 4')},
       (${array(['IMMEDIATE', 'STAGED', 'CONTINUING'])})[1 + f % 3]::remediation_type, '第' || f || '项:贯彻上级部署不够扎实',
       '学习研讨结合实际不紧,第' || f || '项任务的责任分工没有细化到部门和人员,部分会议记录不完整。', (CASE f % 4 WHEN 0 THEN 'CLOSED' WHEN 1 THEN 'IN_REVIEW' ELSE 'RECTIFYING' END)::finding_state,
       (CASE f % 4 WHEN 0 THEN 'COMPLETED' ELSE 'ONGOING' END)::result, CASE f % 4 WHEN 0 THEN '已完成' ELSE '正在推进' END,
       '2026-06-01'::date + f * 10, 'DATE', ${id('post', 'b * 10 + 1 + f % 3')}, '2025-12-05T01:00:00Z', ${id('department', 'b * 10 + 1 + f % 4')}, ${id('person', 'b * 10 + 4 + f % 4')},
       '2025-12-06T01:00:00Z', CASE f % 4 WHEN 0 THEN '2026-05-20T08:00:00Z'::timestamptz END FROM ${f}`,
    `INSERT INTO action (id, finding_id, body_id, ordinal, text, state, progress, done_on, due_on, department_id, handler_id)
     SELECT ${id('action', action)}, ${id('finding', finding)}, ${id('body', 'b')}, a, '完善第' || a || '项工作制度并抓好落实', (CASE a % 2 WHEN 0 THEN 'DONE' ELSE 'IN_PROGRESS' END)::action_state,
       CASE a % 2 WHEN 0 THEN '制度已印发,已传达到各部门' END, CASE a % 2 WHEN 0 THEN '2026-03-01'::date + f END, '2026-06-01'::date + a, ${id('department', 'b * 10 + 1 + (f + a) % 4')}, ${id('person', 'b * 10 + 4 + f % 4')} FROM ${a}`,
    `INSERT INTO evidence (id, body_id, inspection_id, kind, piece_number, title, occurred_on, restricted, acceptance, accepted_by_name, accepted_at)
     SELECT ${id('evidence', piece)}, ${id('body', 'b')}, ${id('inspection', 'b')}, (${kind})::evidence_kind, f || '-' || a || '-' || lpad(e::text, 2, '0'),
       CASE WHEN ${talk} THEN '提醒谈话记录' WHEN e = 1 THEN '党组第' || f || '次会议' WHEN e = 2 THEN '第' || f || '号制度文件' ELSE '材料' || e END, '2026-01-05'::date + f + a, ${talk},
       (CASE f % 2 WHEN 0 THEN 'ACCEPTED' ELSE 'PENDING' END)::evidence_acceptance, CASE f % 2 WHEN 0 THEN '成员' || b || '之8' END, CASE f % 2 WHEN 0 THEN '2026-04-01T01:00:00Z'::timestamptz END FROM ${e}`,
    `INSERT INTO evidence_action (evidence_id, action_id, body_id) SELECT ${id('evidence', piece)}, ${id('action', action)}, ${id('body', 'b')} FROM ${e}`,
    `INSERT INTO meeting (evidence_id, type, chair, resolution) SELECT ${id('evidence', piece)}, 'PARTY_GROUP', '成员' || b || '之1', '通过整改方案' FROM ${e} WHERE (${kind}) = 'MEETING'`,
    `INSERT INTO policy_document (evidence_id, number, issuer) SELECT ${id('evidence', piece)}, '协办〔2026〕' || f || '号', '办公室' FROM ${e} WHERE (${kind}) = 'DOCUMENT'`,
    `INSERT INTO talk (evidence_id, type, interviewer, interviewee) SELECT ${id('evidence', piece)}, 'REMINDER', '成员' || b || '之2', '成员' || b || '之9' FROM ${e} WHERE (${kind}) = 'TALK'`,
  ];
}

interface Grant {
  role: string;
  scope?: { body_id?: string; department_id?: string; post_id?: string };
}

const BODY = { body_id: uuidIn('body', 1) };
const DEPARTMENT = { department_id: uuidIn('department', 11) };
const GRANTS: Record<Login, Grant> = {
  handler: { role: 'HANDLER', scope: DEPARTMENT },
  head: { role: 'DEPARTMENT_HEAD', scope: DEPARTMENT },
  leader: { role: 'LEADER', scope: { post_id: uuidIn('post', 11) } },
  secretary: { role: 'SECRETARY', scope: BODY },
  clerk: { role: 'CLERK', scope: BODY },
  discipline: { role: 'DISCIPLINE_GROUP', scope: { body_id: uuidIn('body', 3) } },
  office: { role: 'INSPECTION_OFFICE', scope: { body_id: uuidIn('body', 4) } },
  sysadmin: { role: 'SYSTEM_ADMIN' },
  secadmin: { role: 'SECURITY_ADMIN' },
  auditadmin: { role: 'AUDIT_ADMIN' },
  neighbour: { role: 'CLERK', scope: { body_id: uuidIn('body', 2) } },
};

async function accounts(client: pg.Client): Promise<void> {
  for (const [at, login] of ROLES.entries()) {
    const number = at + 1;
    const { role, scope = {} } = GRANTS[login];
    const home = login === 'neighbour' ? 2 : 1;
    const person = uuidIn('person', 1_000_000 + number);
    await client.query(`INSERT INTO person (id, body_id, name) VALUES ($1, $2, $3)`, [
      person,
      uuidIn('body', home),
      login,
    ]);
    await client.query(`INSERT INTO account (id, login, person_id, password_hash) VALUES ($1, $2, $3, 'no password')`, [
      uuidIn('account', number),
      login,
      person,
    ]);
    await client.query(
      `INSERT INTO role_grant (id, account_id, role, body_id, department_id, post_id, from_on) VALUES ($1, $2, $3::role, $4, $5, $6, '2025-01-01')`,
      [
        uuidIn('other', 1_000_000 + number),
        uuidIn('account', number),
        role,
        scope.body_id ?? null,
        scope.department_id ?? null,
        scope.post_id ?? null,
      ],
    );
    await client.query(
      `INSERT INTO session (id, token_hash, account_id, last_seen_at, expires_at) VALUES ($1, $2, $3, now(), now() + interval '12 hours')`,
      [
        uuidIn('other', 2_000_000 + number),
        createHash('sha256').update(secretOf(login)).digest(),
        uuidIn('account', number),
      ],
    );
  }
}

/**
 * Fills a migrated, empty database with ledgers by a few set-based statements: every finding has a leader, a department and
 * actions; every action its pieces of evidence (meetings and documents; each eleventh finding also a restricted talk).
 * The same size gives the same rows.
 */
export async function buildLedgers(connectionString: string, size: BuildSize): Promise<void> {
  const client = new pg.Client({ connectionString, options: '-c TimeZone=UTC' });
  await client.connect();
  try {
    await client.query('BEGIN');
    for (const statement of [...directory(size), ...ledger(size)]) await client.query(statement);
    await client.query(`INSERT INTO supervision (group_id, body_id) SELECT $1, $2`, [
      uuidIn('body', 3),
      uuidIn('body', 1),
    ]);
    await accounts(client);
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}
