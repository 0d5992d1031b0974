import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { carryOut } from './steps.ts';

test.use({ journey: 'shared' });

/** The demo's finding that the finance department works on, by title. */
async function open(page: Page, title: string): Promise<void> {
  await page.goto(`/ledger?state=%5B%22RECTIFYING%22%5D&q=${encodeURIComponent(title)}`);
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

const field = (page: Page, name: string) =>
  page.getByRole('dialog', { name: /^修改问题/ }).getByRole('textbox', { name });

test('the second of two editors is told who changed what, keeps both people’s words and loses nothing', async ({
  as,
  product,
}) => {
  const [found] = await product.sql<{ id: string; title: string }>(
    `SELECT f.id, f.title FROM finding f JOIN department d ON d.id = f.lead_department_id
     WHERE f.state = 'RECTIFYING' AND d.name = '计划财务部' ORDER BY f.seq LIMIT 1`,
  );
  const { id, title } = found!;
  const [clerk, head] = [await as('clerk'), await as('head')];
  for (const page of [clerk, head]) {
    await open(page, title);
    await page.getByRole('button', { name: '修改文字' }).click();
  }
  await field(clerk, '整改目标').fill('制度印发,超标准支出清零');
  await field(clerk, '备注').fill('整改办:已与财务核对');
  await carryOut(clerk.getByRole('dialog', { name: /^修改问题/ }), '保存');

  await field(head, '整改目标').fill('三个月内制度印发');
  await field(head, '原因剖析').fill('审批流于形式');
  await head
    .getByRole('dialog', { name: /^修改问题/ })
    .getByRole('button', { name: '保存' })
    .click();
  const conflict = head.getByRole('alertdialog', { name: '别人刚改过这一项' });
  await expect(conflict).toContainText('顾秋');
  await expect(conflict).toContainText('制度印发,超标准支出清零');
  await expect(conflict).toContainText('三个月内制度印发');
  await conflict.getByRole('radiogroup', { name: '整改目标' }).getByRole('radio', { name: '用我的' }).check();
  await conflict.getByRole('button', { name: '按所选提交' }).click();
  await expect(head.getByText('已保存')).toBeVisible();

  const [now] = await product.sql(`SELECT acceptance_criterion, remark, root_cause FROM finding WHERE id = $1`, [id]);
  expect(now).toEqual({
    acceptance_criterion: '三个月内制度印发',
    remark: '整改办:已与财务核对',
    root_cause: '审批流于形式',
  });
});
