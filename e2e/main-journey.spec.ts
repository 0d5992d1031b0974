import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { FRESH_ROUND, REPORT, freshInspection } from './fresh-inspection.ts';
import { ask, carryOut, choose, openAction, pick, scan } from './steps.ts';
import { EVERY_WAY, NOTHING, makeToken, tracesOf, waysTo } from './walls.ts';

test.use({ journey: 'main' });
test.describe.configure({ mode: 'serial' });

const TITLE = '违规发放值班补助';
const REASON = '会议只有标题,请写明党组会的决议。';
const HELD = '7月9日召开党组会，逐人核定清退金额';
const REFUNDED = '5人多领的3600元已全部退回';
let inspection = '';
let address = '';

/** The finding's page, once its heading is there. */
async function open(page: Page): Promise<Page> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  return page;
}

test('the clerk imports a report as history and takes a finding over', async ({ as, product }) => {
  inspection = await freshInspection(product);
  const page = await as('clerk');
  await page.goto('/import');
  await page
    .getByLabel('导入到哪一次巡察')
    .selectOption({ label: `中共澜川市侨界青年联合会党组 · ${FRESH_ROUND}(专项)` });
  await choose(page, page, { name: '专项巡察整改通报.txt', mimeType: 'text/plain', buffer: Buffer.from(REPORT) });
  await expect(page.getByRole('heading', { name: '导入核对' })).toBeVisible();
  await page.getByRole('button', { name: '核对无误' }).click();
  await expect(page.getByRole('heading', { name: '问题 2' })).toBeVisible();
  await page.getByRole('button', { name: '核对无误' }).click();
  await page.getByRole('button', { name: '确认入账(2 / 2 已核)' }).click();
  const commit = page.getByRole('dialog', { name: '确认入账' });
  await commit.getByRole('radio', { name: /^据原文记录/ }).check();
  await carryOut(commit, '入账 2 个问题');
  await page.goto(`/ledger?inspection=${inspection}`);
  await page.getByRole('link', { name: TITLE }).click();
  address = page.url();
  await expect(page.getByText('据原文记录').first()).toBeVisible();
  await page.getByRole('button', { name: '转为现行整改' }).click();
  await expect(page.getByText('已转为现行整改,等待认领')).toBeVisible();
});

test('it is assigned, the secretary confirms the leader, the department claims it', async ({ as }) => {
  const clerk = await open(await as('clerk'));
  await clerk.getByRole('button', { name: '分派', exact: true }).click();
  const assign = clerk.getByRole('dialog', { name: '分派问题 1' });
  await pick(assign, clerk, '责任领导', '柏舟');
  await pick(assign, clerk, '牵头部门', '计划财务部');
  await assign.getByRole('radio', { name: '限期整改' }).check();
  await assign.getByRole('radio', { name: '指定日期' }).check();
  await assign.getByRole('textbox', { name: '到期日' }).fill('2026年12月18日');
  await carryOut(assign, '分派');
  const people = clerk.getByRole('region', { name: '责任与时限' });
  await expect(people).toContainText('柏舟');
  await expect(people).toContainText('待书记确认');
  await expect(people).toContainText('2026-12-18');

  const secretary = await open(await as('secretary'));
  await secretary.getByRole('button', { name: '确认责任领导' }).click();
  await expect(secretary.getByText('待书记确认')).toBeHidden();

  const head = await open(await as('head'));
  await head.getByRole('button', { name: '认领', exact: true }).click();
  await carryOut(head.getByRole('dialog', { name: '认领问题 1' }), '认领');
  await expect(head.getByText('整改中').first()).toBeVisible();
});

