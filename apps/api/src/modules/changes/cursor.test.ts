import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { followFeedOf, Mirror, othersHaveEnded, tokenOf } from '../../../test/mirror.ts';
import { compactChanges } from './compact-changes.ts';

let api: Api;
let token: Caller;
let client: pg.Client;
beforeAll(async () => {
  api = await startApi();
  followFeedOf(api);
  token = await tokenOf(api, '市侨青会');
  client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await api.stop();
});

const ask = async (caller: Caller, after: string | null, more = ''): Promise<unknown> => {
  const answer = await caller.send(`query C($after: String) { changes(after: $after, first: 1 ${more}) { cursor } }`, {
    after,
  });
  return answer.errors?.[0]?.extensions?.['code'] ?? 'OK';
};
const touch = async (): Promise<void> =>
  void (await api.sql(`UPDATE finding SET remark = coalesce(remark, '') || 'x' WHERE seq = 1`));
const removeAction = async (): Promise<string> => {
  const [row] = await api.sql<{ id: string }>(
    `INSERT INTO action (id, finding_id, body_id, ordinal, text) SELECT gen_random_uuid(), f.id, f.body_id, 900, 'x' FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 1 RETURNING id`,
  );
  await api.sql('DELETE FROM action WHERE id = $1', [row?.id]);
  return `act_${row?.id}`;
};
const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);

