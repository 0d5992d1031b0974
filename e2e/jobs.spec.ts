import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { PHONE, expect, test } from './fixtures.ts';
import { carryOut } from './steps.ts';

test.use({ journey: 'jobs' });
test.describe.configure({ mode: 'serial' });

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const REPORT = file('../packages/report/fixtures/03-laonianxiehui-sample-like.txt');

const rowOf = (page: Page, what: string) => page.getByRole('row').filter({ hasText: what }).first();

async function startExport(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: '后台导出' }).click();
  const form = page.getByRole('dialog', { name: '后台导出' });
  await form.getByRole('combobox', { name: '内容' }).selectOption({ label: what });
  await carryOut(form, '开始');
}

test('before anything was asked for, the page says where to begin', async ({ as }) => {
  const leader = await as('leader');
  await leader.goto('/jobs');
  await expect(leader.getByText('还没有任务')).toBeVisible();
});

test('the clerk packs the archive in the background, goes on working, finds it again and downloads it', async ({
  as,
}) => {
  const clerk = await as('clerk');
  await clerk.goto('/report');
  await startExport(clerk, '归档包');
  await expect(clerk.getByText('归档包已转入后台')).toBeVisible();
  await clerk.getByRole('navigation', { name: '主导航' }).first().getByRole('link', { name: '问题台账' }).click();
  await expect(clerk.getByRole('heading', { level: 1 })).toContainText('台账');
  await clerk.getByRole('banner').getByRole('link', { name: /^任务/ }).click();
  const row = rowOf(clerk, '打包归档');
  await expect(row.getByText('已完成')).toBeVisible({ timeout: 60_000 });
  const saved = clerk.waitForEvent('download');
  await row.getByRole('link', { name: /^整改档案-.+\.zip$/ }).click();
  const archive = await (await saved).path();
  const verified = spawnSync(process.execPath, [file('../packages/archive/src/cli.ts'), archive], { encoding: 'utf8' });
  expect(verified.stdout).toContain('holds: ');
  expect(verified.status).toBe(0);
});

test('nobody else sees it; a head has no archive to choose', async ({ as }) => {
  const secretary = await as('secretary');
  await secretary.goto('/jobs');
  await expect(secretary.getByText('还没有任务')).toBeVisible();

  const head = await as('head');
  await head.goto('/ledger');
  await head.getByRole('button', { name: '后台导出' }).click();
  const kinds = head.getByRole('dialog', { name: '后台导出' }).getByRole('combobox', { name: '内容' });
  await expect(kinds.getByRole('option', { name: '台账' })).toBeAttached();
  await expect(kinds.getByRole('option', { name: '归档包' })).toHaveCount(0);
});

test('a large report is read while its page is left, and opened from where it was sent', async ({ as }) => {
  const clerk = await as('clerk');
  await clerk.goto('/import');
  const chooser = clerk.waitForEvent('filechooser');
  await clerk.getByRole('button', { name: '选择文件' }).click();
  const large = Buffer.concat([readFileSync(REPORT), Buffer.alloc(600_000, '\n')]);
  await (await chooser).setFiles({ name: '整改情况.txt', mimeType: 'text/plain', buffer: large });
  await expect(clerk.getByText('整改情况.txt较大,已转入后台读取')).toBeVisible();
  await clerk.goto('/');
  await clerk.goto('/import');
  const reading = clerk.getByRole('region', { name: '后台读取' });
  await reading.getByRole('link', { name: '打开核对' }).click({ timeout: 60_000 });
  await expect(clerk.getByRole('heading', { name: '导入核对' })).toBeVisible();
  await expect(clerk.getByText('整改情况.txt').first()).toBeVisible();
});

test('on a phone an export that fails says why, and what waits can be cancelled and tried again', async ({
  as,
  product,
}) => {
  const clerk = await as('clerk', PHONE);
  await clerk.goto('/report');
  // As if the worker had much to do: nothing is taken up while this stands.
  await product.sql(`ALTER TABLE job DISABLE TRIGGER USER`);
  await startExport(clerk, '台账');
  await clerk.getByRole('banner').getByRole('link', { name: /^任务/ }).click();
  const row = rowOf(clerk, '导出台账');
  await expect(row.getByText('排队中')).toBeVisible();
  await row.getByRole('button', { name: '取消' }).click();
  await expect(row.getByText('已取消')).toBeVisible();
  await product.sql(`ALTER TABLE job ENABLE TRIGGER USER`);
  await row.getByRole('button', { name: '重试' }).click();
  await expect(row.getByText('已完成')).toBeVisible({ timeout: 30_000 });
  await product.sql(
    `UPDATE job SET state = 'FAILED', result_name = NULL, result_media_type = NULL, result_size = NULL, result_sha256 = NULL, result_until = NULL,
       refusals = '[{"code": "LIMIT", "rule": "jobs.storage", "message": "x"}]' WHERE kind = 'EXPORT_LEDGER'`,
  );
  await clerk.reload();
  await expect(rowOf(clerk, '导出台账')).toContainText('服务器存储空间不足,请联系管理员清理后重试');
});
