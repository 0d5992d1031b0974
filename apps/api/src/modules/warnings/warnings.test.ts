/** @module-tag slow */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW, startApi, type Api } from '../../../test/api.ts';
import { settled, workerOver } from '../../../test/worker.ts';
import { cronAt, hasCome } from '../jobs/queue.ts';
import type { Worker } from '../jobs/worker.ts';

const DAY = 86_400_000;
const CANARY = '金丝雀丙丁';
let api: Api;
let worker: Worker;
let clock = NOW;
let mailDir: string;

const start = async (): Promise<void> => {
  worker = await workerOver(api, { now: () => clock });
};

/** The main body's finding 28 with a due day so many days from the test's today (22 November 2026). */
const dueIn = (days: number) =>
  api.sql(
    `UPDATE finding f SET state = 'RECTIFYING', due_on = date '2026-11-22' + $1::int FROM body b WHERE b.id = f.body_id AND b.short_name = '市侨青会' AND f.seq = 28`,
    [days],
  );

const toldOf = (level: string) =>
  api
    .sql<{ login: string }>(
      `SELECT a.login FROM warning w JOIN warning_delivery d ON d.warning_id = w.id JOIN account a ON a.person_id = d.person_id
       JOIN finding f ON f.id = w.finding_id JOIN body b ON b.id = f.body_id
       WHERE b.short_name = '市侨青会' AND f.seq = 28 AND w.level = $1::warning_level AND w.due_on = f.due_on ORDER BY a.login`,
      [level],
    )
    .then((rows) => rows.map((row) => row.login));

const mails = async (): Promise<string[]> => (existsSync(mailDir) ? (await readdir(mailDir)).sort() : []);

beforeAll(async () => {
  api = await startApi();
  mailDir = path.join(api.filesDir, 'mail');
  await api.sql(`UPDATE finding SET title = title || '${CANARY}', description = '${CANARY}'`);
  await api.sql(`UPDATE person SET name = name || '${CANARY}'`);
  await dueIn(8);
  await start();
  await settled(api);
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});

describe('the daily run', () => {
  test('tells the handler, the head and the leader of yellow, and nobody else', async () => {
    expect(await toldOf('YELLOW')).toEqual(['handler', 'head', 'leader']);
  });

  test('one mail per person and day, with numbers and links only', async () => {
    const files = await mails();
    const [row] = await api.sql<{ digests: string; persons: string; untold: string }>(
      `SELECT (SELECT count(*) FROM warning_digest WHERE sent_at IS NOT NULL) AS digests, (SELECT count(DISTINCT person_id) FROM warning_delivery) AS persons,
        (SELECT count(*) FROM warning_delivery WHERE digest_id IS NULL) AS untold`,
    );
    expect(row).toEqual({ digests: String(files.length), persons: String(files.length), untold: '0' });
    expect(files.length).toBeGreaterThan(5);
    const texts = await Promise.all(files.map((file) => readFile(path.join(mailDir, file), 'utf8')));
    const decoded = texts.map((text) => {
      const [head, body = ''] = text.split(/\r?\n\r?\n(.*)/s);
      return /base64/i.test(head ?? '') ? Buffer.from(body, 'base64').toString() : body;
    });
    expect(decoded.every((body) => /https:\/\/closeout\.example\/(findings\/fnd|notices\/ntc)_/.test(body))).toBe(true);
    for (const text of [...texts, ...decoded]) expect(text).not.toContain(CANARY);
    // and what is encoded does not hide one either
    for (const text of texts) expect(text).not.toContain(Buffer.from(CANARY).toString('base64').slice(0, 12));
    expect(texts.filter((text) => /^To: handler@closeout\.example$/m.test(text))).toHaveLength(1);
  });

  test('a second run and a restart on the same day send nothing', async () => {
    const before = [await mails(), await api.sql('SELECT count(*) FROM warning_delivery')];
    await worker.stop();
    await start();
    await settled(api);
    expect([await mails(), await api.sql('SELECT count(*) FROM warning_delivery')]).toEqual(before);
  });
});

