import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type Api } from '../../../test/api.ts';
import { followFeedOf, Mirror, tokenOf } from '../../../test/mirror.ts';
import { todaysShare } from '../../../test/today.ts';

/** What comes into sight and leaves it, for everybody who can keep a mirror: one half today, the other tomorrow. */
const LOGINS = todaysShare(
  ['handler', 'head', 'head2', 'leader', 'secretary', 'clerk', 'discipline', 'otherhead', 'otherleader'],
  2,
);

/** Places as no demo would change them: departments, leaders, handlers, supporters, links and restricted pieces. */
const SHUFFLES = {
  'lead departments': `UPDATE finding f SET lead_department_id = CASE WHEN f.state IN ('UNCLAIMED', 'RECORDED') AND f.seq % 3 = 0 THEN NULL ELSE (SELECT d.id FROM department d WHERE d.body_id = f.body_id ORDER BY md5(d.id::text || f.id::text) LIMIT 1) END WHERE f.seq % 2 = 0`,
  leaders: `UPDATE finding f SET leader_post_id = (SELECT p.id FROM post p WHERE p.body_id = f.body_id AND p.leadership ORDER BY md5(p.id::text || f.id::text || 'x') LIMIT 1), leader_confirmed_at = NULL`,
  'restricted pieces': `UPDATE evidence SET restricted = get_byte(decode(md5(id::text), 'hex'), 0) < 100`,
  'handlers of findings': `UPDATE finding f SET handler_id = (SELECT n.id FROM person n WHERE n.body_id = f.body_id ORDER BY md5(n.id::text || f.id::text) LIMIT 1)`,
  'handlers of actions': `UPDATE action a SET handler_id = (SELECT n.id FROM person n WHERE n.body_id = a.body_id ORDER BY md5(n.id::text || a.id::text) LIMIT 1)`,
  'supporting departments': `INSERT INTO finding_department (finding_id, department_id) SELECT f.id, d.id FROM finding f JOIN department d ON d.body_id = f.body_id WHERE get_byte(decode(md5(d.id::text || f.id::text || 's'), 'hex'), 0) < 60 ON CONFLICT DO NOTHING`,
  'fewer supporting departments': `DELETE FROM finding_department WHERE get_byte(decode(md5(department_id::text || finding_id::text || 't'), 'hex'), 0) < 200`,
  'pieces of other actions': `INSERT INTO evidence_action (body_id, evidence_id, action_id) SELECT e.body_id, e.id, (SELECT a.id FROM action a WHERE a.body_id = e.body_id ORDER BY md5(a.id::text || e.id::text) LIMIT 1) FROM evidence e WHERE EXISTS (SELECT 1 FROM evidence_action x WHERE x.evidence_id = e.id) ON CONFLICT DO NOTHING`,
  'pieces of fewer actions': `DELETE FROM evidence_action WHERE get_byte(decode(md5(action_id::text || evidence_id::text), 'hex'), 0) < 120`,
  'other restricted pieces': `UPDATE evidence SET restricted = get_byte(decode(md5(id::text), 'hex'), 0) > 128`,
  'reviewers of close-outs': `INSERT INTO submission_review (id, submission_id, reviewer, name, opinion, entered_by_name, entered_at) SELECT gen_random_uuid(), s.id, 'OTHER', 'x', 'AGREE', 'x', now() FROM submission s`,
  'close-outs decided': `UPDATE submission SET outcome = 'WITHDRAWN', decided_at = now() WHERE outcome = 'PENDING'`,
  'pieces removed': `DELETE FROM evidence e WHERE get_byte(decode(md5(id::text || 'r'), 'hex'), 0) < 60 AND NOT EXISTS (SELECT 1 FROM resolution r WHERE r.meeting_id = e.id)`,
  'actions removed': `DELETE FROM action WHERE get_byte(decode(md5(id::text || 'r'), 'hex'), 0) < 40`,
};

