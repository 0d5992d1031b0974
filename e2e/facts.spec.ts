import type { Page } from '@playwright/test';
import { expect, PHONE, test } from './fixtures.ts';
import { ask, carryOut } from './steps.ts';

test.use({ journey: 'facts' });
test.describe.configure({ mode: 'serial' });

/** The first finding that the handler works on, by its address. */
async function ownFinding(page: Page): Promise<string> {
  const { findings } = await ask<{ findings: { edges: { node: { id: string; viewerCan: string[] } }[] } }>(
    page,
    '{ findings(first: 100) { edges { node { id viewerCan } } } }',
  );
  const own = findings.edges.find(({ node }) => node.viewerCan.includes('noteIndicator'));
  return `/findings/${own?.node.id}`;
}

async function inspectionPage(page: Page): Promise<string> {
  const { inspections } = await ask<{
    inspections: { edges: { node: { id: string; body: { shortName: string } } }[] };
  }>(page, '{ inspections(first: 10) { edges { node { id body { shortName } } } } }');
  return `/inspections/${inspections.edges.find(({ node }) => node.body.shortName === '市侨青会')?.node.id}`;
}

test('a figure is named with its baseline, read again with another denominator, and the department is asked to check', async ({
  as,
}) => {
  const page = await as('handler');
  await page.goto(await ownFinding(page));
  await page.getByRole('button', { name: '添加指标' }).click();
  const named = page.getByRole('dialog');
  await named.getByLabel('指标名称').fill('建站率');
  await named.getByLabel('口径').fill('已建站的村 ÷ 全部村');
  await named.getByLabel('原文写的百分比').fill('73.6');
  await carryOut(named, '保存');
  const part = page.getByRole('region', { name: '指标' });
  await expect(part.getByRole('row').filter({ hasText: '基线' })).toContainText('73.60%');

  await part.getByRole('button', { name: '添加数值' }).first().click();
  const read = page.getByRole('dialog');
  await read.getByLabel('口径').fill('已建站的村 ÷ 规模以上的村');
  await read.getByLabel('分子').fill('1339');
  await read.getByLabel('分母').fill('1375');
  await carryOut(read, '添加数值');
  await expect(part).toContainText('97.38%(1339/1375)');
  await expect(page.getByRole('note').filter({ hasText: '请核对' }).first()).toContainText(
    '指标“建站率”的口径与基线不同',
  );
});

test('somebody outside the body has a fact of his own, and what came of it is written apart from the actions', async ({
  as,
}) => {
  const page = await as('handler');
  await page.goto(await ownFinding(page));
  const parties = page.getByRole('region', { name: '涉及的外部单位和人员' });
  await parties.getByRole('button', { name: '添加', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('澜川示例有限公司');
  await dialog.getByLabel('涉及的事实').fill('合同到期没有续签');
  await carryOut(dialog, '保存');
  await expect(parties.getByRole('row').filter({ hasText: '澜川示例有限公司' })).toContainText('合同到期没有续签');

  for (const [button, text] of [
    ['写成效', '取得专利19项。'],
    ['修改', '取得专利19项，带动效益1.5亿元。'],
  ] as const) {
    const effect = page.getByRole('region', { name: '整改成效' });
    await effect.getByRole('button', { name: button, exact: true }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('整改成效').fill(text);
    await carryOut(form, '保存');
    await expect(effect).toContainText(text);
  }
  await page.getByText('历次版本 2 个').click();
  await expect(page.getByRole('region', { name: '整改成效' })).toContainText('第 1 版');
});

test('the clerk records a step, a recommendation and a count; the office sees days and counts, and assesses', async ({
  as,
}) => {
  const clerk = await as('clerk');
  const address = await inspectionPage(clerk);
  await clerk.goto(address);
  await clerk.getByRole('button', { name: '登记“专题民主生活会”' }).click();
  const step = clerk.getByRole('dialog');
  await step.getByRole('textbox', { name: '完成日期' }).fill('2026-07-30');
  await step.getByLabel('佐证或依据').fill('会议纪要〔2026〕12号');
  await carryOut(step, '保存');
  await expect(clerk.getByRole('row').filter({ hasText: '专题民主生活会' })).toContainText('会议纪要〔2026〕12号');

  await clerk.getByRole('button', { name: '添加意见建议' }).click();
  const advice = clerk.getByRole('dialog');
  await advice.getByLabel('内容').fill('健全督查机制');
  await carryOut(advice, '保存');
  await clerk.getByRole('button', { name: '登记件数' }).click();
  const count = clerk.getByRole('dialog');
  await count.getByRole('radio', { name: '其他事项' }).check();
  await count.getByRole('radio', { name: '组织部门' }).check();
  await count.getByLabel('件数').fill('3');
  await carryOut(count, '保存');

  const office = await as('office', PHONE);
  await office.goto(address);
  const steps = office.getByRole('region', { name: '规定动作' });
  await expect(steps).toContainText('2026-07-30');
  await expect(steps).not.toContainText('会议纪要');
  await expect(office.getByRole('region', { name: '意见建议' })).toContainText('未办理 2');
  await expect(office.getByText('健全督查机制')).toHaveCount(0);
  await expect(office.getByRole('region', { name: '移交事项' })).toContainText('组织部门');
  await office.getByRole('button', { name: '登记成效评估' }).click();
  const assess = office.getByRole('dialog');
  await assess.getByLabel('评估单位').fill('市委巡察办');
  await assess.getByRole('radio', { name: '较好' }).check();
  await carryOut(assess, '保存');

  await clerk.reload();
  await expect(clerk.getByRole('region', { name: '成效评估' })).toContainText('较好');
});