test('the department adds a meeting and a refund with voucher, settles everything and submits', async ({ as }) => {
  const page = await open(await as('head'));
  await page.getByRole('button', { name: '认定金额' }).click();
  const sum = page.getByRole('dialog', { name: /^认定金额:/ });
  await sum.getByLabel('认定金额').fill('3600');
  await sum.getByRole('textbox', { name: '认定依据' }).fill('工资发放表逐人核对');
  await sum.getByRole('radio', { name: '应清退' }).check();
  await carryOut(sum, '保存');

  let row = await openAction(page, 1);
  await row.getByRole('button', { name: '给措施 1 添加佐证' }).click();
  await page.getByRole('menuitem', { name: '会议' }).click();
  const meeting = page.getByRole('dialog', { name: '会议 · 问题 1 措施 1' });
  await meeting.getByRole('textbox', { name: '日期' }).fill('2026-07-09');
  await meeting.getByLabel('会议类型').selectOption('党组(党委)会');
  await meeting.getByRole('textbox', { name: '标题' }).fill('党组会研究值班补助清退');
  await choose(meeting, page, scan('党组会记录.pdf'));
  await carryOut(meeting, '保存佐证');
  await row.getByRole('textbox', { name: '措施 1 的进展' }).fill(HELD);
  await row.getByRole('checkbox', { name: '完成' }).check();
  await row.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('措施 1 已完成')).toBeVisible();

  row = await openAction(page, 2);
  await row.getByRole('button', { name: '给措施 2 添加佐证' }).click();
  await page.getByRole('menuitem', { name: '清退' }).click();
  const refund = page.getByRole('dialog', { name: '清退 · 问题 1 措施 2' });
  await refund.getByLabel('金额', { exact: true }).fill('3,600');
  await refund.getByRole('textbox', { name: '日期' }).fill('2026-08-20');
  await refund.getByRole('textbox', { name: '缴款人' }).fill('值班人员5人');
  await refund.getByRole('textbox', { name: '凭证号' }).fill('非税00817');
  await choose(refund, page, scan('缴款凭证.pdf'));
  await carryOut(refund, '保存佐证');
  await row.getByRole('button', { name: '照此生成整改情况文字' }).click();
  await expect(row.locator('mark', { hasText: '3600元' })).toBeVisible();
  await row.getByRole('button', { name: '放进进展文字' }).click();
  await expect(row.getByRole('textbox', { name: '措施 2 的进展' })).toHaveValue('清退3600元。');
  await row.getByRole('textbox', { name: '措施 2 的进展' }).fill(REFUNDED);
  await row.getByRole('checkbox', { name: '完成' }).check();
  await row.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('措施 2 已完成')).toBeVisible();

  await page.getByRole('button', { name: '提请销号' }).click();
  await carryOut(page.getByRole('dialog', { name: '提请销号:问题 1' }), '提请销号');
  await expect(page.getByText('待审核').first()).toBeVisible();
});

test('the leader returns it with a reason, the department answers and submits again', async ({ as }) => {
  const leader = await open(await as('leader'));
  await leader.getByRole('button', { name: '退回', exact: true }).click();
  const back = leader.getByRole('dialog', { name: '退回问题 1' });
  await back.getByRole('textbox', { name: '退回理由' }).fill(REASON);
  await carryOut(back, '退回');
  await expect(leader.getByRole('button', { name: '签批' })).toBeHidden();

  const head = await open(await as('head'));
  await expect(head.getByRole('main')).toContainText(REASON);
  await head.getByRole('button', { name: '提请销号' }).click();
  const again = head.getByRole('dialog', { name: '提请销号:问题 1' });
  await expect(again).toContainText(REASON);
  await again.getByRole('textbox', { name: '对退回理由的答复' }).fill('决议见会议记录第2页,已写入进展。');
  await carryOut(again, '提请销号');
});

test('the leader agrees, the secretary signs, the seal lands', async ({ as }) => {
  const leader = await as('leader');
  await leader.goto('/inbox');
  await leader.getByRole('link', { name: TITLE }).click();
  const beside = leader.getByRole('dialog', { name: `1 ${TITLE}` });
  await expect(beside).toContainText('决议见会议记录第2页');
  await beside.getByRole('button', { name: '签批' }).click();
  await carryOut(leader.getByRole('dialog', { name: '签批问题 1' }), '同意');
  await expect(leader.getByText('已签批问题 1')).toBeVisible();

  const secretary = await open(await as('secretary'));
  await expect(secretary.getByRole('img', { name: /已销号/ })).toBeHidden();
  await secretary.getByRole('button', { name: '签批' }).click();
  const sign = secretary.getByRole('dialog', { name: '签批问题 1,签后销号' });
  await sign.getByRole('textbox', { name: '签批意见' }).fill('同意销号。');
  await carryOut(sign, '同意,销号');
  await expect(secretary.getByRole('img', { name: /^已销号 闻予知/ })).toBeVisible();
  await expect(secretary.getByRole('region', { name: '销号签批' })).toContainText('同意销号。');
});

