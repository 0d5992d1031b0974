import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { Mirror } from '../../../test/mirror.ts';
import { makeToken } from '../../cli/make-token.ts';
import { NOW } from '../../../test/api.ts';
import { CHANGED_TYPES } from './changed-types.ts';

let api: Api;
let main = '';
let token: Caller;
let mirror: Mirror;

const tokenOf = async (body: string): Promise<Caller> => {
  const request = { body, name: 'mirror', classes: ['STATISTICS', 'TEXT', 'NAMES', 'MONEY'] as const, days: 90 };
  const { secret } = await makeToken(api.databaseUrl, { ...request, classes: [...request.classes] }, NOW);
  return api.withHeaders({ authorization: `Bearer ${secret}` });
};

beforeAll(async () => {
  api = await startApi();
  main = (await api.sql<{ id: string }>(`SELECT id FROM body WHERE short_name = '市侨青会'`))[0]?.id ?? '';
  token = await tokenOf('市侨青会');
  mirror = new Mirror(token);
  await mirror.read();
});
afterAll(() => api.stop());

describe('a full read', () => {
  it('gives every record of the body, restricted ones excepted, and nothing else', async () => {
    const count = async (type: string, sql: string): Promise<void> => {
      const rows = await api.sql<{ id: string }>(sql, [main]);
      const ids = [...mirror.records.keys()].filter((id) => id.startsWith(`${type}_`)).toSorted();
      expect(ids).toEqual(rows.map(({ id }) => `${type}_${id}`).toSorted());
    };
    await count('fnd', 'SELECT id FROM finding WHERE body_id = $1');
    await count('act', 'SELECT id FROM action WHERE body_id = $1');
    await count('evd', 'SELECT id FROM evidence WHERE body_id = $1 AND NOT restricted');
    await count('sum', 'SELECT s.id FROM money_sum s JOIN finding f ON f.id = s.finding_id WHERE f.body_id = $1');
    expect(mirror.records.size).toBeGreaterThan(200);
    expect(mirror.last.every((change) => !change.deleted)).toBe(true);
  });

  it('then nothing, and a cursor all the same', async () => {
    const before = mirror.cursor;
    expect(await mirror.read()).toEqual([]);
    expect(mirror.cursor).toBe(before);
  });
});

describe('the kinds of records', () => {
  it('are those that the database notes', async () => {
    const noted = await api.sql<{ type: string }>('SELECT DISTINCT type FROM feed.change');
    for (const { type } of noted) expect(Object.keys(CHANGED_TYPES)).toContain(type);
  });
});
