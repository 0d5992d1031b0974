import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openAction } from './steps.ts';
import type { Product } from './product.ts';

test.use({ journey: 'shared' });

interface Open {
  id: string;
  ordinal: number;
}

/** An action of the finance department that is being worked on. */
async function openActions(product: Product): Promise<Open[]> {
  return product.sql<Open>(
    `SELECT f.id, a.ordinal FROM action a JOIN finding f ON f.id = a.finding_id JOIN department d ON d.id = f.lead_department_id
     WHERE f.state = 'RECTIFYING' AND d.name = '计划财务部' AND a.state <> 'DONE' ORDER BY f.seq, a.ordinal LIMIT 2`,
  );
}

async function writeProgress(page: Page, { id, ordinal }: Open, words: string) {
  await page.goto(`/findings/fnd_${id}`);
  const row = await openAction(page, ordinal);
  await row.getByRole('textbox', { name: `措施 ${ordinal} 的进展` }).fill(words);
  return row;
}

test('a network lost in mid-form says so, keeps the words and sends them once it is back', async ({ as, product }) => {
  const [action] = await openActions(product);
  const words = '已约谈经办人,差额逐笔核对';
  const page = await as('head');
  const row = await writeProgress(page, action!, '已约谈经办人');
  await page.context().setOffline(true);
  await expect(page.getByText('网络断开。可以继续填写,内容保存在本机,恢复后再提交。')).toBeVisible();
  const field = row.getByRole('textbox', { name: `措施 ${action!.ordinal} 的进展` });
  await field.fill(words);
  await row.getByRole('button', { name: '保存' }).click();
  await expect(row.getByRole('alert')).toContainText('已填写的内容保存在本机,不会丢失。');
  await expect(field).toHaveValue(words);
  await page.context().setOffline(false);
  await row.getByRole('button', { name: '重试' }).click();
  await expect(page.getByText(`措施 ${action!.ordinal} 的进展已保存`)).toBeVisible();
  const written = await product.sql(
    `SELECT u.text FROM progress_update u JOIN action a ON a.id = u.action_id WHERE a.finding_id = $1 AND u.text = $2`,
    [action!.id, words],
  );
  expect(written, 'sent once').toHaveLength(1);
});

test('a closed tab gives its form back', async ({ as, product }) => {
  const action = (await openActions(product)).at(-1)!;
  const words = '制度初稿已写好,正在征求各部门意见';
  const first = await as('head');
  await writeProgress(first, action, words);
  await first.close({ runBeforeUnload: true });
  const second = await first.context().newPage();
  await second.goto(`/findings/fnd_${action.id}`);
  const row = await openAction(second, action.ordinal);
  await expect(row.getByRole('textbox', { name: `措施 ${action.ordinal} 的进展` })).toHaveValue(words);
  await expect(row).toContainText('未提交的填写');
  await row.getByRole('button', { name: '保存' }).click();
  await expect(second.getByText(`措施 ${action.ordinal} 的进展已保存`)).toBeVisible();
});

test('what one person was writing is not there for the next one on the same browser', async ({ as, product }) => {
  const action = (await openActions(product)).at(-1)!;
  const page = await as('head');
  await writeProgress(page, action, '只有我知道的草稿');
  await page.getByRole('button', { name: /的菜单$/ }).click();
  await page.getByRole('menuitem', { name: '退出' }).click();
  await expect(page.getByText('已退出,本机上的数据已清除。')).toBeVisible();
  expect(
    await page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })),
  ).not.toContain('草稿');
  await page.getByLabel('账号').fill('clerk');
  await page.getByLabel('密码', { exact: true }).fill('closeout-demo');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await page.goto(`/findings/fnd_${action.id}`);
  const row = await openAction(page, action.ordinal);
  await expect(row.getByRole('textbox', { name: `措施 ${action.ordinal} 的进展` })).toHaveValue('');
});