describe('on change', () => {
  test('a moved deadline begins a new series at once, mailed with the next day’s digest', async () => {
    const before = await mails();
    await dueIn(-3);
    await settled(api);
    expect(await toldOf('RED')).toEqual(['handler', 'head', 'leader', 'secretary']);
    expect(await mails()).toEqual(before);
    clock = new Date(NOW.getTime() + DAY);
    await worker.stop();
    await start();
    await settled(api);
    const after = await mails();
    expect(after.filter((file) => file.startsWith('2026-11-23'))).not.toEqual([]);
    expect(after.length).toBeGreaterThan(before.length);
  });

  test('a change that is rolled back leaves no job', async () => {
    await worker.stop();
    const client = new pg.Client({ connectionString: api.databaseUrl });
    await client.connect();
    await client.query('BEGIN');
    await client.query(`UPDATE finding SET due_on = due_on - 1 WHERE due_on IS NOT NULL`);
    expect((await client.query('SELECT count(*)::int AS n FROM closeout_jobs.jobs')).rows[0].n).toBeGreaterThan(0);
    await client.query('ROLLBACK');
    await client.end();
    expect(await api.sql('SELECT count(*)::int AS n FROM closeout_jobs.jobs')).toEqual([{ n: 0 }]);
    await start();
  });

  test('the office is told after its grace, by number, and cannot open the finding', async () => {
    await dueIn(-20);
    await settled(api);
    expect(await toldOf('RED')).toContain('office');
    const office = await api.as('office');
    const list = await office.execute<{
      warnings: { totalCount: number; edges: { node: { refNo: string; finding: unknown } }[] };
    }>(
      '{ warnings(first: 100, filter: { level: [RED] }) { totalCount edges { node { refNo bodyName dueOn finding { id title } } } } }',
    );
    expect(list.warnings.edges.length).toBeGreaterThan(0);
    expect(list.warnings.edges.every(({ node }) => node.finding === null && node.refNo !== '')).toBe(true);
    expect(JSON.stringify(list)).not.toContain(CANARY);
  });
});

describe('a notice', () => {
  const SENT = `SELECT id, number FROM notice WHERE state = 'SENT' AND kind = 'GUIDANCE'`;
  const toldOfNotice = (id: string, level: string) =>
    api
      .sql<{ login: string }>(
        `SELECT a.login FROM warning w JOIN warning_delivery d ON d.warning_id = w.id JOIN account a ON a.person_id = d.person_id
         WHERE w.notice_id = $1 AND w.level = $2::warning_level ORDER BY a.login`,
        [id, level],
      )
      .then((rows) => rows.map((row) => row.login));

  test('is told to secretary and clerk as it arrives, and to the office only once its reply is overdue', async () => {
    const [notice] = await api.sql<{ id: string; number: string }>(SENT);
    const { id, number } = notice as { id: string; number: string };
    expect([...(await toldOfNotice(id, 'GREEN')), ...(await toldOfNotice(id, 'YELLOW'))]).toEqual([
      'clerk',
      'secretary',
    ]);
    expect(await toldOfNotice(id, 'RED')).toEqual([]);
    await api.sql(`UPDATE notice SET reply_due_on = '2026-11-20' WHERE id = $1`, [id]);
    await settled(api);
    expect(await toldOfNotice(id, 'RED')).toEqual(['clerk', 'office', 'secretary']);
    for (const login of ['clerk', 'office']) {
      const caller = await api.as(login);
      const { warnings } = await caller.execute<{ warnings: { edges: { node: Record<string, unknown> }[] } }>(
        '{ warnings(first: 100) { edges { node { refNo dueOn notice { id } finding { id } } } } }',
      );
      expect(warnings.edges.map((edge) => edge.node)).toContainEqual({
        refNo: number,
        dueOn: '2026-11-20',
        notice: { id: `ntc_${id}` },
        finding: null,
      });
    }
  });

  test('that was answered is warned of no more', async () => {
    const [notice] = await api.sql<{ id: string }>(SENT);
    await api.sql(
      `UPDATE notice SET state = 'ACCEPTED', signed_for_at = now(), reply_due_on = '2026-11-19' WHERE id = $1`,
      [notice?.id],
    );
    await settled(api);
    expect(await api.sql(`SELECT 1 FROM warning WHERE notice_id = $1 AND due_on = '2026-11-19'`, [notice?.id])).toEqual(
      [],
    );
  });
});

