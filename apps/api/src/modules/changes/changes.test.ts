import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { NOW, startApi, type Api, type Caller } from '../../../test/api.ts';
import { followFeedOf, Mirror, tokenOf } from '../../../test/mirror.ts';

let api: Api;
let main = '';
let token: Caller;
beforeAll(async () => {
  api = await startApi();
  followFeedOf(api);
  main = (await api.sql<{ id: string }>(`SELECT id FROM body WHERE short_name = '市侨青会'`))[0]?.id ?? '';
  token = await tokenOf(api, '市侨青会');
});
afterAll(() => api.stop());

const aFinding = async (at = 0): Promise<string> =>
  (
    await api.sql<{ id: string }>('SELECT id FROM finding WHERE body_id = $1 ORDER BY seq OFFSET $2 LIMIT 1', [
      main,
      at,
    ])
  )[0]?.id ?? '';
const ADD = `INSERT INTO action (id, finding_id, body_id, ordinal, text) VALUES (gen_random_uuid(), $1, $2, $3, 'x') RETURNING id`;
let ordinal = 500;
const add = async (): Promise<string> => {
  const [row] = await api.sql<{ id: string }>(ADD, [await aFinding(), main, ordinal++]);
  return `act_${row?.id}`;
};

describe('a full read', () => {
  it('gives every record of the body, restricted ones excepted, and nothing else', async () => {
    const mirror = new Mirror(token, { first: 100 });
    await mirror.read();
    const RECORDS = {
      fnd: 'SELECT id FROM finding WHERE body_id = $1',
      act: 'SELECT id FROM action WHERE body_id = $1',
      evd: 'SELECT id FROM evidence WHERE body_id = $1 AND NOT restricted',
      sum: 'SELECT s.id FROM money_sum s JOIN finding f ON f.id = s.finding_id WHERE f.body_id = $1',
      rec: 'SELECT r.id FROM recovery r JOIN money_sum s ON s.id = r.sum_id JOIN finding f ON f.id = s.finding_id WHERE f.body_id = $1',
      sub: 'SELECT s.id FROM submission s JOIN finding f ON f.id = s.finding_id WHERE f.body_id = $1',
    };
    for (const [prefix, sql] of Object.entries(RECORDS)) {
      const rows = await api.sql<{ id: string }>(sql, [main]);
      const ids = [...mirror.records.keys()].filter((id) => id.startsWith(prefix)).toSorted();
      expect(ids).toEqual(rows.map(({ id }) => `${prefix}_${id}`).toSorted());
    }
    expect(mirror.last.every((change) => !change.deleted)).toBe(true);
    expect(new Set(mirror.last.map((change) => change.id)).size).toBe(mirror.last.length);
  });

  it('then gives nothing, and a cursor all the same', async () => {
    const mirror = await new Mirror(token).fresh();
    const { cursor } = mirror;
    expect(await mirror.read()).toEqual([]);
    expect(mirror.cursor).toBe(cursor);
  });

  it('page by page is not disturbed by changes: what was read and removed meanwhile comes as a tombstone', async () => {
    const early = await add();
    const mirror = new Mirror(token, { first: 100 });
    await mirror.read(1);
    const halfway = [...mirror.records.keys()];
    const kept = halfway.find((id) => id.startsWith('act_')) as string;
    await api.sql('DELETE FROM action WHERE id = ANY($1)', [[early, kept].map((id) => id.slice(4))]);
    await mirror.read();
    expect(mirror.records.has(kept)).toBe(false);
    expect(mirror.content()).toEqual((await mirror.fresh()).content());
  });
});

