import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSetupLink } from '../../start/setup-link.ts';
import { startApi, type Api } from '../../../test/api.ts';

const CONSOLE = { 'x-closeout': '1', 'content-type': 'application/json' };
const FORM = { body: '澜川市某某协会', name: '甲一', login: 'Root.Admin', password: 'nine bridges at dawn' };

describe('an empty installation', () => {
  let api: Api;
  let token = '';
  beforeAll(async () => {
    api = await startApi({ demo: false, server: { now: () => new Date() } });
    token = new URL((await createSetupLink(api.databaseUrl, api.url)) ?? '').searchParams.get('token') ?? '';
  });
  afterAll(() => api.stop());

  const post = (path: string, body: unknown, cookie = ''): Promise<Response> =>
    fetch(`${api.url}${path}`, { method: 'POST', headers: { ...CONSOLE, cookie }, body: JSON.stringify(body) });
  const setup = (change: object = {}): Promise<Response> => post('/setup', { token, ...FORM, ...change });
  const signIn = async (login: string, password: string): Promise<string> =>
    ((await post('/session', { login, password })).headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const ask = async <T>(cookie: string, query: string, variables: object = {}): Promise<T> =>
    ((await (await post('/graphql', { query, variables }, cookie)).json()) as { data: T }).data;

  it.each([
    [{ token: 'x'.repeat(43) }, 404, 'setup.link'],
    [{ token: '' }, 404, 'setup.link'],
    [{ password: 'short' }, 422, 'password.short'],
    [{ body: ' ' }, 422, 'input.required'],
    [{ login: 'two words' }, 422, 'access.login'],
    [{ securityLogin: 'root.admin' }, 422, 'setup.logins'],
    [{ kind: 'DISCIPLINE_GROUP' }, 422, 'setup.kind'],
  ])('refuses %j, and writes nothing', async (change, status, rule) => {
    const response = await setup(change);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ rule });
    expect(
      await api.sql(
        'SELECT (SELECT count(*)::int FROM account) AS accounts, (SELECT count(*)::int FROM body) AS bodies',
      ),
    ).toEqual([{ accounts: 0, bodies: 0 }]);
  });

  it('becomes one that works: three administrators, then a body’s first clerk', async () => {
    const answers = await Promise.all([setup(), setup()]);
    expect(answers.map((one) => one.status).sort()).toEqual([201, 404]);
    const done = answers.find((one) => one.status === 201) ?? answers[0];
    const made = (
      (await done.json()) as { accounts: { role: string; login: string; oneTimePassword: string | null }[] }
    ).accounts;
    expect(made.map((one) => [one.role, one.login, one.oneTimePassword !== null])).toEqual([
      ['SYSTEM_ADMIN', 'root.admin', false],
      ['SECURITY_ADMIN', 'secadmin', true],
      ['AUDIT_ADMIN', 'auditadmin', true],
    ]);
    const root = await signIn('root.admin', FORM.password);
    const first = await signIn('secadmin', made[1]?.oneTimePassword ?? '');
    const changed = await post(
      '/session/password',
      { old: made[1]?.oneTimePassword, new: 'green lanterns at noon' },
      first,
    );
    const security = (changed.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

    const { bodies } = await ask<{ bodies: { edges: { node: { id: string } }[] } }>(
      root,
      '{ bodies { edges { node { id } } } }',
    );
    const bodyId = bodies.edges[0]?.node.id;
    const { createPerson } = await ask<{ createPerson: { person: { id: string } } }>(
      root,
      'mutation($i: CreatePersonInput!) { createPerson(input: $i) { person { id } } }',
      { i: { bodyId, name: '乙二' } },
    );
    const { createAccount } = await ask<{ createAccount: { account: { id: string }; oneTimePassword: string } }>(
      root,
      'mutation($i: CreateAccountInput!) { createAccount(input: $i) { account { id } oneTimePassword } }',
      { i: { personId: createPerson.person.id, login: 'clerk' } },
    );
    const { grantRole } = await ask<{ grantRole: { userErrors: unknown[] } }>(
      security,
      'mutation($i: GrantRoleInput!) { grantRole(input: $i) { userErrors { rule } } }',
      { i: { accountId: createAccount.account.id, role: 'CLERK', bodyId } },
    );
    expect(grantRole.userErrors).toEqual([]);
    const clerkFirst = await signIn('clerk', createAccount.oneTimePassword);
    const clerk =
      (
        (
          await post(
            '/session/password',
            { old: createAccount.oneTimePassword, new: 'paper boats in march' },
            clerkFirst,
          )
        ).headers.get('set-cookie') ?? ''
      ).split(';')[0] ?? '';
    expect(await ask(clerk, '{ viewer { home } }')).toEqual({ viewer: { home: 'HOME_CLERK' } });
  });

  it('takes no second link, and no one-time password stands in the audit trail', async () => {
    expect(await createSetupLink(api.databaseUrl, api.url)).toBeUndefined();
    expect((await setup()).status).toBe(404);
    const [{ text } = { text: '' }] = await api.sql<{ text: string }>(
      `SELECT string_agg(coalesce(after::text, ''), ' ') AS text FROM audit_event`,
    );
    expect(text).not.toMatch(/password/i);
  });
});

it('a demo has no setup', async () => {
  const api = await startApi();
  expect(
    (await fetch(`${api.url}/setup`, { method: 'POST', headers: CONSOLE, body: JSON.stringify(FORM) })).status,
  ).toBe(404);
  await api.stop();
});