describe('a cursor', () => {
  const write = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const run = '00000000-0000-4000-8000-000000000000';

  it.each([
    'x',
    '标',
    '',
    write([]),
    write(['x', '1', '1', '1', '1', 'r', '']),
    write([run, '-1', '1', '1', '1', 'r', '']),
    write([run, '1', '1', '1', "1' OR true", 'r', '']),
    write([run, 1, 1, 1, 1, 'r', '']),
  ])('that is none is refused: %j', async (cursor) => {
    expect(await ask(token, cursor)).toBe('BAD_USER_INPUT');
  });

  it('with numbers that no transaction has is refused, too', async () => {
    const { cursor } = await new Mirror(token).fresh();
    const parts = JSON.parse(Buffer.from(cursor as string, 'base64url').toString()) as string[];
    expect(await ask(token, write(parts.with(1, '9999999999999999999').with(2, '9999999999999999999')))).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('goes on only for the kinds of records it was given for', async () => {
    const { cursor } = await new Mirror(token, { types: ['ACTION', 'FINDING'] }).fresh();
    expect(await ask(token, cursor, ', types: [FINDING, ACTION]')).toBe('OK');
    expect(await ask(token, cursor, ', types: [FINDING]')).toBe('BAD_USER_INPUT');
    expect(await ask(token, cursor)).toBe('BAD_USER_INPUT');
  });

  it('is another’s where the rights are others, and ends when they change', async () => {
    const { cursor } = await new Mirror(token).fresh();
    expect(await ask(await tokenOf(api, '市侨青会'), cursor)).toBe('OK');
    expect(await ask(await tokenOf(api, '市体总'), cursor)).toBe('RIGHTS_CHANGED');
    expect(await ask(await tokenOf(api, '市侨青会', ['STATISTICS']), cursor)).toBe('RIGHTS_CHANGED');
    const head = await api.as('head');
    const own = (await new Mirror(head).fresh()).cursor;
    expect(await ask(head, own)).toBe('OK');
    await api.sql(
      `UPDATE role_grant g SET department_id = (SELECT d.id FROM department d WHERE d.body_id = n.body_id AND d.id <> g.department_id LIMIT 1) FROM account a JOIN person n ON n.id = a.person_id WHERE a.id = g.account_id AND a.login = 'head' AND g.department_id IS NOT NULL`,
    );
    expect(await ask(head, own)).toBe('RIGHTS_CHANGED');
  });
});

/** Once nothing but this database's own transactions holds the feed back, so that every row noted so far can be compacted. */
const compact = async (at: Date): Promise<number> => {
  await othersHaveEnded();
  return compactChanges(client, 90, at);
};

describe('compaction', () => {
  it('changes nothing for a mirror that asks in time, nor for one that begins', async () => {
    const mirror = await new Mirror(token).fresh();
    for (const _ of [1, 2, 3]) await touch();
    const removed = await removeAction();
    expect(await compact(new Date())).toBeGreaterThanOrEqual(4);
    expect(await compact(new Date())).toBe(0);
    await mirror.read();
    expect(mirror.heard(removed)).toEqual([true]);
    expect(mirror.content()).toEqual((await mirror.fresh()).content());
    const [{ twice } = { twice: 0 }] = await api.sql<{ twice: number }>(
      `SELECT count(*)::int AS twice FROM (SELECT record_id FROM feed.change WHERE told = 0 GROUP BY 1 HAVING count(*) > 1) x`,
    );
    expect(twice).toBe(0);
  });

  it('forgets removals in the end: a cursor from before them is expired, one from after them is not', async () => {
    const before = await new Mirror(token).fresh();
    await removeAction();
    const after = await new Mirror(token).fresh();
    await compact(inDays(91));
    expect(await ask(token, before.cursor)).toBe('CURSOR_EXPIRED');
    expect(await ask(token, after.cursor)).toBe('OK');
    expect((await api.sql('SELECT 1 FROM feed.change WHERE gone OR told > 0')).length).toBe(0);
    await touch();
    await after.read();
    expect(after.content()).toEqual((await after.fresh()).content());
  });

  it('does not end a full read that is under way, whose first pages are older than what is forgotten', async () => {
    await removeAction();
    const mirror = new Mirror(token);
    await mirror.read(1);
    await compact(inDays(182));
    await mirror.read();
    expect(mirror.content()).toEqual((await mirror.fresh()).content());
  });

  it('of one body does not end the cursors of another', async () => {
    const quiet = await new Mirror(await tokenOf(api, '市体总')).fresh();
    await removeAction();
    await compact(inDays(273));
    await quiet.read();
    expect(quiet.content()).toEqual((await quiet.fresh()).content());
  });

  it('leaves alone what a transaction that still runs may come after', async () => {
    await compact(new Date());
    const late = new pg.Client({ connectionString: api.databaseUrl });
    await late.connect();
    try {
      await late.query('BEGIN');
      await late.query(`UPDATE finding SET remark = 'late' WHERE seq = 2`);
      await touch();
      await touch();
      expect(await compact(new Date())).toBe(0);
    } finally {
      await late.query('ROLLBACK');
      await late.end();
    }
    expect(await compact(new Date())).toBeGreaterThan(0);
  });
});

describe('another past', () => {
  it('a server that starts again changes nothing', async () => {
    const mirror = await new Mirror(token).fresh();
    await touch();
    await api.sql('SELECT feed.begin_run()');
    await mirror.read();
    expect(mirror.last.length).toBeGreaterThan(0);
    expect(mirror.content()).toEqual((await mirror.fresh()).content());
  });

  it('that a backup does not have ends the cursors given in it, and no others', async () => {
    const before = await new Mirror(token).fresh();
    await touch();
    const after = await new Mirror(token).fresh();
    // What the ledger is like when it was put back to the moment before the touch, and the server started.
    await api.sql(`DELETE FROM feed.change WHERE xid = (SELECT max(xid::text::bigint)::text::xid8 FROM feed.change)`);
    await api.sql('SELECT feed.begin_run()');
    expect(await ask(token, before.cursor)).toBe('OK');
    expect(await ask(token, after.cursor)).toBe('CURSOR_EXPIRED');
  });

  it('of another server begins anew: no cursor is known there, and a full read gives everything', async () => {
    const mirror = await new Mirror(token).fresh();
    await api.sql(`UPDATE feed.run SET origin = 'elsewhere'`);
    await api.sql('SELECT feed.begin_run()');
    expect(await ask(token, mirror.cursor)).toBe('CURSOR_EXPIRED');
    expect((await mirror.fresh()).content()).toEqual(mirror.content());
  });
});
