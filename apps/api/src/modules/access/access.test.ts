import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';

interface Payload {
  account?: { id: string; version: number; active: boolean; mustChangePassword: boolean; login: string } | null;
  roleGrant?: {
    id: string;
    role: string;
    fromOn: string;
    toOn: string | null;
    body: { shortName: string } | null;
  } | null;
  oneTimePassword?: string | null;
  secret?: string | null;
  userErrors: { code: string; rule: string; field: string | null }[];
}

const ACCOUNT = 'account { id version active mustChangePassword login }';
const GRANT = 'roleGrant { id role fromOn toOn body { shortName } }';
const SELECTIONS: Record<string, string> = {
  createAccount: `${ACCOUNT} oneTimePassword`,
  disableAccount: ACCOUNT,
  enableAccount: ACCOUNT,
  resetPassword: `${ACCOUNT} oneTimePassword`,
  grantRole: GRANT,
  revokeRole: GRANT,
};
const INPUT: Record<string, string> = {
  disableAccount: 'AccountVerbInput',
  enableAccount: 'AccountVerbInput',
  resetPassword: 'AccountVerbInput',
};
const ABSENT = '00000000-0000-7000-8000-000000000000';

let api: Api;
let sysadmin: Caller;
let secadmin: Caller;
beforeAll(async () => {
  api = await startApi();
  sysadmin = await api.as('sysadmin');
  secadmin = await api.as('secadmin');
});
afterAll(() => api.stop());