describe('whatever changes', () => {
  let api: Api;
  let mirrors: Map<string, Mirror>;
  beforeAll(async () => {
    api = await startApi();
    followFeedOf(api);
    mirrors = new Map();
    for (const login of LOGINS) mirrors.set(login, await new Mirror(await api.as(login), { first: 100 }).fresh());
    mirrors.set('token', await new Mirror(await tokenOf(api, '市侨青会'), { first: 100 }).fresh());
  });
  afterAll(() => api.stop());

  const differing = async (...logins: string[]): Promise<string[]> => {
    const differ: string[] = [];
    for (const login of logins) {
      const mirror = mirrors.get(login) as Mirror;
      if (!isDeepStrictEqual(mirror.content(), (await mirror.fresh()).content())) differ.push(login);
    }
    return differ;
  };

  // A full read is dear: after each change every third reader makes one, in the end everybody.
  it.each(Object.entries(SHUFFLES).map(([name, statement], at) => ({ name, statement, at })))(
    '$name: each mirror is what a full read gives',
    async ({ statement, at }) => {
      await api.sql(statement);
      let heard = 0;
      for (const mirror of mirrors.values()) heard += (await mirror.read()).length;
      expect(heard).toBeGreaterThan(0);
      expect(await differing(...[...mirrors.keys()].filter((_login, index) => index % 3 === at % 3))).toEqual([]);
    },
  );

  it('in the end nobody misses anything', async () => {
    expect(await differing(...mirrors.keys())).toEqual([]);
  });
});

