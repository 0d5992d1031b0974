import { PHONE, expect, test } from './fixtures.ts';
import { carryOut } from './steps.ts';

test.use({ journey: 'shared' });
test.describe.configure({ mode: 'serial' });

const NAME = '市数据平台每日取数';
const TEXTS = '{ findings(first: 1) { totalCount edges { node { refNo title } } } }';
const NUMBERS = '{ findings(first: 1) { totalCount edges { node { refNo state } } } }';
let secret = '';
let curl = '';

/** What another system gets, by status and answer. */
async function ask(
  client: {
    post: (url: string, options: { data: unknown }) => Promise<{ status(): number; json(): Promise<unknown> }>;
  },
  query: string,
): Promise<{
  status: number;
  body: { data?: { findings: { totalCount: number } }; errors?: { extensions: unknown }[] };
}> {
  const answer = await client.post('/graphql', { data: { query } });
  return { status: answer.status(), body: (await answer.json()) as never };
}

test('the security administrator makes a token: without an approver it cannot ask for texts', async ({ as }) => {
  const page = await as('secadmin');
  await page.goto('/tokens');
  await page.getByRole('button', { name: '新建令牌' }).first().click();
  const form = page.getByRole('dialog', { name: '新建令牌' });
  await form.getByRole('textbox', { name: '名称' }).fill(NAME);
  await form.getByRole('textbox', { name: '用途' }).fill('每晚把进展汇入市数据平台的看板');
  await form.getByRole('combobox', { name: '单位' }).selectOption('中共澜川市侨界青年联合会党组');
  await form.getByRole('checkbox', { name: /文字/ }).check();
  await form.getByRole('button', { name: '新建令牌' }).click();
  await expect(form).toContainText('批准人');
  await form.getByRole('combobox', { name: '批准人' }).selectOption({ index: 1 });
  await form.getByRole('button', { name: '新建令牌' }).click();
  const made = page.getByRole('alertdialog', { name: `令牌“${NAME}”` });
  await expect(made).toContainText('只显示这一次');
  curl = await made.locator('pre').innerText();
  secret = /Bearer (\S+)"/.exec(curl)![1]!;
  await made.getByRole('button', { name: '已记下' }).click();
  const row = page.getByRole('row', { name: new RegExp(NAME) });
  await expect(row).toContainText('未用过');
  await expect(row).toContainText('批准');
  await expect(page.locator('body')).not.toContainText(secret);
});

test('until the secretary approves it reads numbers, and its curl runs as it stands', async ({
  product,
  playwright,
}) => {
  expect(curl).toContain(`${product.url}/graphql`);
  const client = await playwright.request.newContext({
    baseURL: product.url,
    extraHTTPHeaders: { authorization: `Bearer ${secret}` },
  });
  const shown = JSON.parse(/-d '(.*)'/.exec(curl)![1]!) as { query: string };
  expect((await ask(client, shown.query)).status).toBe(200);
  expect((await ask(client, NUMBERS)).body.data!.findings.totalCount).toBeGreaterThan(20);
  const refused = await ask(client, TEXTS);
  expect(refused.status).toBe(403);
  expect(refused.body.errors![0]!.extensions).toMatchObject({ code: 'FIELD_CLASS', fieldClass: 'TEXT' });
  await client.dispose();
});

test('the secretary sees what is asked for and approves it, on a phone; the next request reads texts', async ({
  as,
  product,
  playwright,
}) => {
  const page = await as('secretary');
  await page.setViewportSize(PHONE);
  await page.goto('/inbox');
  const waiting = page.getByRole('region', { name: '待批准的令牌' });
  await expect(waiting).toContainText('每晚把进展汇入市数据平台的看板');
  await waiting.getByRole('button', { name: '审批' }).click();
  const form = page.getByRole('dialog', { name: `令牌“${NAME}”申请读取本单位数据` });
  await form.getByRole('radio', { name: '批准', exact: true }).check();
  await carryOut(form, '批准');
  await expect(waiting).toBeHidden();
  const client = await playwright.request.newContext({
    baseURL: product.url,
    extraHTTPHeaders: { authorization: `Bearer ${secret}` },
  });
  expect((await ask(client, TEXTS)).status).toBe(200);
  await client.dispose();
});

test('he takes the approval back with a reason: numbers again; revoked, it is worth nothing', async ({
  as,
  product,
  playwright,
}) => {
  const client = await playwright.request.newContext({
    baseURL: product.url,
    extraHTTPHeaders: { authorization: `Bearer ${secret}` },
  });
  const secretary = await as('secretary');
  await secretary.goto('/tokens');
  await secretary
    .getByRole('row', { name: new RegExp(NAME) })
    .getByRole('button', { name: '收回批准' })
    .click();
  const form = secretary.getByRole('dialog', { name: new RegExp(NAME) });
  await form.getByRole('textbox', { name: '理由' }).fill('看板已停用');
  await carryOut(form, '不批准');
  await expect(secretary.getByRole('row', { name: new RegExp(NAME) })).toContainText('看板已停用');
  expect([(await ask(client, TEXTS)).status, (await ask(client, NUMBERS)).status]).toEqual([403, 200]);

  const admin = await as('secadmin');
  await admin.goto('/tokens');
  await admin
    .getByRole('row', { name: new RegExp(NAME) })
    .getByRole('button', { name: '撤销' })
    .click();
  await carryOut(admin.getByRole('dialog', { name: `撤销令牌“${NAME}”` }), '撤销');
  expect((await ask(client, NUMBERS)).status).toBe(401);
  await client.dispose();
});
