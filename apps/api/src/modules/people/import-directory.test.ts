import { readDirectoryWorkbook } from '@closeout/documents';
import { rawXlsx } from '../../../../../packages/documents/src/testing/raw-xlsx.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api } from '../../../test/api.ts';

const SHEETS = [
  {
    name: '单位',
    rows: [
      ['单位名称*', '简称', '类型'],
      ['中共澜川市新设协会党组', '市新协', '被巡察单位'],
      ['市侨青会', null, '被巡察单位'],
    ],
  },
  {
    name: '部门',
    rows: [
      ['单位', '部门名称'],
      ['中共澜川市新设协会党组', '办公室'],
      ['中共澜川市新设协会党组', '科普部'],
      ['市侨青会', '办公室'],
    ],
  },
  {
    name: '职务',
    rows: [
      ['单位', '职务名称', '所属部门', '班子成员', '分管部门'],
      ['中共澜川市新设协会党组', '副主席', null, '是', '办公室、科普部'],
      ['市侨青会', '党组书记、主席', null, '是', null],
    ],
  },
  {
    name: '人员（账号）',
    rows: [
      ['单位', '部门', '职务', '姓名', '账号', '角色'],
      ['中共澜川市新设协会党组', '办公室', null, '甲新', 'jia.new', '承办人、部门负责人'],
      ['中共澜川市新设协会党组', null, '副主席', '乙新', 'yi.new', '分管领导'],
      ['市侨青会', '办公室', null, '丙新', 'bing.new', '整改办'],
    ],
  },
];
type Sheets = typeof SHEETS;
interface Answer {
  bodies: number;
  departments: number;
  posts: number;
  accounts: { login: string; oneTimePassword: string }[];
  granted: number;
  rowErrors: { sheet: string; row: number; code: string; message: string }[];
  code: string;
  message: string;
}

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function send(
  login: string,
  path: string,
  content: Sheets | string,
): Promise<{ status: number; answer: Answer }> {
  const caller = await api.as(login);
  const body = typeof content === 'string' ? content : Buffer.from(await rawXlsx(content));
  const response = await caller.fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}
const counts = async (): Promise<unknown> =>
  (
    await api.sql(
      'SELECT (SELECT count(*)::int FROM body) AS bodies, (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM account) AS accounts, (SELECT count(*)::int FROM role_grant) AS grants',
    )
  )[0];

function changed(sheet: number, row: number, column: number, value: string | null): Sheets {
  const copy = structuredClone(SHEETS);
  const cells = copy[sheet]?.rows[row];
  if (cells === undefined) throw new Error('no such row');
  cells[column] = value;
  return copy;
}

