import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { carryOut } from './steps.ts';

test.use({ journey: 'filings' });
test.describe.configure({ mode: 'serial' });

/** The third body: its plan was accepted on paper, so that nothing is owed; here the day is taken back and the plan filed. */
test.beforeAll(async ({ product }) => {
  await product.sql(
    `UPDATE inspection SET plan_accepted_on = NULL WHERE body_id = (SELECT id FROM body WHERE short_name = '市体总')`,
    [],
  );
});

const rowOf = (page: Page, paper: string) =>
  page.getByRole('row').filter({ has: page.getByRole('cell', { name: paper, exact: false }).first() });

test('the clerk prepares the plan, the secretary gives it back once, then files it', async ({ as }) => {
  const clerk = await as('thirdclerk');
  await clerk.goto('/');
  await expect(clerk.getByRole('region', { name: '报送提醒' })).toContainText('整改方案');
  await clerk.goto('/filings');
  await expect(rowOf(clerk, '整改方案').first()).toContainText('反馈后 1 个月');
  await rowOf(clerk, '整改方案').first().getByRole('button', { name: '准备报送' }).click();
  const form = clerk.getByRole('dialog', { name: '准备报送:整改方案' });
  await form.getByRole('textbox', { name: '报送说明' }).fill('请审阅');
  await carryOut(form, '准备报送');
  await expect(clerk).toHaveURL(/filings\/fil_/);
  await expect(clerk.getByRole('table', { name: '报送的问题' })).toBeVisible();

  const secretary = await as('thirdsecretary');
  await secretary.goto('/');
  await secretary.getByRole('region', { name: '报送提醒' }).getByRole('link', { name: '整改方案' }).click();
  await secretary.getByRole('button', { name: '退改' }).click();
  const back = secretary.getByRole('dialog', { name: '退改:整改方案' });
  await expect(back.getByRole('button', { name: '退改' })).toHaveAttribute('aria-disabled', 'true');
  await back.getByRole('textbox', { name: '理由' }).fill('第2号问题的目标写得太空');
  await carryOut(back, '退改');
  await expect(secretary.getByRole('heading', { level: 1 })).toContainText('整改方案');

  await clerk.reload();
  await expect(clerk.getByRole('main')).toContainText('第2号问题的目标写得太空');
  await clerk.getByRole('button', { name: '重新准备' }).click();
  await carryOut(clerk.getByRole('dialog'), '准备报送');
  await secretary.reload();
  await secretary.getByRole('button', { name: '报送', exact: true }).click();
  await carryOut(secretary.getByRole('dialog', { name: '报送:整改方案' }), '报送');
  await expect(secretary.getByRole('table', { name: '报送经过' })).toContainText('第 1 版');
});

