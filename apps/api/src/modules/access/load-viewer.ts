import { classesInForce, type Grant, type Role, type TokenVerb, type Viewer } from '@closeout/domain';
import { readTokenFacts, tokenFactsSql } from './token-facts.ts';
import { inForce } from '../deputies/deputies-of.ts';
import { grantInForce } from './grant-in-force.ts';

/** Runs one statement and answers its rows. */
export type Query = <T>(text: string, values: readonly unknown[]) => Promise<T[]>;

interface ViewerRow {
  account_id: string | null;
  person_id: string | null;
  name: string;
  grants:
    | {
        role: Role;
        body: string | null;
        department: string | null;
        post: string | null;
        charge: string[];
        reached: string[];
        deputyFor: string | null;
      }[]
    | null;
}

const GRANTS = `
  SELECT json_agg(json_build_object(
    'role', g.role,
    'body', coalesce(g.body_id, d.body_id, p.body_id),
    'department', g.department_id,
    'post', g.post_id,
    'deputyFor', g.deputy_for,
    'charge', (SELECT coalesce(json_agg(pd.department_id), '[]'::json) FROM post_department pd WHERE pd.post_id = g.post_id),
    'reached', CASE g.role
      WHEN 'DISCIPLINE_GROUP' THEN (SELECT coalesce(json_agg(s.body_id), '[]'::json) FROM supervision s WHERE s.group_id = g.body_id)
      WHEN 'INSPECTION_OFFICE' THEN (SELECT coalesce(json_agg(DISTINCT i.body_id), '[]'::json) FROM round r JOIN inspection i ON i.round_id = r.id WHERE r.office_id = g.body_id)
      ELSE '[]'::json END))
  FROM (SELECT rg.*, NULL::uuid AS deputy_for FROM role_grant rg WHERE rg.account_id = a.id
      UNION ALL SELECT rg.*, dp.principal_id FROM deputation dp JOIN role_grant rg ON rg.id = dp.grant_id JOIN account pa ON pa.id = rg.account_id AND pa.active
        WHERE dp.deputy_id = a.person_id AND ${inForce('dp', '$2::date')}) g
    LEFT JOIN department d ON d.id = g.department_id LEFT JOIN post p ON p.id = g.post_id
  WHERE ${grantInForce('g', '$2::date')}`;

const BY_SESSION = `
  SELECT a.id AS account_id, a.person_id, n.name, (${GRANTS}) AS grants
  FROM session s JOIN account a ON a.id = s.account_id JOIN person n ON n.id = a.person_id
  WHERE s.token_hash = $1::bytea AND a.active AND NOT a.must_change_password AND s.expires_at > $3::timestamptz AND s.last_seen_at > $3::timestamptz - $4::interval`;

const BY_ACCOUNT = `
  SELECT a.id AS account_id, a.person_id, n.name, (${GRANTS}) AS grants
  FROM account a JOIN person n ON n.id = a.person_id WHERE a.id = $1::uuid AND a.active`;

const BY_TOKEN = `
  SELECT t.name, t.verbs::text[] AS verbs, ${tokenFactsSql('t', '$2::date')} AS facts FROM api_token t WHERE t.token_hash = $1::bytea`;

const toGrant = (row: NonNullable<ViewerRow['grants']>[number]): Grant => ({
  role: row.role,
  bodyId: row.body,
  departmentId: row.department,
  postId: row.post,
  departmentsInCharge: row.charge,
  reachedBodyIds: row.reached,
  ...(row.deputyFor === null ? {} : { deputyFor: row.deputyFor }),
});

/** An integrator's account looks around; texts, names and sums need a token that was given them. */
const onlyIntegrator = (row: ViewerRow): boolean =>
  row.grants !== null && row.grants.every((grant) => grant.role === 'INTEGRATOR');

const toViewer = (row: ViewerRow): Viewer => ({
  kind: 'ACCOUNT',
  accountId: row.account_id,
  personId: row.person_id,
  name: row.name,
  grants: (row.grants ?? []).map(toGrant),
  classes: onlyIntegrator(row) ? ['STATISTICS'] : null,
});

/** Idle time after which a session ends without being used. */
export const SESSION_IDLE = '30 minutes';

/**
 * The viewer of a live session, with the grants in force today: loaded anew on every request, so a revoked right ends with the
 * next one. Who has a password that somebody else gave is nobody until it is changed (POST /session/password).
 */
export async function viewerOfSession(
  query: Query,
  tokenHash: Buffer,
  today: string,
  now: Date,
): Promise<Viewer | null> {
  const [row] = await query<ViewerRow>(BY_SESSION, [tokenHash, today, now, SESSION_IDLE]);
  return row === undefined ? null : toViewer(row);
}

/** The viewer for whom work goes on while he is not there: with the grants in force today; null where the account is not in use. */
export async function viewerOfAccount(query: Query, accountId: string, today: string): Promise<Viewer | null> {
  const [row] = await query<ViewerRow>(BY_ACCOUNT, [accountId, today]);
  return row === undefined ? null : toViewer(row);
}

/**
 * The viewer of a bearer token: one body, its verbs and the field classes that it gives today, reading only. Loaded anew on every
 * request, so that a revocation, a refusal, or an approver who lost the right counts with the next one.
 */
export async function viewerOfToken(query: Query, tokenHash: Buffer, today: string): Promise<Viewer | null> {
  const [row] = await query<{ name: string; verbs: TokenVerb[]; facts: unknown }>(BY_TOKEN, [tokenHash, today]);
  if (row === undefined) return null;
  const facts = readTokenFacts(row.facts);
  const classes = classesInForce(facts, today);
  if (classes === null) return null;
  const grant: Grant = {
    role: 'INTEGRATOR',
    bodyId: facts.bodyId,
    departmentId: null,
    postId: null,
    departmentsInCharge: [],
    reachedBodyIds: [],
    verbs: row.verbs,
  };
  return { kind: 'TOKEN', accountId: null, personId: null, name: row.name, grants: [grant], classes };
}