describe('lists of people', () => {
  it('the template can be read back, by who may use it', async () => {
    for (const login of ['sysadmin', 'secadmin']) {
      const response = await (await api.as(login)).fetch('/import/directory-template');
      expect(response.status).toBe(200);
      expect(
        (await readDirectoryWorkbook(new Uint8Array(await response.arrayBuffer()))).rowErrors.filter(
          (error) => error.level === 'error',
        ),
      ).toEqual([]);
    }
    expect((await (await api.as('clerk')).fetch('/import/directory-template')).status).toBe(403);
  });

  it.each([
    ['a login that is taken', changed(3, 1, 4, 'clerk'), 'LOGIN_TAKEN', 2],
    ['a post that somebody holds', changed(3, 3, 2, '党组书记、主席'), 'POST_HELD', 4],
  ])('%s: named by row, and nothing is written', async (_what, sheets, code, row) => {
    const before = await counts();
    const { status, answer } = await send('sysadmin', '/import/directory', sheets);
    expect(status).toBe(422);
    expect(answer.rowErrors).toMatchObject([{ sheet: '人员（账号）', row, code, level: 'error' }]);
    expect(await counts()).toEqual(before);
  });

  it('what the reader cannot take is named too, and so is what is no workbook', async () => {
    const before = await counts();
    const wrong = await send('sysadmin', '/import/directory', changed(3, 1, 5, '宇航员'));
    expect([wrong.status, wrong.answer.rowErrors.length > 0]).toEqual([422, true]);
    const text = await send('sysadmin', '/import/directory', 'name,login');
    expect([text.status, text.answer.rowErrors]).toEqual([422, []]);
    expect(text.answer.message).toMatch(/xlsx/);
    expect(await counts()).toEqual(before);
  });

  it('roles first find no account', async () => {
    const { status, answer } = await send('secadmin', '/import/grants', SHEETS);
    expect(status).toBe(422);
    expect(answer.rowErrors[0]).toMatchObject({ code: 'LOGIN_UNKNOWN', row: 2 });
  });

  it('the system administrator makes the accounts, with one-time passwords and without roles', async () => {
    const grants = await api.sql('SELECT id FROM role_grant');
    const { status, answer } = await send('sysadmin', '/import/directory', SHEETS);
    expect(status).toBe(201);
    expect(answer).toMatchObject({ bodies: 1, departments: 2, posts: 1 });
    expect(answer.accounts.map((one) => one.login)).toEqual(['jia.new', 'yi.new', 'bing.new']);
    expect(await api.sql('SELECT id FROM role_grant')).toHaveLength(grants.length);
    const [holder] = await api.sql<{ name: string }>(
      `SELECT n.name FROM post_holding h JOIN post p ON p.id = h.post_id JOIN person n ON n.id = h.person_id JOIN body b ON b.id = p.body_id WHERE b.short_name = '市新协' AND p.title = '副主席'`,
    );
    expect(holder?.name).toBe('乙新');
    const dump = JSON.stringify([await api.sql('SELECT * FROM account'), await api.sql('SELECT * FROM audit_event')]);
    for (const { oneTimePassword } of answer.accounts) expect(dump).not.toContain(oneTimePassword);
    const signIn = await fetch(`${api.url}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-closeout': '1' },
      body: JSON.stringify({ login: 'jia.new', password: answer.accounts[0]?.oneTimePassword }),
    });
    expect(await signIn.json()).toEqual({ ok: true, mustChangePassword: true });
  });

  it('the security administrator gives the roles from the same list, and again without harm', async () => {
    expect(await send('secadmin', '/import/grants', SHEETS)).toMatchObject({ status: 201, answer: { granted: 4 } });
    expect(await send('secadmin', '/import/grants', SHEETS)).toMatchObject({ status: 201, answer: { granted: 0 } });
    await api.sql(`UPDATE account SET must_change_password = false WHERE login = 'yi.new'`);
    const { viewer } = await (
      await api.as('yi.new')
    ).execute<{ viewer: { home: string; roles: { post: { title: string } }[] } }>(
      '{ viewer { home roles { post { title } } } }',
    );
    expect(viewer).toEqual({ home: 'HOME_LEADER', roles: [{ post: { title: '副主席' } }] });
  });

  it('a role that duties forbid stops the whole list', async () => {
    const before = await counts();
    const { status, answer } = await send('secadmin', '/import/grants', changed(3, 1, 5, '系统管理员'));
    expect(status).toBe(422);
    expect(answer.rowErrors).toMatchObject([{ row: 2, message: expect.stringContaining('三员分立') }]);
    expect(await counts()).toEqual(before);
  });

  it('nobody else imports, nor the two each other’s part', async () => {
    for (const [login, path] of [
      ['clerk', '/import/directory'],
      ['secadmin', '/import/directory'],
      ['sysadmin', '/import/grants'],
      ['office', '/import/grants'],
      ['auditadmin', '/import/directory'],
    ] as const)
      expect((await send(login, path, SHEETS)).status, `${login} ${path}`).toBe(403);
    const stranger = await fetch(`${api.url}/import/directory`, {
      method: 'POST',
      headers: { 'x-closeout': '1', 'content-type': 'application/octet-stream' },
      body: 'x',
    });
    expect(stranger.status).toBe(401);
  });
});