describe('what others hear', () => {
  let api: Api;
  let token: Mirror;
  let secretary: Mirror;
  const piece = async (restricted: boolean): Promise<string> => {
    const [row] = await api.sql<{ id: string }>(
      `INSERT INTO evidence (id, body_id, inspection_id, kind, piece_number, title, restricted) SELECT gen_random_uuid(), e.body_id, e.inspection_id, 'FILE', gen_random_uuid()::text, 'x', $1 FROM evidence e JOIN body b ON b.id = e.body_id WHERE b.short_name = '市侨青会' LIMIT 1 RETURNING id`,
      [restricted],
    );
    await api.sql(
      `INSERT INTO attachment (id, body_id, file_name, media_type, size, sha256, evidence_id) SELECT gen_random_uuid(), e.body_id, 'x', 'text/plain', 1, repeat('0', 64), e.id FROM evidence e WHERE e.id = $1`,
      [row?.id],
    );
    return `evd_${row?.id}`;
  };
  const both = async (): Promise<void> => {
    await token.read();
    await secretary.read();
  };
  beforeAll(async () => {
    api = await startApi();
    followFeedOf(api);
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    token = await new Mirror(await tokenOf(api, '市侨青会'), { first: 100 }).fresh();
    secretary = await new Mirror(await api.as('secretary'), { first: 100 }).fresh();
  });

  it('of a piece that was always restricted nobody hears who may not read it: not that it came, nor that it went', async () => {
    const id = await piece(true);
    await both();
    expect(token.last).toEqual([]);
    expect(secretary.heard(id)).toEqual([false]);
    await api.sql('UPDATE evidence SET title = $2 WHERE id = $1', [id.slice(4), 'y']);
    await api.sql('DELETE FROM evidence WHERE id = $1', [id.slice(4)]);
    await both();
    expect(token.last).toEqual([]);
    expect(secretary.heard(id)).toEqual([true]);
    expect(secretary.last).toHaveLength(2);
  });

  it('of a piece that becomes restricted, and of its file, everybody who had it hears once', async () => {
    const id = await piece(false);
    await both();
    expect(token.last).toHaveLength(2);
    await api.sql('UPDATE evidence SET restricted = true WHERE id = $1', [id.slice(4)]);
    await both();
    expect(token.last.map((change) => [change.type, change.deleted]).toSorted()).toEqual([
      ['ATTACHMENT', true],
      ['EVIDENCE', true],
    ]);
    expect(secretary.last.every((change) => !change.deleted)).toBe(true);
    await api.sql('DELETE FROM evidence WHERE id = $1', [id.slice(4)]);
    await both();
    expect(token.last).toEqual([]);
    expect(secretary.heard(id)).toEqual([true]);
  });

  it('who stayed away while a piece became restricted and was removed hears that it is gone', async () => {
    const id = await piece(false);
    await both();
    await api.sql('UPDATE evidence SET restricted = true WHERE id = $1', [id.slice(4)]);
    await api.sql('DELETE FROM evidence WHERE id = $1', [id.slice(4)]);
    await both();
    expect([token.records.has(id), secretary.records.has(id)]).toEqual([false, false]);
    expect(token.last).toHaveLength(2);
  });

  it('of a finding that passes to another department both hear, and a third one only that there is one', async () => {
    const [finding] = await api.sql<{ id: string; to: string; from: string }>(
      `SELECT f.id, f.lead_department_id AS "from", g.department_id AS "to" FROM finding f JOIN account a ON a.login = 'head2' JOIN role_grant g ON g.account_id = a.id
       WHERE f.lead_department_id = (SELECT h.department_id FROM role_grant h JOIN account b ON b.id = h.account_id WHERE b.login = 'head') AND NOT EXISTS (SELECT 1 FROM finding_department d WHERE d.finding_id = f.id) LIMIT 1`,
    );
    const [head, head2, head3] = (await Promise.all(
      ['head', 'head2', 'head3'].map(async (login) => new Mirror(await api.as(login), { first: 100 }).fresh()),
    )) as [Mirror, Mirror, Mirror];
    await api.sql('UPDATE finding SET lead_department_id = $2 WHERE id = $1', [finding?.id, finding?.to]);
    for (const mirror of [head, head2, head3, token]) await mirror.read();
    const id = `fnd_${finding?.id}`;
    expect([head, head2, head3, token].map((mirror) => mirror.heard(id))).toEqual([[true], [false], [true], [false]]);
    expect(head.last.length).toBeGreaterThan(1);
    expect(head3.last.every((change) => change.deleted && change.record === null)).toBe(true);
    // An ordinary change is not told to who does not see it.
    await api.sql(`UPDATE finding SET remark = 'x' WHERE id = $1`, [finding?.id]);
    expect(await head3.read()).toEqual([]);
  });

  it('what comes to a finding while it passes to another department is not passed over', async () => {
    const head2 = await new Mirror(await api.as('head2'), { first: 100 }).fresh();
    const [finding] = await api.sql<{ id: string; body_id: string; to: string }>(
      `SELECT f.id, f.body_id, g.department_id AS "to" FROM finding f JOIN account a ON a.login = 'head2' JOIN role_grant g ON g.account_id = a.id
       WHERE f.lead_department_id <> g.department_id AND f.body_id = (SELECT d.body_id FROM department d WHERE d.id = g.department_id) AND NOT EXISTS (SELECT 1 FROM finding_department d WHERE d.finding_id = f.id) LIMIT 1`,
    );
    const [adding, passing] = [0, 1].map(() => new pg.Client({ connectionString: api.databaseUrl })) as [
      pg.Client,
      pg.Client,
    ];
    for (const client of [adding, passing]) {
      await client.connect();
      await client.query('BEGIN');
    }
    const { rows } = await adding.query<{ id: string }>(
      `INSERT INTO action (id, finding_id, body_id, ordinal, text) VALUES (gen_random_uuid(), $1, $2, 700, 'x') RETURNING id`,
      [finding?.id, finding?.body_id],
    );
    // Without waiting it would note what hangs on the finding now, without the action; and the action came before anybody saw it.
    const passed = passing.query('UPDATE finding SET lead_department_id = $2 WHERE id = $1', [
      finding?.id,
      finding?.to,
    ]);
    await Promise.race([passed, sleep(300)]);
    await adding.query('COMMIT');
    await head2.read();
    await passed;
    await passing.query('COMMIT');
    await Promise.all([adding.end(), passing.end()]);
    await head2.read();
    expect(head2.records.has(`act_${rows[0]?.id}`)).toBe(true);
    expect(head2.content()).toEqual((await head2.fresh()).content());
  });
});
