import type { Page } from '@playwright/test';
import { expect, PHONE, test } from './fixtures.ts';
import { carryOut, choose, scan } from './steps.ts';

test.use({ journey: 'notices' });
test.describe.configure({ mode: 'serial' });

const TITLE = '关于经费管理问题整改的督办通知';
let number = '';
let address = '';
/** The list of the main body, which the office chooses among its bodies. */
let list = '';

test.beforeAll(async ({ product }) => {
  const [row] = await product.sql<{ id: string }>(
    `SELECT i.id FROM inspection i JOIN body b ON b.id = i.body_id WHERE b.short_name = '市侨青会'`,
  );
  list = `/notices?inspection=ins_${row!.id}`;
});

/** Opens a notice of the main body by its number, from the list. */
async function open(page: Page, which: string): Promise<Page> {
  await page.goto('/notices');
  await page.getByRole('link', { name: which, exact: true }).click();
  await expect(page.getByRole('region', { name: '正文' })).toBeVisible();
  return page;
}

/** Takes one of a list that more can be added to. */
async function add(form: ReturnType<Page['getByRole']>, page: Page, label: string, text: string): Promise<void> {
  await form.getByRole('combobox', { name: label }).fill(text);
  await page.getByRole('option', { name: text }).first().click();
}

test('the office sends a supervision about one finding to the secretary, and the form says by when a reply is due', async ({
  as,
}) => {
  const office = await as('office');
  await office.goto(list);
  await office.getByRole('button', { name: '发通知' }).click();
  const form = office.getByRole('dialog', { name: '发给市侨青会的通知' });
  await expect(form.getByRole('button', { name: '发出', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await add(form, office, '收件职务', '党组书记、主席');
  await add(form, office, '涉及问题', '23 ');
  await form.getByRole('textbox', { name: '标题' }).fill(TITLE);
  await form.getByRole('textbox', { name: '正文' }).fill('请说明经费管理问题的整改进展和完成时间。');
  await expect(form.getByRole('radio', { name: '按设置(10 个工作日)' })).toBeChecked();
  await carryOut(form, '发出');
  await expect(office.getByRole('heading', { level: 1 })).toContainText(TITLE);
  await expect(office.getByRole('main')).toContainText('待签收');
  const main = office.getByRole('main');
  number = /巡察督〔\d{4}〕\d+号/.exec(await main.innerText())![0];
  address = new URL(office.url()).pathname;
  await expect(main).toContainText('按轮次设置');
});

test('the clerk finds it in the inbox, signs for it and drafts the reply with a file; the office sees none of it', async ({
  as,
}) => {
  const clerk = await as('clerk');
  await clerk.goto('/inbox');
  await clerk
    .getByRole('region', { name: '待办的督办通知' })
    .getByRole('link', { name: `${number} ${TITLE}` })
    .click();
  await clerk.getByRole('button', { name: '签收' }).click();
  const draft = clerk.getByRole('region', { name: '起草回复' });
  await draft.getByRole('textbox', { name: '回复内容' }).fill('草稿：已核对全部凭证。');
  await draft.getByRole('button', { name: '保存草稿' }).click();
  await expect(draft).toContainText('顾秋 起草');
  await expect(draft.getByRole('button', { name: '发出回复' })).toBeHidden();
  await choose(draft, clerk, scan('凭证核对表.pdf'));
  await draft.getByRole('button', { name: '上传' }).click();
  await expect(draft.getByRole('link', { name: '凭证核对表.pdf' })).toBeVisible();
  const office = await as('office');
  await office.goto(address);
  await expect(office.getByRole('main')).toContainText('待回复');
  await expect(office.getByRole('main')).not.toContainText('草稿');
});

test('the secretary sends it from a phone; the office accepts it, and its place in the list says so', async ({
  as,
}) => {
  const secretary = await as('secretary', PHONE);
  await secretary.goto(address);
  const draft = secretary.getByRole('region', { name: '起草回复' });
  await draft.getByRole('textbox', { name: '回复内容' }).fill('已核对全部凭证，月底前完成整改。');
  await expect(draft.getByRole('button', { name: '发出回复' })).toHaveAttribute('aria-disabled', 'true');
  await draft.getByRole('button', { name: '保存草稿' }).click();
  await draft.getByRole('button', { name: '发出回复' }).click();
  await expect(secretary.getByRole('region', { name: '单位回复' })).toContainText('月底前完成整改');

  const office = await as('office');
  await office.goto('/');
  await office
    .getByRole('region', { name: '待办的督办通知' })
    .getByRole('link', { name: `${number} ${TITLE}` })
    .click();
  await expect(
    office.getByRole('region', { name: '单位回复' }).getByRole('link', { name: '凭证核对表.pdf' }),
  ).toBeVisible();
  await office.getByRole('button', { name: '认可回复' }).click();
  await carryOut(office.getByRole('dialog', { name: `认可 ${number} 的回复` }), '认可回复');
  await expect(office.getByRole('main')).toContainText('已办结');
});

test('an unanswered guidance leads to a reminder; a step that is not open asks for its reason', async ({
  as,
  product,
}) => {
  const [guidance] = await product.sql<{ number: string }>(
    `UPDATE notice SET reply_due_on = current_date - 3 WHERE kind = 'GUIDANCE' RETURNING number`,
  );
  const office = await as('office');
  await office.goto(list);
  await expect(office.getByRole('row').filter({ hasText: guidance!.number })).toContainText('逾期未复');
  await office.getByRole('button', { name: '发通知' }).click();
  const form = office.getByRole('dialog', { name: '发给市侨青会的通知' });
  await form.getByRole('radio', { name: '告诫' }).check({ force: true });
  await expect(form).toContainText('还没有发过上一级通知');
  await form.getByRole('radio', { name: '提醒' }).check({ force: true });
  await expect(form.getByRole('textbox', { name: '越级理由' })).toBeHidden();
  await expect(form.getByRole('combobox', { name: '接续的通知' })).toContainText(guidance!.number);
  await add(form, office, '收件职务', '党组书记、主席');
  await form.getByRole('textbox', { name: '标题' }).fill('关于逾期未复的提醒');
  await form.getByRole('textbox', { name: '正文' }).fill('指导意见逾期未复，请于三个工作日内回复。');
  await form.getByRole('radio', { name: '若干工作日内' }).check({ force: true });
  await form.getByRole('textbox', { name: '若干工作日内' }).fill('3');
  await carryOut(form, '发出');
  await expect(office.getByRole('region', { name: '通知信息' })).toContainText(guidance!.number);
});

test('the finding shows its notices to those who work on it, and the letter prints with its reply slip', async ({
  as,
  product,
}) => {
  const [finding] = await product.sql<{ id: string }>(
    `SELECT f.id FROM finding f JOIN body b ON b.id = f.body_id WHERE f.seq = 23 AND b.short_name = '市侨青会'`,
  );
  const head = await as('head');
  await head.goto(`/findings/fnd_${finding!.id}`);
  const panel = head.getByRole('region', { name: '督办通知' });
  await expect(panel).toContainText(number);
  await expect(panel.getByRole('link')).toHaveCount(0);

  const secretary = await open(await as('secretary'), number);
  await secretary.getByRole('link', { name: '打印公文' }).click();
  const letter = secretary.getByRole('article');
  await expect(letter).toContainText('中共澜川市委巡察工作领导小组办公室');
  await expect(letter).toContainText(number);
  await expect(letter.getByRole('region', { name: '回执' })).toContainText('顾秋');
  const [file] = await Promise.all([
    secretary.waitForEvent('download'),
    secretary.getByRole('link', { name: '导出公文(.docx)' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${number}-市侨青会.docx`);
  await secretary.emulateMedia({ media: 'print' });
  await expect(secretary.getByRole('button', { name: '打印' })).toBeHidden();
  await secretary.emulateMedia({ media: 'screen' });
  await secretary.goto('/report');
  await secretary.getByRole('button', { name: '其他文件' }).click();
  const [plan] = await Promise.all([
    secretary.waitForEvent('download'),
    secretary.getByRole('menuitem', { name: '导出整改方案和三张清单(.docx)' }).click(),
  ]);
  expect(plan.suggestedFilename()).toMatch(/^整改方案-市侨青会-.*\.docx$/);
});

test('the clerk records a paper of the discipline inspection with its scan; the office has no such list', async ({
  as,
}) => {
  const clerk = await as('clerk');
  await clerk.goto('/notices');
  const papers = clerk.getByRole('region', { name: '外来文书' });
  await papers.getByRole('button', { name: '登记外来文书' }).click();
  const form = clerk.getByRole('dialog', { name: '登记外来文书' });
  await form.getByRole('textbox', { name: '发文机关' }).fill('市人民检察院');
  await form.getByRole('textbox', { name: '文号' }).fill('检建〔2026〕7号');
  await form.getByRole('textbox', { name: '文书日期' }).fill('2026-06-30');
  await form.getByRole('textbox', { name: '事由' }).fill('关于规范采购的检察建议书');
  await carryOut(form, '登记');
  const row = papers.getByRole('listitem').filter({ hasText: '检建〔2026〕7号' });
  await row.getByRole('button', { name: '添加扫描件' }).click();
  await choose(row, clerk, scan('检察建议书.pdf'));
  await row.getByRole('button', { name: '上传' }).click();
  await expect(row.getByRole('link', { name: '检察建议书.pdf' })).toBeVisible();
  const office = await as('office');
  await office.goto('/notices');
  await expect(office.getByRole('table').first()).toBeVisible();
  await expect(office.getByRole('region', { name: '外来文书' })).toBeHidden();
});
