import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { carryOut, openAction, pick, scan } from './steps.ts';

test.use({ journey: 'continuation' });
test.describe.configure({ mode: 'serial' });

/** No. 23 of the demo: returned to the finance department, one action still open. */
const FINDING = 23;
let id = '';

test.beforeAll(async ({ product }) => {
  const [row] = await product.sql<{ id: string }>(
    `SELECT f.id FROM finding f JOIN body b ON b.id = f.body_id WHERE f.seq = $1 AND b.short_name = '市侨青会'`,
    [FINDING],
  );
  id = `fnd_${row!.id}`;
});

async function open(page: Page): Promise<Page> {
  await page.goto(`/findings/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(String(FINDING));
  return page;
}

async function applyForContinuation(page: Page): Promise<void> {
  await page.getByRole('button', { name: '申请持续整改' }).click();
  const form = page.getByRole('dialog', { name: `申请持续整改:问题 ${FINDING}` });
  await expect(form.getByRole('button', { name: '申请持续整改' })).toHaveAttribute('aria-disabled', 'true');
  await form.getByRole('textbox', { name: '持续整改的理由' }).fill('历年凭证仍在补齐,外单位存档尚未调回');
  await form.getByRole('textbox', { name: '持续整改的目标' }).fill('凭证全部补齐并归档');
  await form.getByRole('textbox', { name: '下次复核' }).fill('2020-03-31');
  await form.getByRole('button', { name: '申请持续整改' }).click();
  await expect(form).toContainText('下次复核日期要晚于今天。');
  await form.getByRole('textbox', { name: '下次复核' }).fill('2031-03-31');
  await carryOut(form, '申请持续整改');
  await expect(page.getByRole('region', { name: '销号签批' })).toContainText('申请持续整改');
}

test('the department applies for continuation, takes it back while nobody signed, and applies again', async ({
  as,
}) => {
  const page = await open(await as('head'));
  await applyForContinuation(page);
  await page.getByRole('button', { name: '撤回', exact: true }).click();
  await expect(page.getByRole('button', { name: '申请持续整改' })).toBeVisible();
  await applyForContinuation(page);
});

test('leader and secretary agree: it continues without a seal and says until when', async ({ as }) => {
  for (const [login, verb] of [
    ['leader', '同意'],
    ['secretary', '同意'],
  ] as const) {
    const page = await open(await as(login));
    await page.getByRole('button', { name: '签批', exact: true }).click();
    const form = page.getByRole('dialog', { name: `签批问题 ${FINDING}` });
    await expect(form).toContainText('凭证全部补齐并归档');
    const accept = form.getByRole('checkbox', { name: /^同时认可/ });
    if (await accept.isVisible()) await accept.check();
    await carryOut(form, verb);
  }
  const page = await open(await as('head'));
  await expect(page.getByRole('main')).toContainText('2031-03-31 复核');
  await expect(page.getByRole('img', { name: /^已销号/ })).toBeHidden();
});

test('the department resumes work, and the leader gives it to another department, which must claim it', async ({
  as,
}) => {
  const head = await open(await as('head'));
  await head.getByRole('button', { name: '恢复整改' }).click();
  await expect(head.getByRole('button', { name: '申请持续整改' })).toBeVisible();
  const leader = await open(await as('leader'));
  await leader.getByRole('button', { name: '调整部门' }).click();
  const form = leader.getByRole('dialog', { name: `调整问题 ${FINDING} 的部门` });
  await pick(form, leader, '牵头部门', '社团服务部');
  await expect(form).toContainText('换了牵头部门,要由新部门重新认领');
  await carryOut(form, '调整部门');
  await expect(leader.getByRole('region', { name: '责任与时限' })).toContainText('社团服务部');
  await open(await as('clerk')).then((page) => expect(page.getByRole('main')).toContainText('待认领'));
});

test('a piece is rejected with a reason, used for another action and taken off it again', async ({ as, product }) => {
  const [row] = await product.sql<{ id: string; ordinal: number; seq: number }>(
    `SELECT f.id, f.seq, a.ordinal FROM action a JOIN finding f ON f.id = a.finding_id JOIN department d ON d.id = f.lead_department_id
     WHERE f.state = 'RECTIFYING' AND d.name = '组织人事部' ORDER BY f.seq, a.ordinal LIMIT 1`,
  );
  const [person] = await product.sql<{ login: string }>(
    `SELECT a.login FROM account a JOIN role_grant g ON g.account_id = a.id JOIN department d ON d.id = g.department_id
     WHERE d.name = '组织人事部' AND g.role = 'DEPARTMENT_HEAD' LIMIT 1`,
  );
  const head = await as(person!.login);
  await head.goto(`/findings/fnd_${row!.id}`);
  const action = await openAction(head, row!.ordinal);
  await action.getByRole('button', { name: `给措施 ${row!.ordinal} 添加佐证` }).click();
  await head.getByRole('menuitem', { name: '其他材料' }).click();
  const form = head.getByRole('dialog', { name: new RegExp(`^其他材料 · 问题 ${row!.seq}`) });
  await form.getByRole('textbox', { name: '标题' }).fill('培训签到簿');
  await form.locator('input[type=file]').first().setInputFiles(scan('签到簿.pdf'));
  await carryOut(form, '保存佐证');
  const [piece] = await product.sql<{ number: string }>(
    `SELECT piece_number AS number FROM evidence WHERE title = '培训签到簿'`,
  );

  const clerk = await as('clerk');
  await clerk.goto(`/findings/fnd_${row!.id}`);
  await clerk.getByRole('button', { name: new RegExp(piece!.number) }).click();
  const review = clerk.getByRole('dialog');
  await review.getByRole('button', { name: '不认可' }).click();
  await review.getByRole('textbox', { name: '不认可的理由' }).fill('签到簿缺最后一页');
  await review.getByRole('button', { name: '不认可' }).click();
  await expect(review).toContainText('签到簿缺最后一页');

  await head.reload();
  await head.getByRole('button', { name: new RegExp(piece!.number) }).click();
  const drawer = head.getByRole('dialog');
  await expect(drawer).toContainText('签到簿缺最后一页');
  await drawer.getByText('也用于别的措施').click();
  const more = drawer.getByRole('combobox', { name: '措施' });
  await more.click();
  await head.getByRole('option').first().click();
  await drawer.getByRole('button', { name: '关联', exact: true }).click();
  await expect(drawer.getByRole('button', { name: '取消关联' })).toHaveCount(2);
  await drawer.getByRole('button', { name: '取消关联' }).last().click();
  await expect(drawer.getByRole('button', { name: '取消关联' })).toHaveCount(0);
});
