import { expect, test } from './fixtures.ts';
import { carryOut } from './steps.ts';

test.use({ journey: 'rounds' });

const ROUND = '六届澜川市委第五轮巡察';

test('the office opens a round, decides its settings, opens bodies from a list and one of them otherwise', async ({
  as,
}) => {
  const page = await as('office');
  await page.goto('/rounds');
  await page.getByRole('button', { name: '新建轮次' }).first().click();
  const create = page.getByRole('dialog');
  await create.getByLabel('轮次名称').fill(ROUND);
  await create.getByLabel('第几轮').fill('5');
  await carryOut(create, '新建轮次');
  await expect(page.getByRole('heading', { level: 1, name: ROUND })).toBeVisible();

  await page.getByRole('button', { name: '名称与设置' }).click();
  const settings = page.getByRole('dialog');
  await settings.getByRole('button', { name: '集中整改 3 个月' }).click();
  await settings.getByRole('button', { name: '按类别要求对应材料' }).click();
  await settings.getByLabel('整改办初核').check();
  const second = settings.getByRole('group', { name: '再次提醒' });
  await second.getByLabel('到期前').fill('25');
  await expect(settings.getByText('各级提醒要从早到晚')).toBeVisible();
  await second.getByLabel('到期前').fill('7');
  await second.getByLabel('名称').fill('蓝色提醒');
  await second.getByLabel('颜色').selectOption({ label: '蓝' });
  await settings.getByLabel('限制最长延期').check();
  const changes = settings.getByRole('status');
  await expect(changes).toContainText('集中整改期:6 个月 → 3 个月');
  await expect(changes).toContainText('整改办初核:关闭 → 开启');
  await expect(changes).toContainText('蓝色提醒(蓝),到期前 7 天起');
  await expect(changes).toContainText('佐证要求:建章立制:不限类型 1 件 → 文件 1 件');
  await carryOut(settings, '保存');
  await expect(page.getByText('集中整改 3 个月')).toBeVisible();
  const versions = page.getByText('历次设置');
  await versions.click();
  await expect(page.getByRole('listitem').filter({ hasText: '集中整改期:6 个月 → 3 个月' }).last()).toBeVisible();

  await page.getByRole('button', { name: '加入单位' }).first().click();
  const open = page.getByRole('dialog');
  await open.getByRole('radio', { name: '内部', exact: true }).check();
  await open.getByText('从清单粘贴').click();
  await open.getByLabel('单位清单').fill('市侨青会\t2026-11-18\t选人用人\n市体总\n没有这个单位');
  await open.getByRole('button', { name: '核对清单' }).click();
  await expect(open.getByText('第 3 行“没有这个单位”')).toBeVisible();
  await expect(open.getByText('找到 2 个单位')).toBeVisible();
  await expect(open.getByText('市侨青会 · 反馈 2026-11-18 · 主方案、选人用人')).toBeVisible();
  await open.getByRole('textbox', { name: '反馈日期' }).fill('2026-11-20');
  await carryOut(open, '加入 2 个单位');

  await expect(page.getByRole('row').filter({ hasText: '侨' })).toContainText('2026-11-18');
  await page.getByRole('row').filter({ hasText: '体育' }).getByRole('link').click();
  await expect(page.getByRole('row').filter({ hasText: '集中整改期' })).toContainText('2027-02-20');
  await expect(page.getByRole('row').filter({ hasText: '集中整改期' })).toContainText('反馈后 3 个月');
  await page.getByRole('button', { name: '本单位设置' }).click();
  const own = page.getByRole('dialog');
  await own.getByRole('button', { name: '集中整改 6 个月' }).click();
  await carryOut(own, '保存');
  await expect(page.getByRole('row').filter({ hasText: '集中整改期' })).toContainText('2027-05-20');
});

test('a body’s clerk opens no round and sees no settings to change', async ({ as }) => {
  const page = await as('clerk');
  await page.goto('/rounds');
  await expect(page.getByRole('button', { name: '新建轮次' })).toHaveCount(0);
});
