import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, startApi, type Api, type Caller } from './api.ts';
import { mutate } from './work.ts';

/** A right that ended is refused to the next request of the session or token that is open: what it reaches is asked anew each time. */
describe('a right ends with the next request', () => {
  let api: Api;
  let now = NOW;
  beforeAll(async () => {
    api = await startApi({ server: { now: () => now } });
  });
  afterAll(() => api.stop());

  const id = async (prefix: string, text: string): Promise<string> =>
    `${prefix}_${(await api.sql<{ id: string }>(text))[0]?.id ?? ''}`;
  const versionOf = async (table: string, global: string): Promise<number> =>
    (await api.sql<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [global.slice(4)]))[0]?.version ??
    0;
  const count = async (who: Caller): Promise<number> =>
    (await who.execute<{ findings: { totalCount: number } }>('{ findings { totalCount } }')).findings.totalCount;

  it('of a discipline group whose supervision is taken away, also for a file it has the link of', async () => {
    const [sysadmin, discipline] = [await api.as('sysadmin'), await api.as('discipline')];
    const groupId = await id('bdy', `SELECT id FROM body WHERE kind = 'DISCIPLINE_GROUP'`);
    const bodyIds = [await id('bdy', `SELECT id FROM body WHERE short_name = '市体总'`)];
    const file = await id(
      'att',
      `SELECT t.id FROM attachment t JOIN body b ON b.id = t.body_id WHERE b.short_name = '市侨青会' AND t.evidence_id IS NOT NULL LIMIT 1`,
    );
    const before = await count(discipline);
    expect((await discipline.fetch(`/files/${file}`)).status).toBe(200);
    const input = { groupId, bodyIds, version: await versionOf('body', groupId) };
    expect(await mutate(sysadmin, 'setSupervision', input, 'body { id }')).toMatchObject({ userErrors: [] });
    expect(before - (await count(discipline))).toBe(33);
    expect((await discipline.fetch(`/files/${file}`)).status).toBe(404);
  });

  it('of a leader whose post is no longer in charge of a department', async () => {
    const [sysadmin, leader] = [await api.as('sysadmin'), await api.as('leader')];
    const postId = await id(
      'pst',
      `SELECT g.post_id AS id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login = 'leader'`,
    );
    const [own] = await api.sql<{ n: number }>(`SELECT count(*)::int AS n FROM finding WHERE leader_post_id = $1`, [
      postId.slice(4),
    ]);
    // One finding of a department in charge that another post answers for.
    await api.sql(
      `UPDATE finding SET leader_post_id = NULL, leader_confirmed_at = NULL WHERE leader_post_id = $1 AND seq = 33`,
      [postId.slice(4)],
    );
    expect(await count(leader)).toBe(own?.n);
    const input = { postId, inChargeOf: [], version: await versionOf('post', postId) };
    expect(await mutate(sysadmin, 'editPost', input, 'post { id }')).toMatchObject({ userErrors: [] });
    expect(await count(leader)).toBe((own?.n ?? 0) - 1);
  });

  it('of a grant on the day after its last, and begins on its first', async () => {
    const [secadmin, handler] = [await api.as('secadmin'), await api.as('handler2')];
    const before = await count(handler);
    const accountId = await id('acc', `SELECT id FROM account WHERE login = 'handler2'`);
    const bodyId = await id('bdy', `SELECT id FROM body WHERE short_name = '市侨青会'`);
    const input = { accountId, bodyId, role: 'CLERK', fromOn: '2026-11-23', toOn: '2026-11-23' };
    expect(await mutate(secadmin, 'grantRole', input, 'roleGrant { id }')).toMatchObject({ userErrors: [] });
    expect(await count(handler)).toBe(before);
    // The session is used every 20 minutes: it stays open over midnight in Shanghai, twice.
    const seen: number[] = [];
    await api.sql(`UPDATE session SET expires_at = $1`, ['2026-11-30']);
    for (const at of ['2026-11-22T15:59:59Z', '2026-11-22T16:00:00Z', '2026-11-23T15:59:59Z', '2026-11-23T16:00:00Z']) {
      await api.sql(`UPDATE session SET last_seen_at = $1`, [at]);
      now = new Date(at);
      seen.push(await count(handler));
    }
    now = NOW;
    expect(seen).toEqual([before, 33, 33, before]);
  });
});
