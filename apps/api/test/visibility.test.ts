import { can, mayReadLoose, type FindingPlace, type Viewer } from '@closeout/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONSOLE_HEADER, hashSecret, newSecret, SESSION_COOKIE } from '../src/modules/access/credentials.ts';
import { viewerOfToken, type Query } from '../src/modules/access/load-viewer.ts';
import { NOW, startApi, TODAY, type Api, type Caller } from './api.ts';
import { queries, viewerOf } from './viewers.ts';

const LOGINS = [
  'handler',
  'head',
  'leader',
  'secretary',
  'clerk',
  'discipline',
  'office',
  'integrator',
  'sysadmin',
  'secadmin',
  'auditadmin',
  'otherhead',
  'otherleader',
  'thirdhandler',
] as const;

interface Place extends FindingPlace {
  id: string;
}
const PLACES = `
  SELECT f.id, f.body_id AS "bodyId", f.lead_department_id AS "leadDepartmentId", f.leader_post_id AS "leaderPostId",
    ARRAY(SELECT department_id::text FROM finding_department WHERE finding_id = f.id) AS "supportingDepartmentIds",
    ARRAY(SELECT f.handler_id::text WHERE f.handler_id IS NOT NULL UNION SELECT handler_id::text FROM action WHERE finding_id = f.id AND handler_id IS NOT NULL) AS "handlerIds",
    (SELECT coalesce(json_agg(json_build_object('officeId', s.office_id, 'personId', o.person_id)), '[]'::json) FROM sight_opening o JOIN sight s ON s.id = o.sight_id WHERE o.finding_id = f.id AND o.opened_on = '${TODAY}' AND s.state = 'GRANTED' AND s.to_on >= '${TODAY}') AS sights
  FROM finding f ORDER BY f.id`;
const PIECES = `
  SELECT e.id, e.restricted, e.body_id AS "bodyId", ARRAY(SELECT DISTINCT a.finding_id::text FROM evidence_action ea JOIN action a ON a.id = ea.action_id WHERE ea.evidence_id = e.id) AS "findingIds" FROM evidence e`;

/** Places as no demo would make them: departments, leaders, handlers, supporters and restricted pieces at random, by the same seed each time. */
const SHUFFLES = [
  `WITH asked AS (INSERT INTO sight (id, inspection_id, body_id, office_id, whole, reason, state, from_on, to_on, requested_by_name, requested_at, decided_at)
     SELECT gen_random_uuid(), i.id, i.body_id, o.id, true, 'x', 'GRANTED', '2026-11-01', CASE b.short_name WHEN '市园林中心' THEN '2026-11-21'::date ELSE '2026-12-01' END, 'x', now(), now() FROM inspection i JOIN body b ON b.id = i.body_id, body o WHERE o.kind = 'OFFICE' RETURNING id, inspection_id)
   INSERT INTO sight_opening (id, sight_id, finding_id, person_id, person_name, opened_on, last_at) SELECT gen_random_uuid(), s.id, f.id, a.person_id, 'x', CASE WHEN f.seq % 5 = 0 THEN '2026-11-21'::date ELSE '2026-11-22' END, now() FROM asked s JOIN finding f ON f.inspection_id = s.inspection_id, account a WHERE f.seq % 2 = 1 AND a.login IN ('office', 'clerk')`,
  `SELECT setseed(0.42)`,
  `UPDATE finding f SET lead_department_id = CASE WHEN f.state IN ('UNCLAIMED', 'RECORDED') AND random() < 0.3 THEN NULL ELSE (SELECT d.id FROM department d WHERE d.body_id = f.body_id ORDER BY md5(d.id::text || f.id::text) LIMIT 1) END`,
  `UPDATE finding f SET leader_post_id = (SELECT p.id FROM post p WHERE p.body_id = f.body_id AND p.leadership ORDER BY md5(p.id::text || f.id::text || 'x') LIMIT 1), leader_confirmed_at = NULL`,
  `UPDATE finding f SET handler_id = (SELECT n.id FROM person n WHERE n.body_id = f.body_id ORDER BY md5(n.id::text || f.id::text) LIMIT 1)`,
  `UPDATE action a SET handler_id = (SELECT n.id FROM person n WHERE n.body_id = a.body_id ORDER BY md5(n.id::text || a.id::text) LIMIT 1)`,
  `INSERT INTO finding_department (finding_id, department_id) SELECT f.id, d.id FROM finding f JOIN department d ON d.body_id = f.body_id WHERE get_byte(decode(md5(d.id::text || f.id::text || 's'), 'hex'), 0) < 60 ON CONFLICT DO NOTHING`,
  `UPDATE evidence SET restricted = get_byte(decode(md5(id::text), 'hex'), 0) < 100`,
  `INSERT INTO evidence_action (body_id, evidence_id, action_id) SELECT e.body_id, e.id, (SELECT a.id FROM action a WHERE a.body_id = e.body_id ORDER BY md5(a.id::text || e.id::text) LIMIT 1) FROM evidence e WHERE EXISTS (SELECT 1 FROM evidence_action x WHERE x.evidence_id = e.id) ON CONFLICT DO NOTHING`,
];

