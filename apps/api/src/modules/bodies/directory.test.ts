import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';

interface Answer {
  body?: { id: string; version: number; shortName: string; supervises: { shortName: string }[] } | null;
  department?: { id: string; version: number; name: string; active: boolean } | null;
  post?: {
    id: string;
    version: number;
    title: string;
    holder: { name: string } | null;
    inChargeOf: { name: string }[];
  } | null;
  person?: { id: string; version: number; name: string; active: boolean; posts: { title: string }[] } | null;
  userErrors: { code: string; rule: string; field: string | null }[];
}
const SELECTION: Record<string, string> = {
  Body: 'body { id version shortName supervises { shortName } }',
  Supervision: 'body { id version shortName supervises { shortName } }',
  Department: 'department { id version name active }',
  Post: 'post { id version title holder { name } inChargeOf { name } }',
  Person: 'person { id version name active posts { title } }',
};

let api: Api;
let sysadmin: Caller;
beforeAll(async () => {
  api = await startApi();
  sysadmin = await api.as('sysadmin');
});
afterAll(() => api.stop());

async function run(verb: string, input: object, caller = sysadmin): Promise<Answer> {
  const type = Object.keys(SELECTION).find((name) => verb.endsWith(name)) ?? '';
  const data = await caller.execute<Record<string, Answer>>(
    `mutation M($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { ${SELECTION[type]} userErrors { code rule field } } }`,
    { input },
  );
  return data[verb] as Answer;
}
const row = async (text: string): Promise<{ id: string; version: number }> => {
  const [found] = await api.sql<{ id: string; version: number }>(text);
  if (found === undefined) throw new Error(`nothing for ${text}`);
  return found;
};
const body = async (shortName: string): Promise<{ bodyId: string; version: number }> => {
  const { id, version } = await row(`SELECT id, version FROM body WHERE short_name = '${shortName}'`);
  return { bodyId: `bdy_${id}`, version };
};
const audits = async (): Promise<string[]> =>
  (await api.sql<{ verb: string }>('SELECT verb FROM audit_event ORDER BY id DESC LIMIT 2')).map((one) => one.verb);

describe('bodies and departments', () => {
  it('are added and changed, with an entry in the trail each', async () => {
    const made = await run('createBody', {
      kind: 'INSPECTED',
      name: '中共澜川市新设单位党组',
      shortName: '市新设',
      regionCode: '990100',
    });
    expect(made.userErrors).toEqual([]);
    expect(await audits()).toContain('createBody');
    const edited = await run('editBody', { bodyId: made.body?.id, version: 1, shortName: '市新单位' });
    expect(edited.body).toMatchObject({ shortName: '市新单位', version: 2 });
    const department = await run('createDepartment', { bodyId: made.body?.id, name: '办公室' });
    expect(department.userErrors).toEqual([]);
    expect((await run('createDepartment', { bodyId: made.body?.id, name: '办公室' })).userErrors).toMatchObject([
      { code: 'DUPLICATE', field: 'name' },
    ]);
    expect(
      await run('editDepartment', { departmentId: department.department?.id, version: 1, active: false }),
    ).toMatchObject({ department: { active: false }, userErrors: [] });
  });

  it('names are unique, codes well formed, versions fresh', async () => {
    const { bodyId, version } = await body('市体总');
    expect((await run('createBody', { kind: 'OFFICE', name: 'x', shortName: '市体总' })).userErrors).toMatchObject([
      { code: 'DUPLICATE', field: 'shortName' },
    ]);
    expect((await run('editBody', { bodyId, version, creditCode: '123' })).userErrors).toMatchObject([
      { field: 'creditCode' },
    ]);
    expect((await run('editBody', { bodyId, version, regionCode: 'abc' })).userErrors).toMatchObject([
      { field: 'regionCode' },
    ]);
    expect((await run('editBody', { bodyId, version, name: '' })).userErrors).toMatchObject([
      { rule: 'input.required' },
    ]);
    expect((await run('editBody', { bodyId, version: version + 1, name: 'x' })).userErrors).toMatchObject([
      { code: 'CONFLICT' },
    ]);
  });

  it('a department that leads open findings is not dissolved', async () => {
    const { id, version } = await row(
      `SELECT d.id, d.version FROM department d JOIN finding f ON f.lead_department_id = d.id WHERE f.state = 'RECTIFYING' LIMIT 1`,
    );
    expect(
      (await run('editDepartment', { departmentId: `dep_${id}`, version, active: false })).userErrors,
    ).toMatchObject([{ rule: 'bodies.departmentInUse' }]);
  });

  it('what a discipline group supervises is seen by it with the next request', async () => {
    const discipline = await api.as('discipline');
    const seen = async (): Promise<number> =>
      (await discipline.execute<{ findings: { totalCount: number } }>('{ findings { totalCount } }')).findings
        .totalCount;
    expect(await seen()).toBe(43);
    const group = await body('驻市文旅局纪检监察组');
    const input = { groupId: group.bodyId, version: group.version, bodyIds: [(await body('市园林中心')).bodyId] };
    expect(await run('setSupervision', input)).toMatchObject({
      userErrors: [],
      body: { supervises: [{ shortName: '市园林中心' }] },
    });
    expect(await seen()).toBe(12);
    const office = await body('市委巡察办');
    expect(
      (await run('setSupervision', { ...input, version: group.version + 1, bodyIds: [office.bodyId] })).userErrors,
    ).toMatchObject([{ rule: 'bodies.supervised' }]);
    expect(
      (await run('setSupervision', { ...input, groupId: office.bodyId, version: office.version })).userErrors,
    ).toMatchObject([{ rule: 'bodies.group' }]);
  });
});

