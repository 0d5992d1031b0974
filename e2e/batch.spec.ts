import { expect, test } from './fixtures.ts';
import { choose, scan } from './steps.ts';

test.use({ journey: 'shared' });

const MEETING = '党组会审议销号事项';

test('one meeting’s resolution signs a batch and every seal lands', async ({ as, product }) => {
  const page = await as('clerk');
  await page.goto('/meetings');
  await page.getByRole('button', { name: '登记会议' }).click();
  const meeting = page.getByRole('dialog', { name: '登记会议' });
  await meeting.getByRole('textbox', { name: '日期', exact: true }).fill('2026-11-20');
  await meeting.getByLabel('会议类型').selectOption('党组(党委)会');
  await meeting.getByRole('textbox', { name: '标题' }).fill(MEETING);
  await choose(meeting, page, scan('党组会纪要.pdf'));
  await meeting.getByRole('button', { name: '保存会议' }).click();
  await expect(meeting).toBeHidden();

  await page.getByRole('button', { name: `登记集体审议 ${MEETING}` }).click();
  const form = page.getByRole('dialog', { name: '登记集体审议' });
  await expect(form.getByRole('combobox', { name: '哪一次会议' })).toHaveValue(`2026-11-20 ${MEETING}`);
  const boxes = form.getByRole('group', { name: '审议通过的问题' }).getByRole('checkbox', { disabled: false });
  const count = await boxes.count();
  expect(count, 'the demo has several findings before the secretary').toBeGreaterThan(1);
  for (const box of await boxes.all()) await box.check();
  await form.getByRole('textbox', { name: '决议文字' }).fill('会议审阅佐证材料,一致同意所列问题按程序办结。');
  await form.getByRole('button', { name: `登记决议,签批 ${count} 个` }).click();
  const done = page.getByRole('dialog', { name: '决议已登记' });
  await expect(done).toContainText(`2026-11-20 的决议签批了 ${count} 个问题。`);
  await done.getByRole('button', { name: '关闭' }).last().click();

  const signed = await product.sql<{ id: string; state: string }>(
    `SELECT f.id, f.state::text FROM finding f JOIN submission s ON s.finding_id = f.id JOIN signoff_step k ON k.submission_id = s.id
     JOIN resolution r ON r.id = k.resolution_id WHERE r.text LIKE '会议审阅佐证材料,一致同意%' ORDER BY f.seq`,
  );
  expect(signed).toHaveLength(count);
  const closed = signed.filter(({ state }) => state === 'CLOSED');
  expect(closed.length).toBeGreaterThan(0);
  for (const { id } of closed) {
    await page.goto(`/findings/fnd_${id}`);
    await expect(page.getByRole('img', { name: /^已销号/ })).toBeVisible();
    await expect(page.getByRole('region', { name: '销号签批' })).toContainText('2026-11-20 会议决议');
  }
});