describe('what changed', () => {
  it('comes once and as it is now, oldest first', async () => {
    const mirror = await new Mirror(token).fresh();
    const [first, second] = [await add(), await add()];
    for (const text of ['a', 'b']) await api.sql('UPDATE action SET text = $2 WHERE id = $1', [first.slice(4), text]);
    await mirror.read();
    expect(mirror.last.map((change) => change.id)).toEqual([second, first]);
    expect(mirror.records.get(first)).toMatchObject({ text: 'b' });
    expect(mirror.content()).toEqual((await mirror.fresh()).content());
  });

  it('comes from a transaction that commits late, though others came after it', async () => {
    const mirror = await new Mirror(token).fresh();
    const late = new pg.Client({ connectionString: api.databaseUrl });
    await late.connect();
    await late.query('BEGIN');
    const { rows } = await late.query<{ id: string }>(ADD, [await aFinding(1), main, ordinal++]);
    const early = await add();
    await mirror.read();
    expect(mirror.records.has(early)).toBe(false);
    await late.query('COMMIT');
    await late.end();
    await mirror.read();
    expect([`act_${rows[0]?.id}`, early].map((id) => mirror.heard(id))).toEqual([[false], [false]]);
  });

  it('is nothing when the transaction is rolled back', async () => {
    const mirror = await new Mirror(token).fresh();
    await api.sql(
      `DO $$ BEGIN UPDATE action SET text = 'never'; RAISE EXCEPTION 'no'; EXCEPTION WHEN raise_exception THEN NULL; END $$`,
    );
    expect(await mirror.read()).toEqual([]);
  });

  it('of another body is not heard of, nor are its removals', async () => {
    const mirror = await new Mirror(token).fresh();
    const other = await new Mirror(await tokenOf(api, '市体总')).fresh();
    const [finding] = await api.sql<{ id: string; body_id: string }>(
      `SELECT f.id, f.body_id FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市体总' LIMIT 1`,
    );
    const [action] = await api.sql<{ id: string }>(ADD, [finding?.id, finding?.body_id, ordinal++]);
    await other.read();
    expect(other.records.has(`act_${action?.id}`)).toBe(true);
    await api.sql('DELETE FROM action WHERE id = $1', [action?.id]);
    await other.read();
    expect(other.heard(`act_${action?.id}`)).toEqual([true]);
    expect(await mirror.read()).toEqual([]);
  });

  it('takes the parts that have no id of their own with their record', async () => {
    const mirror = await new Mirror(token).fresh();
    const [meeting] = await api.sql<{ id: string }>(
      `UPDATE meeting m SET chair = 'x' FROM evidence e WHERE e.id = m.evidence_id AND e.body_id = $1 AND NOT e.restricted RETURNING e.id`,
      [main],
    );
    await mirror.read();
    expect(mirror.heard(`evd_${meeting?.id}`)).toEqual([false]);
  });

  it('can be asked for by kind', async () => {
    const mirror = await new Mirror(token, { types: ['ACTION'] }).fresh();
    expect([...mirror.records.keys()].every((id) => id.startsWith('act_'))).toBe(true);
    await api.sql('UPDATE finding SET remark = $2 WHERE id = $1', [await aFinding(), 'x']);
    const action = await add();
    expect((await mirror.read()).map((change) => change.id)).toEqual([action]);
  });

  it('is answered by one statement, alone or beside a field with a resolver of its own', async () => {
    const mirror = await new Mirror(token).fresh();
    await add();
    const spy = vi.spyOn(pg.Client.prototype, 'query');
    await mirror.read(1);
    const statements = spy.mock.calls.map(([query]) => String((query as { text?: string }).text ?? query));
    spy.mockRestore();
    expect(statements.filter((text) => text.includes('feed_state'))).toHaveLength(1);
    const changes = `changes(first: 3) { nodes { type id again: id record { id ... on Finding { title } ... on Inspection { __typename } } } hasMore }`;
    const raw = await token.execute(`{ ${changes} }`);
    expect(await token.execute(`{ ${changes} viewer { name } }`)).toMatchObject(raw);
  });

  it('keeps to the field classes of a token', async () => {
    const poor = await tokenOf(api, '市侨青会', ['STATISTICS']);
    const ask = (fields: string) =>
      poor.send(
        `{ changes(first: 1) { nodes { type id deleted changedAt record { id ... on Action { ${fields} } } } } }`,
      );
    expect((await ask('ordinal')).errors).toBeUndefined();
    expect((await ask('text')).errors?.[0]?.extensions?.['code']).toBe('FIELD_CLASS');
  });

  it('costs by its pages', async () => {
    const { errors } = await token.send(
      `query C($n: Int) { changes(first: $n) { nodes { record { id ... on Finding { actions(first: 100) { edges { node { evidence(first: 100) { edges { node { id } } } } } } } } } } }`,
      { n: 100 },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('TOO_COSTLY');
  });

  it('is not for who reads the findings of no body, nor for a day of the past', async () => {
    const ask = async (login: string, more = '') =>
      (await (await api.as(login)).send(`query C ${more} { changes { cursor } }`)).errors?.[0]?.extensions?.['code'];
    expect(await ask('sysadmin')).toBe('FORBIDDEN');
    expect(await ask('office')).toBe('FORBIDDEN');
    expect(await ask('clerk', `@asOf(day: "${NOW.toISOString().slice(0, 10)}")`)).toBe('BAD_USER_INPUT');
  });
});
