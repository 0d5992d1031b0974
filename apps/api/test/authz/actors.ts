import { hashSecret, newSecret } from '../../src/modules/access/credentials.ts';
import { NOW, type Api, type Caller } from '../api.ts';

/**
 * Who asks. The record of the matrix belongs to the main body 市侨青会, so the same list holds its people, people of its
 * other departments and posts, and people of other bodies who have the same roles there.
 */
export const PEOPLE = [
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
  'integrator',
  // the same body, another department (办公室) and the post in charge of it
  'handler2',
  'head2',
  'leader2',
  // another body of the same round, which the discipline group does not supervise
  'otherhandler',
  'otherhead',
  'otherleader',
  'othersecretary',
  'otherclerk',
  'otherintegrator',
  // a discipline group that supervises another body only, an inspection office with a round of its own
  'otherdiscipline',
  'otheroffice',
  // an account without any role
  'nobody',
] as const;
export const CLASSES = ['STATISTICS', 'TEXT', 'NAMES', 'MONEY'] as const;
export type FieldClass = (typeof CLASSES)[number];
/** Tokens by the field classes that they give: `WAITING` asks for all and is not approved, `OUTLINE` may read numbers and states alone, the last one is of another body. */
export const TOKENS = {
  'token:STATISTICS': ['STATISTICS'],
  'token:TEXT': ['STATISTICS', 'TEXT'],
  'token:NAMES': ['STATISTICS', 'NAMES'],
  'token:MONEY': ['STATISTICS', 'MONEY'],
  'token:ALL': CLASSES,
  'token:BARE': ['TEXT', 'NAMES', 'MONEY'],
  'token:WAITING': ['STATISTICS'],
  'token:OUTLINE': CLASSES,
  othertoken: CLASSES,
} as const satisfies Record<string, readonly FieldClass[]>;
type Token = keyof typeof TOKENS;
export const TOKEN_LIST = Object.keys(TOKENS) as Token[];
/** Those that may read whatever their classes give. */
export const OWN_TOKENS = TOKEN_LIST.filter((one) => one !== 'othertoken' && one !== 'token:OUTLINE');
export const ACTORS = [...PEOPLE, ...TOKEN_LIST, 'anonymous'] as const;
export type Actor = (typeof ACTORS)[number];

export const MAIN = '市侨青会';
export const OTHER = '市园林中心';
export const THIRD = '市体总';

/** An account without a password that the session table lets in. */
const ACCOUNT = `WITH n AS (INSERT INTO person (id, body_id, name) SELECT gen_random_uuid(), b.id, $1 FROM body b WHERE b.short_name = $2 RETURNING id, body_id),
  a AS (INSERT INTO account (id, login, person_id, password_hash) SELECT gen_random_uuid(), $1, n.id, 'none' FROM n RETURNING id)
  INSERT INTO role_grant (id, account_id, role, body_id, from_on) SELECT gen_random_uuid(), a.id, $3::role, n.body_id, '2026-01-01' FROM a, n WHERE $3 IS NOT NULL`;

const TOKEN = `INSERT INTO api_token (id, name, token_hash, body_id, classes, verbs, expires_at, decision, decided_by_id, decided_at)
  SELECT gen_random_uuid(), $1, $2, b.id, $3::field_class[], $4::token_verb[], $5::timestamptz + interval '30 days', $6::token_decision, CASE WHEN $6 IS NULL THEN NULL ELSE a.id END, CASE WHEN $6 IS NULL THEN NULL ELSE $5::timestamptz END
  FROM body b JOIN account a ON a.login = $7 WHERE b.short_name = $8`;

/** The third body is inspected by another office; a second discipline group supervises only it. */
const OTHERS = [
  `INSERT INTO body (id, kind, name, short_name) VALUES (gen_random_uuid(), 'OFFICE', '另一巡察办', '另一巡察办'), (gen_random_uuid(), 'DISCIPLINE_GROUP', '另一纪检监察组', '另一纪检组')`,
  `INSERT INTO supervision (group_id, body_id) SELECT g.id, b.id FROM body g, body b WHERE g.short_name = '另一纪检组' AND b.short_name = '${THIRD}'`,
  `INSERT INTO round (id, name, year, number, office_id) SELECT gen_random_uuid(), '另一轮', 2026, 9, id FROM body WHERE short_name = '另一巡察办'`,
  `UPDATE inspection SET round_id = (SELECT id FROM round WHERE number = 9) WHERE body_id = (SELECT id FROM body WHERE short_name = '${THIRD}')`,
];

async function withToken(api: Api, name: Token): Promise<Caller> {
  const secret = newSecret();
  const [classes, decision] = name === 'token:WAITING' ? [CLASSES, null] : [TOKENS[name], 'APPROVED'];
  const verbs = name === 'token:OUTLINE' ? ['readOutline'] : ['readOutline', 'readFinding', 'exportLedger'];
  const [approver, body] = name === 'othertoken' ? ['othersecretary', OTHER] : ['secretary', MAIN];
  await api.sql(TOKEN, [name, hashSecret(secret), classes, verbs, NOW, decision, approver, body]);
  return api.withHeaders({ authorization: `Bearer ${secret}` });
}

/** Signs everybody in, after making those whom the demo lacks. */
export async function signEverybodyIn(api: Api): Promise<Map<Actor, Caller>> {
  for (const statement of OTHERS) await api.sql(statement);
  for (const [login, body, role] of [
    ['otherintegrator', OTHER, 'INTEGRATOR'],
    ['otherdiscipline', '另一纪检组', 'DISCIPLINE_GROUP'],
    ['otheroffice', '另一巡察办', 'INSPECTION_OFFICE'],
    ['nobody', MAIN, null],
  ])
    await api.sql(ACCOUNT, [login, body, role]);
  const callers = new Map<Actor, Caller>();
  for (const login of PEOPLE) callers.set(login, await api.as(login));
  for (const token of TOKEN_LIST) callers.set(token, await withToken(api, token));
  callers.set('anonymous', api.withHeaders({}));
  return callers;
}
