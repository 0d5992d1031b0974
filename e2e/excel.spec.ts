import { writeLedgerWorkbook } from '@closeout/documents';
import { expect, test } from './fixtures.ts';
import { FRESH_ROUND, freshInspection } from './fresh-inspection.ts';
import { carryOut, choose, type PickedFile } from './steps.ts';

test.use({ journey: 'excel' });

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The body's own list: two findings with three actions, one date that is none. */
async function list(): Promise<PickedFile> {
  const due = (date: string) => ({ text: '', date });
  const bytes = await writeLedgerWorkbook({
    title: '市侨青会专项巡察整改台账',
    bodyName: '市侨青会',
    filledOn: '2026-07-20',
    findings: [
      {
        number: 1,
        aspect: '采购管理',
        title: '办公用品采购没有比价。',
        leader: '柏舟',
        leadDepartment: '计划财务部',
        person: '江晚',
        deadline: due('2026-12-18'),
        statedFen: 1_286_000,
        actions: [{ text: '修订采购办法，三家比价。' }, { text: '复核2025年以来的采购单据。', progress: '已复核46单' }],
      },
      {
        number: 2,
        aspect: '采购管理',
        title: '两份合同没有验收记录。',
        leadDepartment: '办公室',
        deadline: { text: '13月底', date: null },
        actions: [{ text: '补办验收手续。' }],
      },
    ],
  });
  return { name: '整改台账.xlsx', mimeType: EXCEL, buffer: Buffer.from(bytes) };
}

test('the body’s own Excel list becomes a live ledger: what could not be read is named, undone and committed again', async ({
  as,
  product,
}) => {
  const inspection = await freshInspection(product);
  const file = await list();
  const page = await as('clerk');
  const send = async () => {
    await page.goto('/import');
    const label = `中共澜川市侨界青年联合会党组 · ${FRESH_ROUND}(专项)`;
    await page.getByLabel('导入到哪一次巡察').selectOption({ label });
    await choose(page, page, file);
  };
  const commit = async () => {
    await page.getByRole('button', { name: '全部标为已核对' }).click();
    await page.getByRole('button', { name: '确认入账(2 / 2 已核)' }).click();
    const dialog = page.getByRole('dialog', { name: '确认入账' });
    await dialog.getByRole('radio', { name: /^作为待办台账/ }).check();
    await carryOut(dialog, '入账 2 个问题');
  };
  const ledger = async () => {
    await page.goto(`/ledger?inspection=${inspection}`);
    return page.getByRole('link', { name: '办公用品采购没有比价' });
  };

  await send();
  const remark = page.getByRole('table', { name: '逐行提示 1 处' }).getByRole('row').filter({ hasText: '13月底' });
  await expect(remark).toContainText('请');
  await commit();
  const link = await ledger();
  await expect(link).toBeVisible();
  const row = page.getByRole('row').filter({ has: link });
  await expect(row).toContainText('待认领');
  await expect(row).toContainText('计划财务部');

  await page.goto('/import');
  await page.getByRole('button', { name: '撤销本批' }).first().click();
  await carryOut(page.getByRole('dialog', { name: '撤销本批入账?' }), '撤销本批');
  await expect(page.getByText('已撤销', { exact: true }).first()).toBeVisible();
  await ledger();
  await expect(page.getByText('台账里还没有问题')).toBeVisible();

  await send();
  await commit();
  await expect(await ledger()).toBeVisible();
  expect(
    await product.sql(
      `SELECT state::text, count(*)::int AS findings FROM finding WHERE inspection_id = $1 GROUP BY state`,
      [inspection.slice(4)],
    ),
  ).toEqual([{ state: 'UNCLAIMED', findings: 2 }]);
  await send();
  await expect(page.getByRole('link', { name: '打开第一次导入' })).toBeVisible();
});
