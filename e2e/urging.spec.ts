import { PHONE, expect, test } from './fixtures.ts';
import { carryOut } from './steps.ts';

test.use({ journey: 'urging' });
test.describe.configure({ mode: 'serial' });

const NOTE = '请于本周五前补齐佐证';

test('the clerk sees what each department lacks, sends one its list, and prints a sheet for each', async ({ as }) => {
  const clerk = await as('clerk');
  await clerk.goto('/');
  await clerk.getByRole('navigation').getByRole('link', { name: '催报' }).click();
  const sheet = clerk.getByRole('region', { name: '计划财务部', exact: true });
  await expect(sheet.getByRole('row').filter({ hasText: '会议费开支超出标准' })).toContainText(
    '措施一的佐证还没有被认可',
  );
  await sheet.getByRole('button', { name: '发催报单' }).click();
  const form = clerk.getByRole('dialog', { name: '发给计划财务部的催报单' });
  await form.getByRole('textbox', { name: '附言' }).fill(NOTE);
  await carryOut(form, '发催报单');
  await expect(clerk.getByRole('region', { name: '已发催报单' }).getByRole('listitem').first()).toContainText(
    '还没有确认',
  );
  await expect(sheet).toContainText('上次');

  await clerk.emulateMedia({ media: 'print' });
  await expect(sheet.getByText('收到人')).toBeVisible();
  await expect(clerk.getByRole('region', { name: '已发催报单' })).toBeHidden();
  await clerk.emulateMedia({ media: 'screen' });
});

test('the head finds it among what waits, on a phone, and takes note; another department sees nothing', async ({
  as,
}) => {
  const other = await as('head4');
  await other.goto('/inbox');
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(other.getByText(NOTE)).toHaveCount(0);

  const head = await as('head');
  await head.setViewportSize(PHONE);
  await head.goto('/inbox');
  await expect(head.getByText(NOTE)).toBeVisible();
  await head.getByRole('button', { name: '已知悉' }).click();
  await expect(head.getByText(NOTE)).toHaveCount(0);

  const clerk = await as('clerk');
  await clerk.goto('/urging');
  await expect(clerk.getByRole('region', { name: '已发催报单' }).getByRole('listitem').first()).toContainText('已知悉');
});