async function run(caller: Caller, verb: string, input: object): Promise<Payload> {
  const type = INPUT[verb] ?? `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const data = await caller.execute<Record<string, Payload>>(
    `mutation M($input: ${type}!) { ${verb}(input: $input) { ${SELECTIONS[verb]} userErrors { code rule field } } }`,
    { input },
  );
  return data[verb] as Payload;
}
const one = async (text: string, values: unknown[] = []): Promise<string> => {
  const [row] = await api.sql<{ id: string }>(text, values);
  if (row === undefined) throw new Error(`nothing for ${text}`);
  return row.id;
};
const accountOf = async (login: string): Promise<{ accountId: string; version: number }> => {
  const [row] = await api.sql<{ id: string; version: number }>('SELECT id, version FROM account WHERE login = $1', [
    login,
  ]);
  return { accountId: `acc_${row?.id}`, version: row?.version ?? 0 };
};
const bodyOf = async (shortName: string): Promise<string> =>
  `bdy_${await one('SELECT id FROM body WHERE short_name = $1', [shortName])}`;
const lastAudit = async () =>
  (
    await api.sql<{ verb: string; actor_name: string; after: Record<string, unknown> | null }>(
      'SELECT verb, actor_name, after FROM audit_event ORDER BY id DESC LIMIT 1',
    )
  )[0];
const newPerson = async (name: string): Promise<string> =>
  `psn_${await one(`INSERT INTO person (id, body_id, name) SELECT gen_random_uuid(), id, $1 FROM body WHERE short_name = '市侨青会' RETURNING id`, [name])}`;

describe('accounts', () => {
  it('are created with a one-time password that is shown once and stored nowhere', async () => {
    const answer = await run(sysadmin, 'createAccount', { personId: await newPerson('新人甲'), login: 'New.Person' });
    expect(answer).toMatchObject({
      userErrors: [],
      account: { login: 'new.person', active: true, mustChangePassword: true },
    });
    expect(answer.oneTimePassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    const dump = JSON.stringify([await api.sql('SELECT * FROM account'), await api.sql('SELECT * FROM audit_event')]);
    expect(dump).not.toContain(answer.oneTimePassword);
    expect(await lastAudit()).toMatchObject({
      verb: 'createAccount',
      actor_name: '季明澈',
      after: { login: 'new.person' },
    });
    expect(JSON.stringify((await lastAudit())?.after)).not.toMatch(/hash|argon/i);
  });

  it('one per person, one per name, with a sound password', async () => {
    const personId = await newPerson('新人乙');
    expect((await run(sysadmin, 'createAccount', { personId, login: 'clerk' })).userErrors).toMatchObject([
      { code: 'DUPLICATE', field: 'login' },
    ]);
    expect(
      (await run(sysadmin, 'createAccount', { personId, login: 'second', password: '1234567890' })).userErrors,
    ).toMatchObject([{ rule: 'password.common', field: 'password' }]);
    expect((await run(sysadmin, 'createAccount', { personId, login: 'a b' })).userErrors).toMatchObject([
      { rule: 'access.login' },
    ]);
    expect((await run(sysadmin, 'createAccount', { personId, login: 'second' })).userErrors).toEqual([]);
    expect((await run(sysadmin, 'createAccount', { personId, login: 'third' })).userErrors).toMatchObject([
      { code: 'DUPLICATE', field: 'personId' },
    ]);
    expect(
      (await run(sysadmin, 'createAccount', { personId: `psn_${ABSENT}`, login: 'fourth' })).userErrors,
    ).toMatchObject([{ rule: 'access.person' }]);
  });

  it('are disabled with their sessions, enabled again, and given a new password', async () => {
    const handler = await api.as('handler3');
    const disabled = await run(sysadmin, 'disableAccount', await accountOf('handler3'));
    expect(disabled).toMatchObject({ userErrors: [], account: { active: false } });
    expect(await handler.send('{ viewer { name } }')).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(await run(sysadmin, 'enableAccount', await accountOf('handler3'))).toMatchObject({
      userErrors: [],
      account: { active: true },
    });
    const reset = await run(sysadmin, 'resetPassword', await accountOf('handler3'));
    expect(reset).toMatchObject({ userErrors: [], account: { mustChangePassword: true } });
    expect(reset.oneTimePassword).toHaveLength(19);
    expect(await lastAudit()).toMatchObject({ verb: 'resetPassword', after: { mustChangePassword: true } });
  });

  it('nobody disables himself, the last security administrator stays, a stale version is told', async () => {
    expect((await run(sysadmin, 'disableAccount', await accountOf('sysadmin'))).userErrors).toMatchObject([
      { rule: 'access.ownAccount' },
    ]);
    expect((await run(sysadmin, 'disableAccount', await accountOf('secadmin'))).userErrors).toMatchObject([
      { rule: 'access.lastAdministrator' },
    ]);
    const { accountId, version } = await accountOf('handler4');
    expect((await run(sysadmin, 'disableAccount', { accountId, version: version + 7 })).userErrors).toMatchObject([
      { code: 'CONFLICT', rule: 'ledger.version' },
    ]);
    expect(
      (await run(sysadmin, 'disableAccount', { accountId: `acc_${ABSENT}`, version: 1 })).userErrors,
    ).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('are hidden from everybody but system and security administrators, and show no hash to anybody', async () => {
    const { accounts } = await sysadmin.execute<{
      accounts: { totalCount: number; edges: { node: { id: string } }[] };
    }>('{ accounts(first: 1) { totalCount edges { node { id } } } }');
    expect(accounts.totalCount).toBeGreaterThan(40);
    for (const login of ['clerk', 'secretary', 'office', 'auditadmin', 'integrator']) {
      const caller = await api.as(login);
      expect(
        await caller.execute('{ accounts { totalCount } roleGrants { totalCount } apiTokens { totalCount } }'),
        login,
      ).toEqual({ accounts: { totalCount: 0 }, roleGrants: { totalCount: 0 }, apiTokens: { totalCount: 0 } });
      expect(
        await caller.execute('query N($id: ID!) { node(id: $id) { id } }', { id: accounts.edges[0]?.node.id }),
        login,
      ).toEqual({ node: null });
    }
    const { __type } = await sysadmin.execute<{ __type: { fields: { name: string }[] } }>(
      '{ __type(name: "Account") { fields { name } } }',
    );
    expect(__type.fields.map((field) => field.name).join()).not.toMatch(/hash|secret|token/i);
  });
});

describe('grants', () => {
  const grant = async (login: string, role: string, scope: object = {}): Promise<Payload> =>
    run(secadmin, 'grantRole', { accountId: (await accountOf(login)).accountId, role, ...scope });

  it('take effect with the next request, and end with it', async () => {
    const handler = await api.as('handler2');
    const outlines = async (): Promise<number> =>
      (await handler.execute<{ findings: { totalCount: number } }>('{ findings { totalCount } }')).findings.totalCount;
    const before = await outlines();
    const answer = await grant('handler2', 'CLERK', { bodyId: await bodyOf('市侨青会') });
    expect(answer).toMatchObject({
      userErrors: [],
      roleGrant: { role: 'CLERK', fromOn: '2026-11-22', toOn: null, body: { shortName: '市侨青会' } },
    });
    expect(await outlines()).toBe(33);
    expect(await run(secadmin, 'revokeRole', { grantId: answer.roleGrant?.id })).toMatchObject({ userErrors: [] });
    expect(await outlines()).toBe(before);
    expect(await lastAudit()).toMatchObject({ verb: 'revokeRole', actor_name: '尹若谷' });
    expect((await run(secadmin, 'revokeRole', { grantId: answer.roleGrant?.id })).userErrors).toMatchObject([
      { rule: 'access.grantRevoked' },
    ]);
  });

  it('a department’s and a post’s grant know their body', async () => {
    const department = `dep_${await one(`SELECT d.id FROM department d JOIN body b ON b.id = d.body_id WHERE b.short_name = '市侨青会' AND d.name = '办公室'`)}`;
    const answer = await grant('handler4', 'DEPARTMENT_HEAD', { departmentId: department, toOn: '2026-12-31' });
    expect(answer).toMatchObject({
      userErrors: [],
      roleGrant: { body: { shortName: '市侨青会' }, toOn: '2026-12-31' },
    });
    expect((await grant('handler4', 'DEPARTMENT_HEAD', { departmentId: department })).userErrors).toMatchObject([
      { code: 'DUPLICATE' },
    ]);
  });

  it('keep duties apart', async () => {
    const body = await bodyOf('市侨青会');
    expect((await grant('secadmin', 'SYSTEM_ADMIN')).userErrors).toMatchObject([
      { code: 'FORBIDDEN', rule: 'access.ownGrant' },
    ]);
    expect((await grant('sysadmin', 'AUDIT_ADMIN')).userErrors).toMatchObject([{ rule: 'access.adminsApart' }]);
    expect((await grant('sysadmin', 'CLERK', { bodyId: body })).userErrors).toMatchObject([
      { rule: 'access.adminsApart' },
    ]);
    expect((await grant('clerk', 'AUDIT_ADMIN')).userErrors).toMatchObject([{ rule: 'access.adminsApart' }]);
    expect((await grant('clerk', 'SECRETARY', {})).userErrors).toMatchObject([
      { rule: 'access.grantScope', field: 'bodyId' },
    ]);
    expect((await grant('clerk', 'SECRETARY', { bodyId: await bodyOf('市园林中心') })).userErrors).toMatchObject([
      { rule: 'access.grantBody' },
    ]);
    expect((await grant('clerk', 'INSPECTION_OFFICE', { bodyId: body })).userErrors).toMatchObject([
      { rule: 'access.grantBodyKind' },
    ]);
    expect((await grant('clerk', 'SECRETARY', { bodyId: `bdy_${ABSENT}` })).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect((await grant('clerk', 'SECRETARY', { bodyId: body, toOn: '2026-01-01' })).userErrors).toMatchObject([
      { rule: 'access.grantPeriod' },
    ]);
  });

  it('the last security and system administrator stay in office', async () => {
    for (const role of ['SECURITY_ADMIN', 'SYSTEM_ADMIN']) {
      const grantId = `grt_${await one('SELECT id FROM role_grant WHERE role = $1::role AND revoked_at IS NULL', [role])}`;
      expect((await run(secadmin, 'revokeRole', { grantId })).userErrors).toMatchObject([
        { rule: 'access.lastAdministrator' },
      ]);
    }
  });

  it('two administrators’ roles given at once to one account: one of them is refused', async () => {
    const account = (await run(sysadmin, 'createAccount', { personId: await newPerson('新人丙'), login: 'racer' }))
      .account?.id;
    const answers = await Promise.all(
      ['AUDIT_ADMIN', 'SYSTEM_ADMIN'].map((role) => run(secadmin, 'grantRole', { accountId: account, role })),
    );
    expect(answers.filter((answer) => answer.userErrors.length === 0)).toHaveLength(1);
  });
});
