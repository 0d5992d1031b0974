import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, startApi, type Api, type Caller, type GraphQLAnswer } from '../../../test/api.ts';
import { findingNo, mutate } from '../../../test/work.ts';
import { buildServer } from '../../server.ts';
import { purgeKeys } from './purge-keys.ts';

const CREATE = `mutation C($input: CreateFindingInput!) { createFinding(input: $input) { finding { id refNo } userErrors { code rule } } }`;
const WITHOUT_ERRORS = `mutation C($input: CreateFindingInput!) { createFinding(input: $input) { finding { id refNo } } }`;

interface Created {
  createFinding: { finding: { id: string; refNo: string } | null; userErrors: { code: string; rule: string }[] };
}

let api: Api;
let clock = NOW;
let clerk: Caller;
let inspectionId: string;
beforeAll(async () => {
  process.env['LOG_LEVEL'] = 'silent';
  api = await startApi({ server: { now: () => clock } });
  clerk = await api.as('clerk');
  inspectionId = (await findingNo(clerk, 23)).inspection.id;
});
afterAll(() => api.stop());

/** Another server of the same installation: it shares nothing with the first but the database. */
async function startSecond(): Promise<{ caller: Caller; stop(): Promise<void> }> {
  const server = await buildServer({
    databaseUrl: api.databaseUrl,
    filesDir: api.filesDir,
    setupAllowed: false,
    now: () => clock,
  });
  server.httpServer.listen(0, '127.0.0.1');
  await once(server.httpServer, 'listening');
  const { port } = server.httpServer.address() as AddressInfo;
  return {
    caller: clerk.at(`http://127.0.0.1:${port}`),
    stop: async () => {
      await server.stop();
      server.httpServer.closeAllConnections();
      server.httpServer.close();
    },
  };
}

const input = (title: string) => ({ inspectionId, title, description: title });
const post = (who: Caller, key: string, title: string, query = CREATE): Promise<Response> =>
  who.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ query, variables: { input: input(title) } }),
  });
const answered = async (response: Response): Promise<GraphQLAnswer<Created>> =>
  (await response.json()) as GraphQLAnswer<Created>;
const effects = async (title: string): Promise<number> =>
  (await api.sql(`SELECT 1 FROM finding WHERE title = $1`, [title])).length;