let api: Api;
let query: Query;
let end: () => Promise<void>;
beforeAll(async () => {
  api = await startApi();
  ({ query, end } = queries(api));
});
afterAll(async () => {
  await end();
  await api.stop();
});

async function signedIn(login: string): Promise<{ viewer: Viewer; caller: Caller }> {
  const { viewer, secret } = await viewerOf(api, query, login);
  return { viewer, caller: api.withHeaders({ cookie: `${SESSION_COOKIE}=${secret}`, [CONSOLE_HEADER]: '1' }) };
}

async function withToken(): Promise<{ viewer: Viewer; caller: Caller }> {
  const secret = newSecret();
  await api.sql(
    `INSERT INTO api_token (id, name, token_hash, body_id, classes, expires_at) SELECT gen_random_uuid(), 'bi', $1, id, '{STATISTICS}', $2::timestamptz + interval '1 day' FROM body WHERE short_name = '市体总'`,
    [hashSecret(secret), NOW],
  );
  const viewer = await viewerOfToken(query, hashSecret(secret), TODAY);
  if (viewer === null) throw new Error('no viewer for the token');
  return { viewer, caller: api.withHeaders({ authorization: `Bearer ${secret}` }) };
}

/** Every id of a connection, page by page. */
async function idsOf(caller: Caller, root: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const data: Record<
      string,
      {
        totalCount: number;
        edges: { node: { id: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      }
    > = await caller.execute(
      `query P($after: String) { ${root}(first: 100, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    const page = data[root];
    if (page === undefined) throw new Error(`no ${root}`);
    ids.push(...page.edges.map((edge) => edge.node.id.slice(4)));
    after = page.pageInfo.endCursor;
    if (page.pageInfo.hasNextPage) continue;
    expect(ids).toHaveLength(page.totalCount);
    return ids.sort();
  }
}

async function compare(who: { viewer: Viewer; caller: Caller }): Promise<number> {
  const places = await api.sql<Place>(PLACES);
  const readable = (verb: 'readFinding' | 'readOutline' | 'readRestricted') =>
    places
      .filter((place) => can(who.viewer, verb, place))
      .map((place) => place.id)
      .sort();
  expect(await idsOf(who.caller, 'findings')).toEqual(readable('readFinding'));
  expect(await idsOf(who.caller, 'findingOutlines')).toEqual(readable('readOutline'));
  const pieces = await api.sql<{ id: string; bodyId: string; restricted: boolean; findingIds: string[] }>(PIECES);
  const through = { open: new Set(readable('readFinding')), restricted: new Set(readable('readRestricted')) };
  const reached = (piece: (typeof pieces)[number]): boolean =>
    piece.findingIds.length === 0
      ? mayReadLoose(who.viewer, piece.bodyId, piece.restricted)
      : piece.findingIds.some((id) => through[piece.restricted ? 'restricted' : 'open'].has(id));
  const expected = pieces.filter(reached).map((piece) => piece.id);
  expect(await idsOf(who.caller, 'evidence')).toEqual(expected.sort());
  return places.length * 2 + pieces.length;
}

describe('a row is returned exactly where the domain allows the read', () => {
  it.each(LOGINS)('%s, findings, outlines and evidence of the demo', async (login) => {
    expect(await compare(await signedIn(login))).toBeGreaterThan(200);
  });

  it('a token', async () => {
    expect(await compare(await withToken())).toBeGreaterThan(200);
  });

  it('everybody again, over places that no demo would make', async () => {
    for (const statement of SHUFFLES) await api.sql(statement);
    let compared = await compare(await withToken());
    for (const login of LOGINS) compared += await compare(await signedIn(login));
    expect(compared).toBeGreaterThan(3_000);
  });

  it('everybody again, with several roles at once', async () => {
    await api.sql(
      `INSERT INTO role_grant (id, account_id, role, body_id, department_id, from_on) SELECT gen_random_uuid(), a.id, 'DEPARTMENT_HEAD', d.body_id, d.id, '2026-01-01' FROM account a JOIN person n ON n.id = a.person_id JOIN department d ON d.body_id = n.body_id WHERE a.login IN ('handler', 'leader', 'otherhead') AND d.ordinal = 2`,
    );
    await api.sql(
      `INSERT INTO role_grant (id, account_id, role, body_id, from_on) SELECT gen_random_uuid(), a.id, 'INSPECTION_OFFICE', b.id, '2026-01-01' FROM account a, body b WHERE a.login = 'thirdhandler' AND b.kind = 'OFFICE'`,
    );
    for (const login of ['handler', 'leader', 'otherhead', 'thirdhandler']) await compare(await signedIn(login));
  });
});
