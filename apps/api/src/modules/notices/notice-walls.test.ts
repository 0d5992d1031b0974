import { mayOnNotice, noticeWaitsFor, type NoticeFacts, type Viewer } from '@closeout/domain';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, startApi, TODAY, type Api, type Caller } from '../../../test/api.ts';
import { hashSecret, newSecret, CONSOLE_HEADER, SESSION_COOKIE } from '../access/credentials.ts';
import { viewerOfSession } from '../access/load-viewer.ts';

const LOGINS =
  'handler head leader secretary clerk discipline office integrator sysadmin secadmin auditadmin otherhead'.split(' ');

/** A notice of every kind in every state to every body: by the demo's office, and by another one that has no part in it. */
const NOTICES = `
  WITH offices AS (SELECT id FROM body WHERE kind IN ('OFFICE', 'DISCIPLINE_GROUP'))
  INSERT INTO notice (id, office_id, body_id, inspection_id, kind, year, seq, number, title, text, handed_to, state, sent_at, sent_by_name,
    reply_due_on, reply_due_rule, reply_due_from, signed_for_at, withdrawn_at, withdraw_reason)
  SELECT gen_random_uuid(), o.id, i.body_id, i.id, k.kind, 2001, row_number() OVER (PARTITION BY o.id), 'n', 't', 'x',
    CASE WHEN k.kind = 'HANDOVER' THEN 'x' END, s.state, now(), 'x',
    CASE WHEN k.kind <> 'HANDOVER' THEN DATE '2026-11-01' END, CASE WHEN k.kind <> 'HANDOVER' THEN 'BY_DATE'::notice_due_rule END,
    CASE WHEN k.kind <> 'HANDOVER' THEN DATE '2026-10-01' END, now(),
    CASE WHEN s.state = 'WITHDRAWN' THEN now() END, CASE WHEN s.state = 'WITHDRAWN' THEN 'x' END
  FROM inspection i, offices o, unnest(enum_range(NULL::notice_kind)) AS k(kind), unnest(enum_range(NULL::notice_state)) AS s(state)`;

describe('the SQL of notices against the rules of the domain', () => {
  let api: Api;
  let pool: pg.Pool;
  let notices: (NoticeFacts & { id: string })[];
  beforeAll(async () => {
    api = await startApi();
    pool = new pg.Pool({ connectionString: api.databaseUrl, max: 1 });
    await api.sql(NOTICES);
    notices = await api.sql(
      `SELECT id, body_id AS "bodyId", office_id AS "officeId", kind, state, reply_due_on::text AS "replyDueOn", false AS drafted FROM notice`,
    );
    expect(notices.length).toBeGreaterThanOrEqual(150);
  });
  afterAll(async () => {
    await pool.end();
    await api.stop();
  });

  async function signedIn(login: string): Promise<{ viewer: Viewer; caller: Caller }> {
    const secret = newSecret();
    await api.sql(
      `INSERT INTO session (id, token_hash, account_id, created_at, last_seen_at, expires_at) SELECT gen_random_uuid(), $1, id, $3, $3, $3::timestamptz + interval '1 hour' FROM account WHERE login = $2`,
      [hashSecret(secret), login, NOW],
    );
    const query = async (text: string, values: readonly unknown[]) => (await pool.query(text, [...values])).rows;
    const viewer = await viewerOfSession(query as never, hashSecret(secret), TODAY, NOW);
    if (viewer === null) throw new Error(`no viewer for ${login}`);
    return { viewer, caller: api.withHeaders({ cookie: `${SESSION_COOKIE}=${secret}`, [CONSOLE_HEADER]: '1' }) };
  }
  const noticeIds = async (caller: Caller, filter: Record<string, unknown>): Promise<{ id: string }[]> => {
    const page = 'query Q($filter: NoticeFilter) { notices(first: 100, filter: $filter) { edges { node { id } } } }';
    const data = await caller.execute<{ notices: { edges: { node: { id: string } }[] } }>(page, { filter });
    return data.notices.edges.map((edge) => edge.node);
  };
  const idsOf = async (caller: Caller, filter: Record<string, unknown>): Promise<string[]> => {
    const found: string[] = [];
    // page by page of a hundred, by body and kind
    for (const kind of ['SUPERVISION', 'GUIDANCE', 'REMINDER', 'ADMONITION', 'HANDOVER'])
      found.push(...(await noticeIds(caller, { ...filter, kind: [kind] })).map((one) => one.id.slice(4)));
    return found.toSorted();
  };

  it.each(LOGINS)('%s reads, and is waited for, exactly as the domain says', async (login) => {
    const { viewer, caller } = await signedIn(login);
    const ids = (of: typeof notices) => of.map((one) => one.id).toSorted();
    const read = notices.filter((one) => mayOnNotice(viewer, 'readNotices', one));
    expect(await idsOf(caller, {})).toEqual(ids(read));
    const waiting = read.filter((one) => noticeWaitsFor(viewer, one));
    expect(await idsOf(caller, { waitsForMe: true })).toEqual(ids(waiting));
    expect(await idsOf(caller, { waitsForMe: false })).toEqual(ids(read.filter((one) => !waiting.includes(one))));
    if (['secretary', 'office'].includes(login)) expect(waiting.length).toBeGreaterThan(0);
  });
});
