import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { DESK, PHONE, expect, test } from './fixtures.ts';
import { choose } from './steps.ts';

test.use({ journey: 'shared' });

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What a link saves. */
async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; buffer: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), buffer: readFileSync(await download.path()) };
}

async function picture(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES'] !== 'on') return;
  for (const [size, viewport] of [['desk', DESK], ['phone', PHONE]] as const) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: `../artefacts/pictures/${name}-${size}.png`, fullPage: true });
  }
  await page.setViewportSize(DESK);
} // prettier-ignore

test('the clerk begins with the starting template, is told what does not fit, looks at it filled, puts it in force and takes it out', async ({
  as,
}) => {
  const clerk = await as('clerk');
  await clerk.goto('/');
  await clerk.getByRole('navigation', { name: '主导航' }).first().getByRole('link', { name: '公文模板' }).click();
  const plan = clerk.getByRole('region', { name: '整改方案和三张清单', exact: true });
  await expect(plan).toContainText('现用内置版式');
  const start = await saved(clerk, () => plan.getByRole('link', { name: '下载起始模板' }).click());
  expect(start.name).toBe('起始模板-整改方案.docx');

  const report = clerk.getByRole('region', { name: '整改进展情况报告', exact: true });
  await choose(report, clerk, { name: '方案当报告用.docx', mimeType: DOCX, buffer: start.buffer });
  await expect(report.getByRole('alert')).toContainText('“方案当报告用.docx”不能用作模板,没有保存');
  await expect(report.getByRole('alert')).toContainText('没有“主送”这个占位符');
  await picture(clerk, 'templates-refused');

  await choose(plan, clerk, { name: '本单位方案.docx', mimeType: DOCX, buffer: start.buffer });
  const version = plan.getByRole('row').filter({ hasText: '第 1 版' });
  await expect(version).toContainText('未启用');
  const filled = await saved(clerk, () => version.getByRole('link', { name: '试填下载第 1 版' }).click());
  expect(filled.name).toMatch(/^试填-第1版-整改方案-市侨青会-/);
  await version.getByRole('button', { name: '启用' }).click();
  await expect(version).toContainText('启用中');
  await expect(plan).toContainText('现用第 1 版 本单位方案.docx');
  await plan.locator('summary').click();
  await expect(plan.getByText('{#措施} … {/措施}')).toBeVisible();
  await picture(clerk, 'templates-in-force');
  await version.getByRole('button', { name: '停用' }).click();
  await expect(version).toContainText('已停用');
  await expect(plan).toContainText('现用内置版式');

  const office = await as('office');
  await office.goto('/templates');
  await expect(office.getByRole('region', { name: '督办等通知', exact: true })).toContainText('市委巡察办');
  await expect(office.getByRole('region', { name: '整改方案和三张清单', exact: true })).toHaveCount(0);
});
