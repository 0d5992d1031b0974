import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NOW, startApi, type Api } from '../../../test/api.ts';
import { MEASURED } from '../../../test/measured.ts';

const CONSOLE = { 'x-closeout': '1', 'content-type': 'application/json' };
const PASSWORD = 'closeout-demo';
const MINUTE = 60_000;

let api: Api;
let clock = NOW.getTime();
beforeAll(async () => {
  api = await startApi({ server: { now: () => new Date(clock) } });
});
afterAll(() => api.stop());
beforeEach(async () => {
  clock += 24 * 60 * MINUTE;
  await api.sql('UPDATE account SET failed_count = 0, locked_until = NULL');
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${api.url}${path}`, { method: 'POST', headers: { ...CONSOLE, ...headers }, body: JSON.stringify(body) });
const signIn = (login: string, password = PASSWORD, headers: Record<string, string> = {}): Promise<Response> =>
  post('/session', { login, password }, headers);
const cookieOf = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const asks = async (cookie: string): Promise<number> =>
  (await post('/graphql', { query: '{ viewer { name } }' }, { cookie })).status;

describe('signing in', () => {
  it('lets in who knows the password, by a cookie no script reads and no other site sends', async () => {
    const response = await signIn(' CLERK ');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, mustChangePassword: false });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^closeout_session=[\w-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
    expect(await asks(cookieOf(response))).toBe(200);
    const [event] = await api.sql<{ verb: string; success: boolean }>(
      'SELECT verb, success FROM audit_event ORDER BY id DESC LIMIT 1',
    );
    expect(event).toEqual({ verb: 'signIn', success: true });
  });

  it('marks the cookie as secure where the request came over TLS', async () => {
    expect((await signIn('clerk', PASSWORD, { 'x-forwarded-proto': 'https' })).headers.get('set-cookie')).toContain(
      '; Secure',
    );
  });

  it('gives a new secret each time and ends the session the browser came with; only its hash is stored', async () => {
    const first = cookieOf(await signIn('clerk'));
    const second = cookieOf(await signIn('clerk', PASSWORD, { cookie: first }));
    expect(second).not.toBe(first);
    expect([await asks(first), await asks(second)]).toEqual([401, 200]);
    const dump = JSON.stringify(await api.sql(`SELECT encode(token_hash, 'escape') AS hash, * FROM session`));
    expect(dump).not.toContain(second.split('=')[1]);
  });

  it('a planted session id is never taken over', async () => {
    const response = await signIn('clerk', PASSWORD, { cookie: 'closeout_session=planted-by-somebody-else' });
    expect(cookieOf(response)).not.toContain('planted');
    expect(await asks('closeout_session=planted-by-somebody-else')).toBe(401);
  });

  it('answers a wrong password and an unknown account alike, body and headers', async () => {
    const answers = await Promise.all([
      signIn('clerk', 'wrong-password'),
      signIn('nobody-here', 'wrong-password'),
      signIn('thirdclerk', ''),
    ]);
    const seen = await Promise.all(
      answers.slice(0, 2).map(async (one) => [one.status, await one.json(), [...one.headers.keys()].sort()]),
    );
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.slice(0, 2)).toEqual([401, { code: 'WRONG_PASSWORD', message: 'account or password is wrong' }]);
    expect(answers[2]?.status).toBe(400);
  });

  // The quickest quarter of each tells what an attacker would measure.
  it('takes as long for unknown accounts as for known ones', { ...MEASURED, tags: 'slow' }, async () => {
    const times: Record<string, number[]> = { known: [], unknown: [] };
    for (let round = 0; round < 12; round += 1) {
      await api.sql('UPDATE account SET failed_count = 0, locked_until = NULL');
      clock += 16 * MINUTE;
      for (const [kind, login] of [
        ['known', 'handler3'],
        ['unknown', `ghost${round}`],
      ] as const) {
        const started = performance.now();
        expect((await signIn(login, 'wrong-password')).status).toBe(401);
        times[kind]?.push(performance.now() - started);
      }
    }
    const quick = (list: number[]): number =>
      list.toSorted((one, other) => one - other)[Math.floor(list.length / 4)] ?? 0;
    expect(Math.abs(quick(times['known'] ?? []) - quick(times['unknown'] ?? []))).toBeLessThan(5);
  });

  it('a disabled account is no account', async () => {
    await api.sql(`UPDATE account SET active = false WHERE login = 'handler5'`);
    expect(await (await signIn('handler5')).json()).toMatchObject({ code: 'WRONG_PASSWORD' });
  });
});

describe('lockout', () => {
  it.each(['handler2', 'no-such-account'])(
    'five failures lock %s for 15 minutes, also against the right password',
    async (login) => {
      for (let attempt = 0; attempt < 5; attempt += 1) expect((await signIn(login, 'wrong-password')).status).toBe(401);
      const locked = await signIn(login);
      expect(locked.status).toBe(423);
      expect(await locked.json()).toMatchObject({
        code: 'LOCKED',
        retryAt: new Date(clock + 15 * MINUTE).toISOString(),
      });
      clock += 15 * MINUTE + 1;
      expect((await signIn(login)).status).toBe(login === 'handler2' ? 200 : 401);
    },
  );

  it('compares at most five of many parallel attempts', async () => {
    const answers = await Promise.all(
      Array.from({ length: 18 }, (_, index) => signIn('handler4', index === 17 ? PASSWORD : `wrong-password-${index}`)),
    );
    expect(answers.filter((one) => one.status === 401 || one.status === 200)).toHaveLength(5);
  });

  it(
    'slows an address down after many failures, without keeping out who has been there',
    { tags: 'slow' },
    async () => {
      expect((await signIn('secretary')).status).toBe(200);
      const answers: number[] = [];
      for (let index = 0; index < 24; index += 1)
        answers.push((await signIn(`guess-${index}`, 'wrong-password')).status);
      expect(answers.filter((one) => one === 429).length).toBeGreaterThan(0);
      expect((await signIn('discipline')).status).toBe(429);
      expect((await signIn('secretary')).status).toBe(200);
      clock += 31_000;
      expect((await signIn('discipline')).status).toBe(200);
    },
  );

  it('the audit trail has the failures, without the password', async () => {
    await signIn('handler6', 'my-secret-typed-wrong');
    const [event] = await api.sql<{ verb: string; success: boolean }>(
      `SELECT verb, success, actor_name, after::text, origin FROM audit_event ORDER BY id DESC LIMIT 1`,
    );
    expect(event).toMatchObject({ verb: 'signInFailed', success: false, actor_name: '庄向晚' });
    expect(JSON.stringify(event)).not.toContain('my-secret-typed-wrong');
  });
});

describe('the life of a session', () => {
  it('ends after half an hour without a request, and after 12 hours in any case', async () => {
    const idle = cookieOf(await signIn('clerk'));
    clock += 31 * MINUTE;
    expect(await asks(idle)).toBe(401);
    const busy = cookieOf(await signIn('clerk'));
    for (let step = 0; step < 12 * 60 - 20; step += 20) {
      clock += 20 * MINUTE;
      expect(await asks(busy)).toBe(200);
    }
    clock += 21 * MINUTE;
    expect(await asks(busy)).toBe(401);
  });

  it('signing out ends it on the server and wipes the browser', async () => {
    const cookie = cookieOf(await signIn('clerk'));
    const response = await fetch(`${api.url}/session`, { method: 'DELETE', headers: { ...CONSOLE, cookie } });
    expect(response.status).toBe(204);
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(response.headers.get('set-cookie')).toContain('closeout_session=;');
    expect(await asks(cookie)).toBe(401);
  });

  it('ends with the next request when the account is disabled or the role revoked', async () => {
    const cookie = cookieOf(await signIn('head2'));
    const count = async (): Promise<number> =>
      (
        (await (await post('/graphql', { query: '{ findings { totalCount } }' }, { cookie })).json()) as {
          data: { findings: { totalCount: number } };
        }
      ).data.findings.totalCount;
    expect(await count()).toBeGreaterThan(0);
    await api.sql(
      `UPDATE role_grant SET revoked_at = now() WHERE account_id = (SELECT id FROM account WHERE login = 'head2')`,
    );
    expect(await count()).toBe(0);
    await api.sql(`UPDATE account SET active = false WHERE login = 'head2'`);
    expect(await asks(cookie)).toBe(401);
  });
});

describe('the own password', () => {
  it('is changed by who knows the old one: other sessions end, this one goes on', async () => {
    const here = cookieOf(await signIn('handler7'));
    const elsewhere = cookieOf(await signIn('handler7'));
    const response = await post('/session/password', { old: PASSWORD, new: 'nine bridges at dawn' }, { cookie: here });
    expect(response.status).toBe(200);
    expect([await asks(here), await asks(elsewhere), await asks(cookieOf(response))]).toEqual([401, 401, 200]);
    expect([(await signIn('handler7')).status, (await signIn('handler7', 'nine bridges at dawn')).status]).toEqual([
      401, 200,
    ]);
  });

  it.each([
    ['a wrong old one', 'wrong-password', 'nine bridges at dawn', 'old', 'password.wrong'],
    ['one that is too short', PASSWORD, 'short', 'new', 'password.short'],
    ['one that everybody tries', PASSWORD, '1234567890', 'new', 'password.common'],
    ['the account name', PASSWORD, 'thirdhead2-2026', 'new', 'password.login'],
    ['the same', PASSWORD, PASSWORD, 'new', 'password.same'],
  ])('refuses %s', async (_what, old, next, field, rule) => {
    const cookie = cookieOf(await signIn('thirdhead2'));
    const response = await post('/session/password', { old, new: next }, { cookie });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ field, rule });
    expect(await asks(cookie)).toBe(200);
  });

  it('somebody else’s one-time password opens nothing until it is changed', async () => {
    await api.sql(`UPDATE account SET must_change_password = true WHERE login = 'thirdhandler'`);
    const response = await signIn('thirdhandler');
    expect(await response.json()).toEqual({ ok: true, mustChangePassword: true });
    expect(await asks(cookieOf(response))).toBe(401);
    const changed = await post(
      '/session/password',
      { old: PASSWORD, new: 'nine bridges at dawn' },
      { cookie: cookieOf(response) },
    );
    expect(await asks(cookieOf(changed))).toBe(200);
  });

  it('a weaker hash is renewed at sign-in', async () => {
    await signIn('head3');
    const [row] = await api.sql<{ hash: string }>(`SELECT password_hash AS hash FROM account WHERE login = 'head3'`);
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect((await signIn('head3')).status).toBe(200);
  });
});

describe('what only the console can send', () => {
  const raw = (
    headers: Record<string, string>,
    body = JSON.stringify({ login: 'clerk', password: PASSWORD }),
    path = '/session',
    method = 'POST',
  ): Promise<Response> => fetch(`${api.url}${path}`, { method, headers, body });

  it.each([
    ['no header of the console', { 'content-type': 'application/json' }, 403],
    ['another site', { ...CONSOLE, 'sec-fetch-site': 'cross-site' }, 403],
    ['a sibling domain', { ...CONSOLE, 'sec-fetch-site': 'same-site' }, 403],
    ['text', { 'x-closeout': '1', 'content-type': 'text/plain' }, 415],
    ['a form', { 'x-closeout': '1', 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a multipart form', { 'x-closeout': '1', 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['JSON with something behind', { 'x-closeout': '1', 'content-type': 'application/json; text/plain' }, 415],
  ])('%s is refused', async (_what, headers, status) => {
    for (const path of ['/session', '/session/password', '/setup'])
      expect((await raw(headers as unknown as Record<string, string>, undefined, path)).status).toBe(status);
  });

  it('a body that is no JSON, or too large, is told so', async () => {
    expect((await raw(CONSOLE, '{"login":')).status).toBe(400);
    expect((await raw(CONSOLE, JSON.stringify({ login: 'x'.repeat(20_000) }))).status).toBe(413);
    expect((await raw(CONSOLE, '[]')).status).toBe(400);
    expect((await raw(CONSOLE, JSON.stringify({ login: { $ne: 1 }, password: ['x'] }))).status).toBe(400);
  });

  it('signing out needs it too', async () => {
    const cookie = cookieOf(await signIn('clerk'));
    expect((await fetch(`${api.url}/session`, { method: 'DELETE', headers: { cookie } })).status).toBe(403);
    expect(await asks(cookie)).toBe(200);
  });
});
