import { grantInForce } from './grant-in-force.ts';
import type { Context } from '../../graphql/context.ts';
import type { Viewer } from './viewer.type.ts';

/** An account's own names and roles in one statement; everybody may know these about himself, so no visibility applies. */
const OWN = `SELECT json_build_object(
  'account', json_build_object('id', 'acc_' || a.id, 'login', a.login),
  'person', json_build_object('id', 'psn_' || n.id, 'name', n.name),
  'roles', (SELECT coalesce(json_agg(json_build_object(
      'id', 'grt_' || g.id, 'role', g.role, 'fromOn', g.from_on, 'toOn', g.to_on,
      'body', CASE WHEN b.id IS NOT NULL THEN json_build_object('id', 'bdy_' || b.id, 'kind', b.kind, 'name', b.name, 'shortName', b.short_name) END,
      'department', CASE WHEN d.id IS NOT NULL THEN json_build_object('id', 'dep_' || d.id, 'name', d.name) END,
      'post', CASE WHEN p.id IS NOT NULL THEN json_build_object('id', 'pst_' || p.id, 'title', p.title) END) ORDER BY g.role, g.id), '[]'::json)
    FROM role_grant g LEFT JOIN department d ON d.id = g.department_id LEFT JOIN post p ON p.id = g.post_id
      LEFT JOIN body b ON b.id = coalesce(g.body_id, d.body_id, p.body_id)
    WHERE g.account_id = a.id AND ${grantInForce('g', '$2::date')})
  )::text AS json
  FROM account a JOIN person n ON n.id = a.person_id WHERE a.id = $1::uuid`;

export async function ownRecords(
  ctx: Context,
  accountId: string,
  today: string,
): Promise<Pick<Viewer, 'account' | 'person' | 'roles'>> {
  const json = await ctx.runJson(OWN, [accountId, today]);
  return JSON.parse(json ?? 'null') as Pick<Viewer, 'account' | 'person' | 'roles'>;
}
