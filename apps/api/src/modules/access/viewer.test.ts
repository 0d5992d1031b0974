import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, TODAY, type Api } from '../../../test/api.ts';

const VIEWER = `{ viewer { kind name account { id login } person { id name } roles { id role body { id name shortName kind } department { id name } post { id title } fromOn toOn } capabilities home classes today } }`;

interface Answer {
  viewer: {
    kind: string;
    name: string;
    account: { id: string; login: string } | null;
    person: { id: string; name: string } | null;
    roles: {
      role: string;
      body: { shortName: string } | null;
      department: { name: string } | null;
      post: { title: string } | null;
    }[];
    capabilities: string[];
    home: string | null;
    today: string;
  };
}

describe('viewer', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it.each([
    ['handler', 'HANDLER', 'HOME_DEPARTMENT', '市侨青会', '计划财务部', null],
    ['head', 'DEPARTMENT_HEAD', 'HOME_DEPARTMENT', '市侨青会', '计划财务部', null],
    ['leader', 'LEADER', 'HOME_LEADER', '市侨青会', null, '党组成员、副主席（财务、社团）'],
    ['secretary', 'SECRETARY', 'HOME_SECRETARY', '市侨青会', null, null],
    ['clerk', 'CLERK', 'HOME_CLERK', '市侨青会', null, null],
    ['discipline', 'DISCIPLINE_GROUP', 'HOME_DISCIPLINE', '驻市文旅局纪检监察组', null, null],
    ['office', 'INSPECTION_OFFICE', 'HOME_OFFICE', '市委巡察办', null, null],
    ['integrator', 'INTEGRATOR', 'HOME_DEVELOPER', '市侨青会', null, null],
    ['sysadmin', 'SYSTEM_ADMIN', 'HOME_ADMIN', null, null, null],
    ['secadmin', 'SECURITY_ADMIN', 'HOME_ADMIN', null, null, null],
    ['auditadmin', 'AUDIT_ADMIN', 'HOME_ADMIN', null, null, null],
    ['otherhead', 'DEPARTMENT_HEAD', 'HOME_DEPARTMENT', '市园林中心', '养护管理科', null],
  ])('%s is told role %s, home %s and scope', async (login, role, home, body, department, post) => {
    const { viewer } = await (await api.as(login)).execute<Answer>(VIEWER);
    expect(viewer).toMatchObject({ kind: 'ACCOUNT', account: { login }, home, today: TODAY });
    expect(viewer.person?.name).toBe(viewer.name);
    expect(viewer.account?.id).toMatch(/^acc_/);
    expect(
      viewer.roles.map((one) => [
        one.role,
        one.body?.shortName ?? null,
        one.department?.name ?? null,
        one.post?.title ?? null,
      ]),
    ).toEqual([[role, body, department, post]]);
    expect(viewer.capabilities).toContain(home);
  });

  it('shows nothing of a role that has ended or not begun', async () => {
    const caller = await api.as('handler2');
    await api.sql(
      `UPDATE role_grant SET to_on = $1::date - 1 WHERE account_id = (SELECT id FROM account WHERE login = 'handler2')`,
      [TODAY],
    );
    expect((await caller.execute<Answer>(VIEWER)).viewer).toMatchObject({ roles: [], capabilities: [], home: null });
    await api.sql(
      `UPDATE role_grant SET to_on = NULL, from_on = $1::date + 1 WHERE account_id = (SELECT id FROM account WHERE login = 'handler2')`,
      [TODAY],
    );
    expect((await caller.execute<Answer>(VIEWER)).viewer).toMatchObject({ roles: [], capabilities: [], home: null });
  });

  it('an integrator’s account reads statistics alone; more needs a token that was given it', async () => {
    const integrator = await api.as('integrator');
    expect(await integrator.execute('{ viewer { classes } findings { totalCount } }')).toEqual({
      viewer: { classes: ['STATISTICS'] },
      findings: { totalCount: 33 },
    });
    for (const field of ['title', 'description', 'handler { name }', 'sums { statedText }'])
      expect(await integrator.send(`{ findings(first: 1) { edges { node { ${field} } } } }`), field).toMatchObject({
        errors: [{ extensions: { code: 'FIELD_CLASS' } }],
      });
  });
});