test('ledger, statistics and the regenerated report show it', async ({ as }) => {
  const page = await as('clerk');
  await page.goto(`/ledger?inspection=${inspection}`);
  const row = page.getByRole('row').filter({ hasText: TITLE });
  await expect(row.getByRole('img', { name: /^已销号 闻予知/ })).toBeVisible();
  await expect(row).toContainText('3,600');

  await page.goto(`/statistics?inspection=${inspection}`);
  const figure = (table: string, line: string) =>
    page.getByRole('table', { name: table, exact: true }).getByRole('row').filter({ hasText: line });
  await expect(figure('按状态', '已销号')).toContainText('1');
  await expect(figure('清退平衡', '已收')).toContainText('3,600.00 元');
  await expect(figure('清退平衡', '未收')).toContainText('0.00 元');
  await expect(page.getByRole('table', { name: '总体' })).toContainText('1 / 2');
  await figure('按状态', '已销号').getByRole('link', { name: '1' }).click();
  await expect(page.getByRole('link', { name: TITLE })).toBeVisible();

  await page.goto(`/report?inspection=${inspection}`);
  const preview = page.getByRole('article', { name: '报告预览' });
  await expect(preview.locator('mark', { hasText: HELD })).toBeVisible();
  await expect(preview.getByText('整改结果：已整改到位。')).toHaveCount(2);
  const now = REPORT.replace(
    '一是召开党组会研究清退。二是清退值班补助3600元。',
    `一是${HELD}。二是${REFUNDED}。`,
  ).replace('整改结果：正在整改。', '整改结果：已整改到位。');
  expect(await (await page.request.get(`/export/report.txt?inspectionId=${inspection}`)).text()).toBe(now);
});

test('the head of another body sees nothing of it: not on the console, by GraphQL, by a guessed address, by a file’s link', async ({
  as,
}) => {
  const traces = await tracesOf(await as('clerk'), address.split('/').pop()?.split('?')[0] ?? '');
  const page = await as('otherhead');
  await page.goto('/ledger');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByText(TITLE)).toBeHidden();
  await page.getByRole('searchbox').fill('值班补助');
  await page.getByRole('searchbox').press('Enter');
  await expect(page.getByText('没有符合筛选的问题')).toBeVisible();
  await page.goto(`/ledger?inspection=${inspection}`);
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByText(TITLE)).toBeHidden();
  await page.goto(address);
  await expect(page.getByText('没有这个问题')).toBeVisible();
  expect(await ask(page, EVERY_WAY, waysTo(traces, '值班补助'))).toEqual(NOTHING);
  expect((await page.request.get(traces.file)).status()).toBe(404);
  expect((await page.request.get(`/export/report.txt?inspectionId=${inspection}`)).status()).toBe(404);
  expect((await (await as('leader')).request.get(traces.file)).status(), 'who may see it gets the file').toBe(200);
});

test('the same by token', async ({ as, product, playwright }) => {
  const traces = await tracesOf(await as('clerk'), address.split('/').pop()?.split('?')[0] ?? '');
  const reach = async (body: string, secretary: string) => {
    const headers = { authorization: `Bearer ${await makeToken(product, body, secretary)}` };
    const page = await as(secretary);
    await page.goto('/inbox');
    await page.getByRole('region', { name: '待批准的令牌' }).getByRole('button', { name: '审批' }).click();
    await page.getByRole('radio', { name: '批准', exact: true }).check();
    await page.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click();
    await expect(page.getByText('已批准:对接测试')).toBeVisible();
    const client = await playwright.request.newContext({ baseURL: product.url, extraHTTPHeaders: headers });
    const data = { query: EVERY_WAY, variables: waysTo(traces, '值班补助') };
    const answer = (await (await client.post('/graphql', { data })).json()) as {
      data: typeof NOTHING;
      errors?: unknown;
    };
    expect(answer.errors).toBeUndefined();
    const [file, report] = [
      await client.get(traces.file),
      await client.get(`/export/report.txt?inspectionId=${inspection}`),
    ];
    await client.dispose();
    return { answer: answer.data, file: file.status(), report: report.status() };
  };
  expect(await reach('市园林中心', 'othersecretary')).toEqual({ answer: NOTHING, file: 404, report: 404 });
  const own = await reach('市侨青会', 'secretary');
  expect(own, 'the token of its own body reads it').toMatchObject({
    answer: { finding: { title: TITLE } },
    file: 200,
    report: 200,
  });
  expect(own.answer.byText.totalCount).toBe(1);
});
