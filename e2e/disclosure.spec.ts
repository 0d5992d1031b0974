import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { DESK, PHONE, expect, test } from './fixtures.ts';
import type { Product } from './product.ts';
import { carryOut } from './steps.ts';

test.use({ journey: 'disclosure' });
test.describe.configure({ mode: 'serial' });

const CLUE = '某干部线索白鹭九号';

/** Somebody who is nobody here, without JavaScript; every request beyond the product is noted. */
async function stranger(browser: Browser, product: Product, outside: string[] = []): Promise<Page> {
  const context = await browser.newContext({
    viewport: DESK,
    locale: 'zh-CN',
    baseURL: product.url,
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(`${product.url}/`)) outside.push(request.url());
  });
  return page;
}

const look = async (page: Page, name: string): Promise<void> => {
  if (!process.env['PICTURES']) return;
  await page.screenshot({ path: `../artefacts/pictures/disclosure-${name}.png`, fullPage: true });
  await page.setViewportSize(PHONE);
  await page.screenshot({ path: `../artefacts/pictures/disclosure-${name}-phone.png`, fullPage: true });
  await page.setViewportSize(DESK);
};

/** What the demo has published, of the body of otherclerk and othersecretary. */
const ofBody = async (product: Product): Promise<{ slug: string; inspectionId: string }> =>
  (
    await product.sql<{ slug: string; inspectionId: string }>(
      `SELECT p.slug, 'ins_' || p.inspection_id AS "inspectionId" FROM publication p JOIN published.publication s ON s.slug = p.slug WHERE s.content IS NOT NULL`,
    )
  )[0]!;

test('anybody reads what the demo published, without JavaScript, on a desk and on a phone', async ({
  browser,
  product,
}) => {
  const outside: string[] = [];
  const page = await stranger(browser, product, outside);
  await page.goto('/public/');
  await look(page, 'list');
  await page.getByRole('list').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('整改');
  await expect(page.getByRole('table', { name: /截至/ })).toContainText('整改完成率');
  await expect(page.getByRole('region', { name: '联系方式' })).toContainText('12388');
  await look(page, 'text');
  await page.setViewportSize(PHONE);
  // Nothing is wider than a phone.
  const box = await page.locator('main').boundingBox();
  expect(box!.x + box!.width).toBeLessThanOrEqual(PHONE.width);
  await page.setViewportSize(DESK);
  await page.getByRole('region', { name: '问题清单' }).getByRole('link').first().click();
  await expect(page.getByRole('region', { name: '反馈问题' })).toBeVisible();
  await expect(page.getByRole('region', { name: '留言' })).toHaveCount(0);
  await look(page, 'item');
  expect(outside).toEqual([]);
});

test('public pages have no barrier that axe finds', async ({ browser, product }) => {
  const { slug } = await ofBody(product);
  const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', baseURL: product.url, bypassCSP: true });
  const page = await context.newPage();
  for (const path of ['', slug, `${slug}/1`, 'none']) {
    await page.goto(`/public/${path}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html}`),
      path,
    ).toEqual([]);
  }
  await context.close();
});

/** Reads the notice and writes: nobody is faster than three seconds. */
async function leave(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: /^留言内容/ }).fill(words);
  await page.waitForTimeout(3_100);
  await page.getByRole('button', { name: '提交留言' }).click();
}

const comment = (page: Page, words: string) =>
  page.getByRole('list', { name: '留言' }).getByRole('listitem').filter({ hasText: words });

test('the body takes comments; a stranger leaves two without JavaScript, one hastily first', async ({
  as,
  browser,
  product,
}) => {
  const { slug, inspectionId } = await ofBody(product);
  const clerk = await as('otherclerk');
  await clerk.goto(`/publication?inspection=${inspectionId}&view=page`);
  await clerk.getByRole('checkbox', { name: /^接受留言/ }).check();
  await clerk.getByRole('textbox', { name: /^答复期限/ }).fill('5');
  await clerk.getByRole('button', { name: '保存' }).click();
  await expect(clerk.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
  await look(clerk, 'settings');

  const page = await stranger(browser, product);
  await page.goto(`/public/${slug}/1`);
  await page.getByRole('textbox', { name: /^留言内容/ }).fill('请公示进度，联系13812345678。');
  await page.getByRole('button', { name: '提交留言' }).click();
  await expect(page.getByRole('alert')).toContainText('提交得太快');
  await expect(page.getByRole('textbox', { name: /^留言内容/ })).toHaveValue('请公示进度，联系13812345678。');
  await look(page, 'given-back');
  await page.waitForTimeout(3_100);
  await page.getByRole('button', { name: '提交留言' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('留言已收到');
  await page.getByRole('link', { name: '返回该项问题' }).click();
  await leave(page, `举报${CLUE}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('留言已收到');
});

test('the clerk shows, answers and hands over; the secretary releases; the page shows it', async ({
  as,
  browser,
  product,
}) => {
  const { slug, inspectionId } = await ofBody(product);
  const clerk = await as('otherclerk');
  await clerk.goto(`/publication?inspection=${inspectionId}&view=comments`);
  const said = comment(clerk, '请公示进度');
  await expect(said).toContainText('138****5678');
  await expect(said).toContainText('前答复');
  await look(clerk, 'inbox');
  await said.getByRole('button', { name: '展示', exact: true }).click();
  await expect(said).toContainText('已展示');
  await said.getByRole('button', { name: '写答复' }).click();
  const form = clerk.getByRole('dialog', { name: '写答复' });
  await form.getByRole('textbox', { name: '答复' }).fill('已在公开栏公示。');
  await carryOut(form, '保存');
  await expect(said).toContainText('待发布');

  await comment(clerk, CLUE).getByRole('button', { name: '疑似线索,移交' }).click();
  const gone = clerk.getByRole('dialog', { name: '疑似线索,移交' });
  await look(clerk, 'hand-over');
  await carryOut(gone, '已移交,清除');
  await expect(comment(clerk, CLUE)).toHaveCount(0);
  await expect(clerk.getByText(/已移交疑似线索/)).toContainText('1 件');
  const left = await product.sql(`SELECT 1 FROM audit_event e WHERE e::text LIKE '%${CLUE}%'`);
  expect(left).toEqual([]);

  const secretary = await as('othersecretary');
  await secretary.goto(`/publication?inspection=${inspectionId}&view=comments`);
  await comment(secretary, '请公示进度').getByRole('button', { name: '发布答复' }).click();
  await expect(comment(secretary, '请公示进度')).toContainText('答复已发布');

  const page = await stranger(browser, product);
  await page.goto(`/public/${slug}/1`);
  const talk = page.getByRole('region', { name: '留言' });
  await expect(talk).toContainText('138****5678');
  await expect(talk).toContainText('已在公开栏公示。');
  await expect(page.locator('body')).not.toContainText(CLUE);
  await look(page, 'talk');
});

test('taken down, the address says so and takes nothing any more', async ({ as, browser, product }) => {
  const { slug, inspectionId } = await ofBody(product);
  const page = await stranger(browser, product);
  await page.goto(`/public/${slug}/1`);
  const secretary = await as('othersecretary');
  await secretary.goto(`/publication?inspection=${inspectionId}`);
  await secretary.getByRole('button', { name: '撤下' }).click();
  const dialog = secretary.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '理由' }).fill('勘误');
  await carryOut(dialog, '撤下');
  await leave(page, '迟到的留言');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('本页内容已撤下');
  expect((await page.goto(`/public/${slug}`))!.status()).toBe(410);
  await look(page, 'down');
});
