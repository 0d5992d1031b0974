import { grantInForce } from '../access/grant-in-force.ts';
import { canInBody, isDeputised, mayStandIn, shanghaiDay, type DeputisedRole, type Role } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import type { DeputisedPost } from './deputy.type.ts';
import { scopeNameSql } from './deputy.read.ts';

/** The people of the viewer's bodies who can sign in, with the roles they hold there today. */
const PEOPLE = `SELECT coalesce(json_agg(json_build_object('id', n.id, 'bodyId', n.body_id, 'name', n.name,
    'postTitle', (SELECT p.title FROM post_holding h JOIN post p ON p.id = h.post_id WHERE h.person_id = n.id AND h.to_on IS NULL ORDER BY p.ordinal LIMIT 1),
    'grants', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'role', g.role, 'scopeName', ${scopeNameSql('g')})), '[]'::json)
      FROM role_grant g WHERE g.account_id = a.id AND ${grantInForce('g', '$2::date')})) ORDER BY n.name, n.id), '[]'::json)::text AS json
  FROM person n JOIN account a ON a.person_id = n.id AND a.active WHERE n.active AND n.body_id = ANY($1::text[]::uuid[])`;

interface PersonRow {
  id: string;
  bodyId: string;
  name: string;
  postTitle: string | null;
  grants: { id: string; role: Role; scopeName: string }[];
}

/** The roles for which the viewer may appoint a deputy, his own first, each with those whose role lets them stand in. */
export async function deputisedPosts(ctx: Context): Promise<DeputisedPost[]> {
  const { viewer } = ctx;
  const inBodies = (verb: 'appointDeputy' | 'confirmDeputy'): string[] =>
    viewer.grants.flatMap(({ bodyId }) => (bodyId !== null && canInBody(viewer, verb, bodyId) ? [bodyId] : []));
  const bodies = [...new Set(inBodies('appointDeputy'))];
  if (bodies.length === 0) return [];
  const all = inBodies('confirmDeputy');
  const people = JSON.parse((await ctx.runJson(PEOPLE, [bodies, shanghaiDay(ctx.now())])) ?? '[]') as PersonRow[];
  const candidates = (of: PersonRow, role: DeputisedRole) =>
    people
      .filter(
        (one) =>
          one.bodyId === of.bodyId &&
          one.id !== of.id &&
          mayStandIn(
            role,
            one.grants.map((grant) => grant.role),
          ),
      )
      .map(({ id, name, postTitle }) => ({ id: `psn_${id}`, name, postTitle }));
  const posts = people
    .filter((person) => person.id === viewer.personId || all.includes(person.bodyId))
    .flatMap((person) =>
      person.grants
        .filter((grant): grant is PersonRow['grants'][number] & { role: DeputisedRole } => isDeputised(grant.role))
        .map((grant) => ({
          grantId: `grt_${grant.id}`,
          role: grant.role,
          scopeName: grant.scopeName,
          personName: person.name,
          own: person.id === viewer.personId,
          candidates: candidates(person, grant.role),
        })),
    );
  return posts.sort((one, other) => Number(other.own) - Number(one.own));
}