describe('the own list', () => {
  const UNSEEN =
    '{ warnings(first: 100, filter: { seen: false }) { totalCount edges { node { id level finding { id } } } } }';
  type List = { warnings: { totalCount: number; edges: { node: { id: string; finding: { id: string } | null } }[] } };
  const MARK =
    'mutation M($input: MarkWarningsSeenInput!) { markWarningsSeen(input: $input) { count userErrors { code rule } } }';

  test('counts what is unseen, marks it once, and never another’s', async () => {
    const handler = await api.as('handler');
    const head = await api.as('head');
    const { warnings } = await handler.execute<List>(UNSEEN);
    expect(warnings.totalCount).toBeGreaterThan(0);
    expect(warnings.edges[0]?.node.finding).not.toBeNull();
    const variables = { input: { warningIds: [warnings.edges[0]!.node.id] } };
    expect(await head.execute(MARK, variables)).toEqual({
      markWarningsSeen: { count: null, userErrors: [{ code: 'NOT_FOUND', rule: 'access.visible' }] },
    });
    expect(await handler.execute(MARK, variables)).toMatchObject({ markWarningsSeen: { count: 1, userErrors: [] } });
    expect(await handler.execute(MARK, variables)).toMatchObject({ markWarningsSeen: { count: 0, userErrors: [] } });
    expect((await handler.execute<List>(UNSEEN)).warnings.totalCount).toBe(warnings.totalCount - 1);
  });

  test('who wants no mail gets none', async () => {
    const leader = await api.as('leader');
    const CHANGE =
      'mutation C($input: ChangeMailSettingsInput!) { changeMailSettings(input: $input) { mailSettings { mail mailOn } userErrors { rule field } } }';
    expect(await leader.execute(CHANGE, { input: { mail: 'nobody', mailOn: true } })).toMatchObject({
      changeMailSettings: { userErrors: [{ rule: 'warnings.mail', field: 'mail' }] },
    });
    expect(await leader.execute(CHANGE, { input: { mail: 'l@closeout.example', mailOn: false } })).toMatchObject({
      changeMailSettings: { mailSettings: { mail: 'l@closeout.example', mailOn: false }, userErrors: [] },
    });
    await dueIn(5);
    await settled(api);
    clock = new Date(NOW.getTime() + 2 * DAY);
    await worker.stop();
    await start();
    await settled(api);
    const today = (await mails()).filter((file) => file.startsWith('2026-11-24'));
    const to = await Promise.all(today.map((file) => readFile(path.join(mailDir, file), 'utf8')));
    expect(to.some((text) => text.includes('To: handler@closeout.example'))).toBe(true);
    expect(to.some((text) => text.includes('l@closeout.example'))).toBe(false);
  });
});

test.each([
  ['07:30', '30 23 * * *', '2026-11-21T23:29:59Z', false],
  ['07:30', '30 23 * * *', '2026-11-21T23:30:00Z', true],
  ['00:00', '0 16 * * *', '2026-11-21T16:00:00Z', true],
  ['23:59', '59 15 * * *', '2026-11-22T15:58:59Z', false],
])('%s in Asia/Shanghai is %s in UTC; at %s it has come: %s', (time, pattern, instant, come) => {
  expect(cronAt(time)).toBe(pattern);
  expect(hasCome(time, new Date(instant))).toBe(come);
});
