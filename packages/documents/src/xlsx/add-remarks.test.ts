import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../testing/hostile-texts.ts';
import { rawXlsx } from '../testing/raw-xlsx.ts';
import { addRemarks } from './add-remarks.ts';
import { readSheet } from './sheet.ts';
import { openWorkbook } from './workbook.ts';

/** A file as a clerk made it: a title over all, colours, widths, a formula, a list, a second sheet. */
async function ownFile(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('台账');
  sheet.columns = [{ width: 7 }, { width: 33 }, { width: 21 }];
  sheet.addRow(['某单位整改台账']);
  sheet.mergeCells('A1:C1');
  const heading = sheet.addRow(['序号', '问题', '整改措施']);
  heading.font = { bold: true, color: { argb: 'FFCC0000' } };
  heading.height = 41;
  sheet.addRow([1, '一', '甲']).getCell(2).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } };
  sheet.addRow([2, '二', { formula: 'B3&"乙"', result: '一乙' }]);
  sheet.getCell('B4').dataValidation = { type: 'list', formulae: ['"一,二"'] };
  workbook.addWorksheet('说明').addRow(['别动']);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const opened = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return workbook;
};

describe('the own file with a column of remarks', () => {
  it('is the same file but for that column', async () => {
    const before = await ownFile();
    const remarks = { sheet: '台账', headerRow: 2, rows: new Map([[4, ['第一条', '第二条']]]), general: ['少了一行'] };
    const after = await addRemarks(before, remarks);
    const [was, now] = [await JSZip.loadAsync(before), await JSZip.loadAsync(after)];
    expect(Object.keys(now.files).toSorted()).toEqual(Object.keys(was.files).toSorted());
    for (const [path, file] of Object.entries(was.files).filter(([, one]) => !one.dir)) {
      const same = (await now.file(path)?.async('string')) === (await file.async('string'));
      expect([path, same]).toEqual([path, path !== 'xl/worksheets/sheet1.xml']);
    }
    const sheet = (await opened(after)).getWorksheet('台账') as ExcelJS.Worksheet;
    expect([sheet.getCell('D2').value, sheet.getCell('D4').value]).toEqual(['问题说明\n少了一行', '第一条\n第二条']);
    expect([1, 2, 3, 4].map((column) => sheet.getColumn(column).width)).toEqual([7, 33, 21, 60]);
    expect(sheet.getCell('D2').font).toEqual(sheet.getCell('C2').font);
    expect(sheet.getRow(2).height).toBe(41);
    expect(sheet.getCell('C4').value).toMatchObject({ formula: 'B3&"乙"', result: '一乙' });
    expect(sheet.getCell('B3').fill).toMatchObject({ fgColor: { argb: 'FFFFFF00' } });
    expect(sheet.getCell('B4').dataValidation).toMatchObject({ type: 'list' });
  });

  it('fits files of other programs: prefixed names, no row numbers, empty rows, widths to the end of the sheet', async () => {
    const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const xml = `<?xml version="1.0"?><x:worksheet xmlns:x="${MAIN}"><x:cols><x:col min="1" max="16384" width="9"/></x:cols><x:sheetData><x:row spans="1:2"><x:c t="inlineStr"><x:is><x:t>序号</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>&lt;row&gt;</x:t></x:is></x:c></x:row><x:row r="2"/></x:sheetData></x:worksheet>`;
    const bytes = await rawXlsx([{ name: '表', rows: [], xml }]);
    const after = await addRemarks(bytes, { sheet: '表', headerRow: 1, rows: new Map([[2, ['空行']]]) });
    const workbook = await openWorkbook(after);
    const { rows } = await readSheet(workbook, workbook.sheets[0]!, 10);
    expect([rows.get(1)?.get(3)?.text, rows.get(2)?.get(3)?.text, rows.get(1)?.get(2)?.text]).toEqual(['问题说明', '空行', '<row>']); // prettier-ignore
  });

  it('writes hostile texts as texts', async () => {
    const texts = hostileTexts();
    const bytes = await rawXlsx([{ name: '表', rows: [['序号'], ...texts.map((_, i) => [i])] }]);
    const after = await addRemarks(bytes, { sheet: '表', headerRow: 1, rows: new Map(texts.map((text, i) => [i + 2, [text]])) }); // prettier-ignore
    const zip = await JSZip.loadAsync(after);
    expect(await zip.file('xl/worksheets/sheet1.xml')?.async('string')).not.toMatch(/<f[\s>/]/);
    const workbook = await openWorkbook(after);
    const { rows } = await readSheet(workbook, workbook.sheets[0]!, 1_000);
    const lost = texts.filter((text, i) => text.trim() !== '' && rows.get(i + 2)?.get(2)?.text !== text);
    expect(lost).toEqual([]);
  });

  it('refuses a sheet that is not there', async () => {
    await expect(addRemarks(await ownFile(), { sheet: '无', headerRow: 1, rows: new Map() })).rejects.toThrow('无');
  });
});
