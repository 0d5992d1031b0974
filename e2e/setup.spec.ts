import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { startProduct } from './product.ts';
import { carryOut } from './steps.ts';

const PASSWORD = '春江潮水连海平-2026';
const NEXT = '海上明月共潮生-2026';

/** Signs in with a password that somebody else gave, and sets an own one. */
async function firstSignIn(page: Page, url: string, login: string, given: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(given);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('新密码', { exact: true }).fill(NEXT);
  await page.getByLabel('再写一遍密码').fill(NEXT);
  await page.getByRole('button', { name: '保存并进入' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

test('an empty installation: from the printed link to a registered finding', async ({ browser }) => {
  const product = await startProduct({ demo: false });
  try {
    const printed = () => /http:\/\/\S*setup\S*/.exec(product.output())?.[0] ?? '';
    await expect.poll(printed).not.toBe('');
    const own = async () => (await browser.newContext()).newPage();
    const system = await own();
    await system.goto(printed());
    await system.getByLabel('单位名称').fill('中共澜川市档案馆委员会');
    await system.getByLabel('简称').fill('市档案馆');
    await system.getByLabel('姓名', { exact: true }).fill('季知微');
    await system.getByLabel('账号').first().fill('system');
    await system.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await system.getByLabel('再写一遍密码').fill(PASSWORD);
    await system.getByLabel('安全管理员').fill('尹长庚');
    await system.getByLabel('审计管理员').fill('陶然亭');
    await system.getByRole('button', { name: '开通并登录' }).click();
    await expect(system.getByRole('heading', { name: '已开通' })).toBeVisible();
    const [given] = await system.getByRole('definition').allInnerTexts();
    await system.getByRole('button', { name: '已记下,进入系统' }).click();

    await system.getByRole('link', { name: '人员与部门' }).first().click();
    await system.getByRole('tab', { name: '人员' }).click();
    await system.getByRole('button', { name: '新增人员' }).click();
    const person = system.getByRole('dialog', { name: '新增人员' });
    await person.getByRole('textbox', { name: '姓名' }).fill('顾晓川');
    await carryOut(person, '新增人员');
    await system.getByRole('link', { name: '账号' }).first().click();
    await system.getByRole('button', { name: '开通账号' }).click();
    const account = system.getByRole('dialog', { name: '开通账号' });
    await account.getByRole('combobox', { name: '人员' }).fill('顾晓川');
    await system.getByRole('option', { name: /顾晓川/ }).click();
    await account.getByRole('textbox', { name: '账号' }).fill('clerk');
    await account.getByRole('button', { name: '开通账号' }).click();
    const once = system.getByRole('alertdialog', { name: /一次性密码/ });
    const clerkPassword = await once.getByRole('code').innerText();
    await once.getByRole('button', { name: '已记下' }).click();
    await system.getByRole('link', { name: '轮次与设置' }).first().click();
    await system.getByRole('button', { name: '新建轮次' }).click();
    const round = system.getByRole('dialog', { name: '新建轮次' });
    await round.getByRole('textbox', { name: '轮次名称' }).fill('澜川市委首轮巡察');
    await carryOut(round, '新建轮次');
    await system.getByRole('button', { name: '加入单位' }).click();
    const inspected = system.getByRole('dialog', { name: '加入单位' });
    await inspected.getByRole('checkbox', { name: /档案馆/ }).check();
    await inspected.getByRole('textbox', { name: '反馈日期' }).fill('2026-10-12');
    await inspected.getByRole('radio', { name: '内部' }).check();
    await carryOut(inspected, '加入 1 个单位');

    const security = await own();
    await firstSignIn(security, product.url, 'secadmin', given ?? '');
    await security.getByRole('link', { name: '授权' }).first().click();
    await security.getByRole('button', { name: '授权', exact: true }).click();
    const grant = security.getByRole('dialog', { name: '授权' });
    await grant.getByRole('combobox', { name: '人员(账号)' }).fill('顾晓川');
    await security.getByRole('option', { name: /顾晓川/ }).click();
    await grant.getByLabel('角色').selectOption('整改办');
    await carryOut(grant, '授权');

    const clerk = await own();
    await firstSignIn(clerk, product.url, 'clerk', clerkPassword);
    await clerk.getByRole('link', { name: '问题台账' }).first().click();
    await clerk.getByRole('button', { name: '登记问题' }).click();
    const finding = clerk.getByRole('dialog', { name: '登记问题' });
    await finding.getByRole('textbox', { name: '问题原文' }).fill('档案数字化项目验收走过场。');
    await finding.getByRole('button', { name: '登记', exact: true }).click();
    await expect(clerk.getByRole('heading', { level: 1, name: /档案数字化项目验收走过场/ })).toBeVisible();
    expect(await product.sql(`SELECT seq, state::text FROM finding`)).toEqual([{ seq: 1, state: 'UNCLAIMED' }]);
    for (const page of [system, security, clerk]) await page.context().close();
  } finally {
    await product.stop();
  }
});
