import { expect, test } from './fixtures.ts';

test('a wrong password says so, the right one opens the own home, signing out wipes the browser', async ({
  page,
  product,
}) => {
  await page.goto(product.url);
  await page.getByLabel('账号').fill('head');
  await page.getByLabel('密码', { exact: true }).fill('not-this-one');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toContainText('密码');
  await page.getByLabel('密码', { exact: true }).fill('closeout-demo');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  expect((await page.context().cookies()).find((cookie) => cookie.name === 'closeout_session')).toMatchObject({
    httpOnly: true,
    sameSite: 'Strict',
  });
});