test('the office sees what was filed and nothing of the drafts; it returns it, and accepts the next version', async ({
  as,
}) => {
  const office = await as('office');
  await office.goto('/filings');
  await expect(
    office
      .getByRole('row')
      .filter({ hasText: '市园林' })
      .or(office.getByRole('row').filter({ hasText: '园林绿化' }))
      .first(),
  ).toContainText('已退回');
  await office.getByRole('link', { name: /体育总会/ }).click();
  await rowOf(office, '整改方案').first().getByRole('link', { name: '整改方案' }).click();
  await expect(office.getByRole('table', { name: '报送经过' }).getByRole('row')).toHaveCount(2);
  await expect(office.getByRole('main')).not.toContainText('写得太空');
  await office.getByRole('button', { name: '签收' }).click();
  await carryOut(office.getByRole('dialog'), '签收');
  await office.getByRole('button', { name: '退回' }).click();
  const back = office.getByRole('dialog', { name: '退回:整改方案' });
  await back.getByRole('textbox', { name: '理由' }).fill('请补充第4号问题的整改目标');
  await carryOut(back, '退回');

  const clerk = await as('thirdclerk');
  await clerk.goto('/');
  await clerk.getByRole('region', { name: '报送提醒' }).getByRole('link', { name: '整改方案' }).click();
  await expect(clerk.getByRole('main')).toContainText('请补充第4号问题的整改目标');
  await clerk.getByRole('button', { name: '重新准备' }).click();
  await carryOut(clerk.getByRole('dialog'), '准备报送');
  const secretary = await as('thirdsecretary');
  await secretary.goto(new URL(clerk.url()).pathname);
  await secretary.getByRole('button', { name: '报送', exact: true }).click();
  await carryOut(secretary.getByRole('dialog'), '报送');

  await office.goto(new URL(clerk.url()).pathname);
  await office.getByRole('tab', { name: '与上一版比较' }).click();
  await expect(office.getByRole('tabpanel')).toContainText('两版内容相同');
  await office.getByRole('button', { name: '登记会审意见' }).click();
  const review = office.getByRole('dialog', { name: '登记会审意见:整改方案' });
  await review.getByRole('radio', { name: '组织部' }).check({ force: true });
  await review.getByRole('radio', { name: '有意见' }).check({ force: true });
  await review.getByRole('textbox', { name: '意见内容' }).fill('选人用人部分请注明时限');
  await carryOut(review, '登记会审意见');
  await expect(office.getByRole('region', { name: '会审意见' })).toContainText('组织部');
  await office.getByRole('button', { name: '审定' }).click();
  await carryOut(office.getByRole('dialog', { name: '审定:整改方案' }), '审定');
  await expect(office.getByRole('main')).toContainText('已审定');
  await office.goto('/filings');
  await expect(office.getByRole('heading', { level: 1 })).toContainText('报送');
});

test('the office asks to see findings, the secretary shows them for a time; each reading is logged and it can be ended', async ({
  as,
  product,
}) => {
  const office = await as('office');
  await office.goto('/filings');
  await office.getByRole('link', { name: /侨界青年联合会/ }).click();
  await office.getByRole('button', { name: '请求查阅问题' }).click();
  const form = office.getByRole('dialog', { name: '请求查阅问题' });
  await form.getByRole('checkbox', { name: /^3 / }).check();
  await form.getByRole('textbox', { name: '理由' }).fill('核实第3号问题的整改情况');
  await carryOut(form, '提出请求');
  const panel = office.getByRole('region', { name: '下钻查阅' });
  await expect(panel).toContainText('待书记答复');

  const secretary = await as('secretary');
  await secretary.goto('/');
  await secretary.getByRole('link', { name: '巡察办请求查阅问题,待答复' }).click();
  const asked = secretary.getByRole('article', { name: '核实第3号问题的整改情况' });
  await asked.getByRole('button', { name: '答复' }).click();
  const answer = secretary.getByRole('dialog');
  await answer.getByRole('radio', { name: '同意查阅', exact: true }).check({ force: true });
  const last = (await answer.getByText(/^最晚到/).innerText()).replace('最晚到', '').trim();
  await answer.getByRole('textbox', { name: '查阅到哪一天' }).fill(last);
  await carryOut(answer, '同意查阅');
  await expect(asked).toContainText('可以查阅');

  await office.reload();
  await panel.getByRole('button', { name: /^打开问题 3 / }).click();
  await expect(office).toHaveURL(/findings\/fnd_/);
  await expect(office.getByRole('heading', { level: 1 })).toBeVisible();
  const entries = await product.sql<{ actor_name: string }>(
    `SELECT actor_name FROM audit_event WHERE verb = 'openSight' AND success`,
    [],
  );
  expect(entries.map((one) => one.actor_name)).toEqual(['常思齐']);

  await secretary.reload();
  await asked.getByText('查阅记录(1)').click();
  await expect(asked).toContainText('常思齐 查阅');
  await asked.getByRole('button', { name: '终止' }).click();
  await expect(asked).toContainText('已终止');
  await office.reload();
  await expect(office.getByRole('main')).toContainText('没有这个问题');
});