describe('people and posts', () => {
  const post = async (title: string): Promise<{ postId: string; version: number }> => {
    const { id, version } = await row(
      `SELECT p.id, p.version FROM post p JOIN body b ON b.id = p.body_id WHERE p.title = '${title}' AND b.short_name = '市侨青会'`,
    );
    return { postId: `pst_${id}`, version };
  };

  it('a successor takes the post and its items over; the former holder leaves the day before', async () => {
    const { bodyId } = await body('市侨青会');
    const person = await run('createPerson', { bodyId, name: '继任者' });
    const target = await post('党组成员、副主席（财务、社团）');
    const answer = await run('holdPost', { ...target, personId: person.person?.id, fromOn: '2026-11-22' });
    expect(answer).toMatchObject({ userErrors: [], post: { holder: { name: '继任者' } } });
    const [former] = await api.sql<{ to_on: string }>(
      `SELECT h.to_on::text FROM post_holding h JOIN person n ON n.id = h.person_id WHERE n.name = '柏舟'`,
    );
    expect(former?.to_on).toBe('2026-11-21');
    expect(
      (
        await run('holdPost', {
          postId: target.postId,
          version: target.version + 1,
          personId: person.person?.id,
          fromOn: '2026-12-01',
        })
      ).userErrors,
    ).toMatchObject([{ rule: 'people.holds' }]);
    expect(
      (await run('vacatePost', { postId: target.postId, version: target.version + 1, toOn: '2026-11-01' })).userErrors,
    ).toMatchObject([{ rule: 'people.holdingOrder' }]);
    expect(
      await run('vacatePost', { postId: target.postId, version: target.version + 1, toOn: '2026-12-31' }),
    ).toMatchObject({ userErrors: [], post: { holder: null } });
  });

  it('nobody of another body holds a post, and a responsible post stays', async () => {
    const stranger = await row(
      `SELECT n.id, n.version FROM person n JOIN body b ON b.id = n.body_id WHERE b.short_name = '市体总' LIMIT 1`,
    );
    const target = await post('党组书记、主席');
    expect(
      (await run('holdPost', { ...target, personId: `psn_${stranger.id}`, fromOn: '2026-12-01' })).userErrors,
    ).toMatchObject([{ rule: 'people.ownPerson' }]);
    expect((await run('editPost', { ...target, active: false })).userErrors).toMatchObject([
      { rule: 'people.postInUse', field: 'active' },
    ]);
    expect((await run('editPost', { ...target, leadership: false })).userErrors).toMatchObject([
      { rule: 'people.postInUse', field: 'leadership' },
    ]);
  });

  it('a post is created with the departments it is in charge of, of the same body only', async () => {
    const { bodyId } = await body('市侨青会');
    const own = await row(`SELECT id, version FROM department WHERE name = '联络发展部'`);
    const foreign = await row(`SELECT id, version FROM department WHERE name = '养护管理科'`);
    expect(
      (await run('createPost', { bodyId, title: '新岗位', inChargeOf: [`dep_${foreign.id}`] })).userErrors,
    ).toMatchObject([{ rule: 'people.ownDepartment', field: 'inChargeOf' }]);
    expect(
      await run('createPost', { bodyId, title: '新岗位', leadership: true, inChargeOf: [`dep_${own.id}`] }),
    ).toMatchObject({ userErrors: [], post: { inChargeOf: [{ name: '联络发展部' }] } });
    expect((await run('createPost', { bodyId, title: '新岗位' })).userErrors).toMatchObject([
      { code: 'DUPLICATE', field: 'title' },
    ]);
  });

  it('who leaves may no longer sign in and holds no post', async () => {
    const caller = await api.as('handler6');
    const { id, version } = await row(
      `SELECT n.id, n.version FROM person n JOIN account a ON a.person_id = n.id WHERE a.login = 'handler6'`,
    );
    expect(await run('editPerson', { personId: `psn_${id}`, version, active: false })).toMatchObject({
      userErrors: [],
      person: { active: false, posts: [] },
    });
    expect(await audits()).toEqual(['disableAccount', 'editPerson']);
    expect(await caller.send('{ viewer { name } }')).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });
});

it('others are refused alike whether the record is theirs, another body’s or none', async () => {
  const ids = [
    (await body('市侨青会')).bodyId,
    (await body('市体总')).bodyId,
    'bdy_00000000-0000-7000-8000-000000000000',
    'nonsense',
  ];
  for (const login of ['clerk', 'secretary', 'office', 'secadmin', 'auditadmin', 'discipline', 'integrator']) {
    const caller = await api.as(login);
    const answers = await Promise.all(ids.map((bodyId) => run('editBody', { bodyId, version: 1, name: 'x' }, caller)));
    for (const answer of answers)
      expect(answer, login).toEqual({
        body: null,
        userErrors: [{ code: 'FORBIDDEN', rule: 'access.matrix', field: null }],
      });
  }
});