describe('a write with an Idempotency-Key', () => {
  it('is done once however often it is sent, and answered alike', async () => {
    const key = randomUUID();
    const first = await post(clerk, key, '双击');
    const second = await post(clerk, key, '双击');
    const text = await first.text();
    expect(await second.text()).toBe(text);
    expect([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect(JSON.parse(text)).toMatchObject({ data: { createFinding: { userErrors: [] } } });
    expect(await effects('双击')).toBe(1);
    expect(
      (await api.sql(`SELECT 1 FROM audit_event WHERE verb = 'createFinding' AND after->>'title' = '双击'`)).length,
    ).toBe(1);
  });

  it('twenty at the same time have one effect and one answer', async () => {
    const key = randomUUID();
    const texts = await Promise.all(Array.from({ length: 20 }, async () => (await post(clerk, key, '二十次')).text()));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('refNo');
    expect(await effects('二十次')).toBe(1);
  });

  it('without a key, or with another one, it is another write', async () => {
    await post(clerk, randomUUID(), '两次');
    await post(clerk, randomUUID(), '两次');
    await clerk.send(CREATE, { input: input('两次') });
    expect(await effects('两次')).toBe(3);
  });

  it('answers again when the first answer was cut off after the commit', async () => {
    const key = randomUUID();
    const { port } = new URL(api.url);
    // Between client and server: hands the request on, and cuts the line at the first byte of the answer.
    const cutter = createServer((client) => {
      const server = connect(Number(port), '127.0.0.1');
      client.pipe(server);
      server.once('data', () => client.destroy());
      for (const end of [client, server]) end.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(cutter, 'listening');
    const throughIt = clerk.at(`http://127.0.0.1:${(cutter.address() as AddressInfo).port}`);
    await expect(post(throughIt, key, '断线')).rejects.toThrow();
    cutter.close();
    expect(await effects('断线')).toBe(1);
    const again = await post(clerk, key, '断线');
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await answered(again)).data?.createFinding.finding?.refNo).toMatch(/市侨青会/);
    expect(await effects('断线')).toBe(1);
  });

  it('refuses another request under the same key', async () => {
    const key = randomUUID();
    await post(clerk, key, '甲');
    const other = await post(clerk, key, '乙');
    expect(other.status).toBe(422);
    expect((await answered(other)).errors?.[0]?.extensions?.['code']).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await effects('乙')).toBe(0);
  });

  it('does not mind in what order the members of the variables stand', async () => {
    const key = randomUUID();
    await post(clerk, key, '次序');
    const variables = { input: Object.fromEntries(Object.entries(input('次序')).reverse()) };
    const again = await clerk.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ variables, query: CREATE }),
    });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('the same key of somebody else is another key', async () => {
    const key = randomUUID();
    const office = await api.as('office');
    await post(clerk, key, '同一个键');
    const other = await answered(await post(office, key, '同一个键'));
    expect(other.data?.createFinding.finding).toBeNull();
    expect(await effects('同一个键')).toBe(1);
  });

  it('what the rules refuse leaves the key free, whether or not userErrors are selected', async () => {
    for (const document of [CREATE, WITHOUT_ERRORS]) {
      const key = randomUUID();
      const refused = await post(clerk, key, '', document);
      expect((await answered(refused)).data?.createFinding.finding).toBeNull();
      const title = `改正 ${key}`;
      expect((await answered(await post(clerk, key, title, document))).data?.createFinding.finding).not.toBeNull();
      expect(await effects(title)).toBe(1);
    }
  });

  it('what fails leaves nothing behind, not even the key', async () => {
    const key = randomUUID();
    await api.sql(
      `CREATE FUNCTION fail_answer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`,
    );
    await api.sql(
      `CREATE TRIGGER fail_answer BEFORE UPDATE ON idempotency_key FOR EACH ROW EXECUTE FUNCTION fail_answer()`,
    );
    const failed = await answered(await post(clerk, key, '失败'));
    await api.sql(`DROP TRIGGER fail_answer ON idempotency_key`);
    expect(failed.errors?.[0]?.extensions?.['code']).toBe('INTERNAL');
    expect([await effects('失败'), await effects('失败')]).toEqual([0, 0]);
    expect((await answered(await post(clerk, key, '失败'))).data?.createFinding.finding).not.toBeNull();
    expect(await effects('失败')).toBe(1);
  });

  it('a claim that another process holds is waited for, and its answer given', async () => {
    const key = randomUUID();
    const second = await startSecond();
    const texts = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const caller = n % 2 === 0 ? clerk : second.caller;
        return (await post(caller, key, '两个进程')).text();
      }),
    );
    await second.stop();
    expect(new Set(texts).size).toBe(1);
    expect(await effects('两个进程')).toBe(1);
  });

  it.each([['short'], ['x'.repeat(129)], ['with a space in it at all']])('refuses %s as a key', async (key) => {
    const response = await post(clerk, key, '坏键');
    expect(response.status).toBe(400);
    expect((await answered(response)).errors?.[0]?.extensions?.['code']).toBe('IDEMPOTENCY_KEY_INVALID');
    expect(await effects('坏键')).toBe(0);
  });

  it('takes one mutation, and does not concern queries', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const send = async (query: string): Promise<GraphQLAnswer<unknown>> =>
      (await (
        await clerk.fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) })
      ).json()) as GraphQLAnswer<unknown>;
    const fields = 'createBody(input: { kind: OFFICE, name: "x", shortName: "x" }) { userErrors { code } }';
    const two = await send(`mutation { a: ${fields} b: ${fields} }`);
    expect(two.errors?.[0]?.extensions?.['code']).toBe('IDEMPOTENCY_KEY_INVALID');
    expect((await send('{ findings { totalCount } }')).data).toBeDefined();
    expect((await send('{ viewer { name } }')).data).toBeDefined();
  });

  it('keeps neither the key nor the answer readable, and forgets both in time', async () => {
    const key = randomUUID();
    const admin = await api.as('sysadmin');
    const [body] = await api.sql<{ id: string }>(`SELECT id FROM body WHERE short_name = '市侨青会'`);
    const { person } = await mutate<{ person: { id: string } }>(
      admin,
      'createPerson',
      { bodyId: `bdy_${body?.id}`, name: '新人' },
      'person { id }',
    );
    const made = await admin.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({
        query: `mutation A($input: CreateAccountInput!) { createAccount(input: $input) { oneTimePassword userErrors { code field } } }`,
        variables: { input: { personId: person.id, login: 'once.only' } },
      }),
    });
    const { data } = (await made.json()) as { data: { createAccount: { oneTimePassword: string } } };
    expect(data.createAccount.oneTimePassword.length).toBeGreaterThan(8);
    const [stored] = await api.sql<{ all: string }>(
      `SELECT string_agg(k::text || encode(answer, 'escape'), ' ') AS all FROM idempotency_key k`,
    );
    expect(stored?.all).not.toContain(data.createAccount.oneTimePassword);
    expect(stored?.all).not.toContain(key);
    expect(stored?.all).not.toContain('refNo');

    const old = randomUUID();
    await post(clerk, old, '昨天');
    clock = new Date(NOW.getTime() + 24 * 3_600_000 + 1);
    try {
      await api.sql(`UPDATE session SET last_seen_at = $1, expires_at = $1::timestamptz + interval '1 hour'`, [clock]);
      expect((await post(clerk, old, '今天')).status).toBe(200);
      expect([await effects('昨天'), await effects('今天')]).toEqual([1, 1]);
      const client = new pg.Client({ connectionString: api.databaseUrl });
      await client.connect();
      const purged = await purgeKeys(client, 24, clock);
      await client.end();
      expect(purged).toBeGreaterThan(5);
      expect(await api.sql(`SELECT 1 FROM idempotency_key`)).toHaveLength(1);
    } finally {
      clock = NOW;
    }
  });
});
