import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { emptyInspection, fixtureText, sendReport, upload } from '../../../test/import-files.ts';

let api: Api;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
});
afterAll(() => api.stop());

it('a body’s own list goes back as it came, with a column of what was not understood; a report has no rows', async () => {
  const inspectionId = await emptyInspection(api);
  const workbook = new ExcelJS.Workbook();
  const own = workbook.addWorksheet('我的台账');
  own.columns = [{ width: 6 }, { width: 41 }, { width: 12 }, { width: 12 }, { width: 12 }];
  own.addRow(['序号', '存在问题', '整改措施', '责任领导', '涉及金额']).font = { bold: true };
  own.addRow([1, '多发补贴', '清退', '查无此人', '一点点']);
  own.addRow([2, '制度不全', '补齐', '', '']);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const { status, body } = await upload(clerk, 'ledger', inspectionId, bytes, '我的.xlsx');
  expect(status).toBe(201);
  const answer = await clerk.fetch(`/export/import-remarks.xlsx?importId=${body.importId}`);
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('我的-问题说明.xlsx');
  const back = new ExcelJS.Workbook();
  await back.xlsx.load(await answer.arrayBuffer());
  const sheet = back.getWorksheet('我的台账') as ExcelJS.Worksheet;
  expect(sheet.getCell('F1').value).toBe('问题说明');
  expect(sheet.getCell('F2').value).toContain('“一点点”不是可识别的金额');
  expect(sheet.getCell('F2').value).toContain('查无此人');
  expect(sheet.getCell('F3').value).toBeNull();
  expect([sheet.getColumn(2).width, sheet.getCell('B2').value]).toEqual([41, '多发补贴']);
  const [trail] = await api.sql(`SELECT record_type, record_id FROM audit_event WHERE verb = 'exportRemarks' ORDER BY id DESC LIMIT 1`); // prettier-ignore
  expect(trail).toEqual({ record_type: 'Import', record_id: body.importId.slice(4) });

  const report = await sendReport(clerk, inspectionId, fixtureText('03-laonianxiehui-sample-like'));
  const refused = await clerk.fetch(`/export/import-remarks.xlsx?importId=${report.body.importId}`);
  expect([refused.status, ((await refused.json()) as { rule: string }).rule]).toEqual([422, 'imports.kind']);
});
