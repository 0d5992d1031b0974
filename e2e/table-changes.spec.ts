import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { PHONE, expect, test } from './fixtures.ts';
import type { Product } from './product.ts';
import { carryOut } from './steps.ts';

test.use({ journey: 'shared' });

interface Open {
  id: string;
  seq: number;
  version: number;
  title: string;
  inspection: string;
}

const REMARK = '科室补充:已报局党组研究';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The ledger as this page's user exports it, changed by another program. */
async function worked(page: Page, { inspection, seq }: Open): Promise<Buffer> {
  const answer = await page.request.get(`/export/ledger.xlsx?inspectionId=${inspection}`);
  expect(answer.status()).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await answer.body()) as unknown as ExcelJS.Buffer);
  const sheet = workbook.getWorksheet('整改台账') as ExcelJS.Worksheet;
  const headings = (sheet.getRow(3).values as ExcelJS.CellValue[]).map(String);
  let row = 4;
  while (sheet.getCell(row, 1).value !== seq) row += 1;
  sheet.getCell(row, headings.indexOf('备注')).value = REMARK;
  sheet.getCell(row, headings.indexOf('整改成效')).value = '=建章立制见成效';
  sheet.getCell(row, headings.indexOf('整改结果')).value = '已整改到位';
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function remarkBy(page: Page, { id, version }: Open, remark: string): Promise<void> {
  const query = `mutation E($input: EditFindingInput!) { editFinding(input: $input) { userErrors { rule } } }`;
  const data = { query, variables: { input: { findingId: id, version, remark } } };
  const answer = await page.request.post('/graphql', { headers: { 'x-closeout': '1' }, data });
  expect(((await answer.json()) as { data: { editFinding: { userErrors: unknown[] } } }).data.editFinding.userErrors).toEqual([]); // prettier-ignore
}

const remarkOf = async (product: Product, id: string) =>
  (await product.sql<{ remark: string | null; effect: string | null }>(`SELECT remark, effect FROM finding WHERE id = $1`, [id.slice(4)]))[0]; // prettier-ignore

test('a ledger goes out to a table and comes back: cells checked, a conflict decided, written, taken back', async ({
  as,
  product,
}) => {
  const [finding] = await product.sql<Open>(
    `SELECT 'fnd_' || f.id AS id, f.seq, f.version, f.title, 'ins_' || f.inspection_id AS inspection FROM finding f JOIN body b ON b.id = f.body_id JOIN role_grant g ON g.department_id = f.lead_department_id
     JOIN account a ON a.id = g.account_id WHERE a.login = 'head' AND g.role = 'DEPARTMENT_HEAD' AND b.short_name = '市侨青会' AND f.state = 'RECTIFYING' ORDER BY f.seq LIMIT 1`,
  );
  const clerk = await as('clerk');
  await clerk.goto('/ledger');
  const file = await worked(clerk, finding!);
  const before = await remarkOf(product, finding!.id);
  const head = await as('head');
  await remarkBy(head, finding!, '科长在系统里写的备注');

  await clerk.getByRole('button', { name: '导回修改' }).click();
  const dialog = clerk.getByRole('dialog', { name: '把改好的台账导回来' });
  await dialog.getByLabel('改好的台账(.xlsx)').setInputFiles({ name: '台账-改.xlsx', mimeType: XLSX, buffer: file });
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText(/表格修改核对/);
  const rowOf = (column: string) => clerk.getByRole('row').filter({ hasText: column });
  await expect(rowOf('整改结果')).toContainText('状态不能通过表格修改');
  await expect(rowOf('整改结果').getByRole('checkbox')).toBeDisabled();
  await expect(rowOf('整改成效').getByRole('checkbox')).toBeChecked();
  await expect(rowOf('备注')).toContainText('科长在系统里写的备注');
  await expect(rowOf('备注')).toContainText('改过此格,采用即覆盖');
  await expect(rowOf('备注').getByRole('checkbox')).not.toBeChecked();
  if (process.env['PICTURES']) {
    mkdirSync('../artefacts/pictures', { recursive: true });
    await clerk.screenshot({ path: '../artefacts/pictures/table-check.png', fullPage: true });
    await clerk.setViewportSize(PHONE);
    await clerk.screenshot({ path: '../artefacts/pictures/table-check-phone.png', fullPage: true });
    await clerk.setViewportSize({ width: 1366, height: 768 });
  }
  await rowOf('备注').getByRole('checkbox').check();
  await expect(rowOf('备注').getByRole('checkbox')).toBeChecked();

  const remarks = await clerk.request.get(
    (await clerk.getByRole('link', { name: '下载问题说明' }).getAttribute('href'))!,
  );
  expect(remarks.status()).toBe(200);
  await clerk.getByRole('button', { name: '生效(2 处)' }).click();
  await carryOut(clerk.getByRole('dialog', { name: '把表格里的改动写入台账?' }), '生效(2 处)');
  await expect(clerk.getByRole('note')).toContainText('写入台账');
  expect(await remarkOf(product, finding!.id)).toEqual({ remark: REMARK, effect: '=建章立制见成效' });

  await clerk.getByRole('button', { name: '撤销本批' }).click();
  await carryOut(clerk.getByRole('dialog', { name: '撤销表格带来的改动?' }), '撤销本批');
  await expect(clerk.getByRole('note')).toContainText('已撤销或放弃');
  expect(await remarkOf(product, finding!.id)).toEqual({ ...before, remark: '科长在系统里写的备注' });
});
