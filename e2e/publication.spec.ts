import type { Page } from '@playwright/test';
import { DESK, PHONE, expect, test } from './fixtures.ts';
import { carryOut } from './steps.ts';

test.use({ journey: 'publication' });
test.describe.configure({ mode: 'serial' });

const PHONE_NUMBER = '13812345678';
const SECRET = '线索编号蓝鲸七号';

const passage = (page: Page, words: string) =>
  page.getByRole('list', { name: '双稿对照' }).getByRole('listitem').filter({ hasText: words });
const hit = (page: Page, words: string) =>
  page
    .getByRole('table', { name: '个人信息' })
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: new RegExp(`^${words} (?:姓名|电话)$`) }) });
const standing = (page: Page) => page.locator('main header').first();
const look = async (page: Page, name: string): Promise<void> => {
  if (!process.env['PICTURES']) return;
  await page.screenshot({ path: `../artefacts/pictures/publication-${name}.png` });
  await page.setViewportSize(PHONE);
  await page.screenshot({ path: `../artefacts/pictures/publication-${name}-phone.png` });
  await page.setViewportSize(DESK);
};

test('the clerk drafts it from the ledger, withholds a passage, masks a telephone and asks about a name', async ({
  as,
}) => {
  const clerk = await as('clerk');
  await clerk.goto('/publication');
  await clerk.getByRole('button', { name: '起草公开稿' }).click();
  await expect(passage(clerk, '一名干部任职年限计算有误')).toBeVisible();

  await passage(clerk, '一名干部任职年限计算有误').getByRole('button', { name: /^修改/ }).click();
  const form = clerk.getByRole('dialog', { name: '段落' });
  await form.getByRole('textbox', { name: '党内稿' }).fill(`5.${SECRET}。`);
  await form.getByRole('radio', { name: '不公开' }).check();
  await expect(form.getByRole('button', { name: '保存' })).toHaveAttribute('aria-disabled', 'true');
  await form.getByRole('combobox', { name: '理由' }).selectOption({ label: '涉及正在查办的案件' });
  await carryOut(form, '保存');
  await expect(passage(clerk, SECRET)).toContainText('涉及正在查办的案件');

  await passage(clerk, '理论学习不深不透').getByRole('button', { name: /^修改/ }).click();
  await form.getByRole('textbox', { name: '党内稿' }).fill(`6.理论学习不深不透,由闻予知（电话${PHONE_NUMBER}）牵头。`);
  await carryOut(form, '保存');
  await expect(passage(clerk, '理论学习不深不透')).toContainText('闻某某');
  await expect(clerk.getByRole('button', { name: '送保密审查' })).toHaveAttribute('aria-disabled', 'true');
  await look(clerk, 'text');

  await clerk.getByRole('tab', { name: /个人信息/ }).click();
  await look(clerk, 'hits');
  await hit(clerk, PHONE_NUMBER).getByRole('button', { name: '遮盖', exact: true }).click();
  await expect(hit(clerk, PHONE_NUMBER)).toContainText('已遮盖');
  await hit(clerk, '闻予知').getByRole('button', { name: '请求不遮盖' }).click();
  const ask = clerk.getByRole('dialog', { name: /请求不遮盖/ });
  await ask.getByRole('textbox', { name: '理由' }).fill('主要负责人职务行为');
  await carryOut(ask, '请求不遮盖');
  await expect(hit(clerk, '闻予知')).toContainText('请书记定');
});

test('the secretary leaves the name, the clerk proposes, a leader reviews, the secretary approves, the clerk publishes', async ({
  as,
  product,
}) => {
  const secretary = await as('secretary');
  await secretary.goto('/publication?view=hits');
  await hit(secretary, '闻予知').getByRole('button', { name: '不遮盖' }).click();
  const leave = secretary.getByRole('dialog', { name: /不遮盖/ });
  await expect(leave).toContainText('主要负责人职务行为');
  await leave.getByRole('textbox', { name: '理由' }).fill('职务行为，予以公开');
  await carryOut(leave, '不遮盖');

  const clerk = await as('clerk');
  await clerk.goto('/publication');
  await clerk.getByRole('button', { name: '送保密审查' }).click();
  await carryOut(clerk.getByRole('dialog'), '送保密审查');
  await expect(standing(clerk)).toContainText('待保密审查');
  await expect(clerk.getByRole('button', { name: /^修改/ })).toHaveCount(0);

  const leader = await as('leader2');
  await leader.goto('/inbox');
  await leader.getByRole('region', { name: '待审的公开稿' }).getByRole('link', { name: '去看' }).click();
  await leader.getByRole('button', { name: '退回修改' }).click();
  const back = leader.getByRole('dialog');
  await back.getByRole('textbox', { name: '理由' }).fill('第6项请再核对');
  await carryOut(back, '退回修改');
  await clerk.reload();
  await expect(clerk.getByRole('note')).toContainText('第6项请再核对');
  await clerk.getByRole('button', { name: '送保密审查' }).click();
  await carryOut(clerk.getByRole('dialog'), '送保密审查');

  await leader.reload();
  await expect(leader.getByRole('button', { name: '审查通过' })).toBeVisible();
  await look(leader, 'review');
  await leader.getByRole('button', { name: '审查通过' }).click();
  await carryOut(leader.getByRole('dialog'), '审查通过');
  await secretary.goto('/publication?view=versions');
  await expect(secretary.getByRole('table', { name: '版本' }).getByRole('row')).toHaveCount(3);
  await expect(secretary.getByRole('region', { name: '两版比较' })).toContainText('两版相同');
  await look(secretary, 'versions');
  await secretary.getByRole('button', { name: '批准公开' }).click();
  await carryOut(secretary.getByRole('dialog'), '批准公开');

  await clerk.reload();
  await expect(clerk.getByRole('link', { name: '导出公开通报', exact: true })).toHaveAttribute(
    'href',
    /circular\.docx/,
  );
  await clerk.getByRole('button', { name: '公开', exact: true }).click();
  await carryOut(clerk.getByRole('dialog'), '公开');
  await expect(standing(clerk)).toContainText('已公开');
  await clerk.getByRole('tab', { name: '公开页' }).click();
  await look(clerk, 'page');

  const [row] = await product.sql<{ content: string }>(
    `SELECT s.content FROM published.publication s JOIN publication p ON p.slug = s.slug JOIN body b ON b.id = p.body_id WHERE b.short_name = '市侨青会'`,
  );
  expect(row!.content).toContain('闻予知');
  expect(row!.content).toContain('138****5678');
  for (const word of [SECRET, PHONE_NUMBER]) expect(row!.content).not.toContain(word);
});
