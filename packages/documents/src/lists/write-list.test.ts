import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../testing/hostile-texts.ts';
import { readSheet } from '../xlsx/sheet.ts';
import { openWorkbook } from '../xlsx/workbook.ts';
import { writeListWorkbook, type ListSheet } from './write-list.ts';

const list = (more: Partial<ListSheet> = {}): ListSheet => ({
  name: '清退台账',
  title: '市侨青会清退台账',
  unit: ['填报单位：市侨青会', '填报时间：2024年6月18日', '单位：元'],
  columns: [
    { header: '序号', width: 6 },
    { header: '事由', width: 40, left: true },
    { header: '金额', width: 14 },
    { header: '日期', width: 12 },
  ],
  rows: [{ cells: [1, '多发补贴', { fen: 829_400n }, { day: '2024-06-18' }] }],
  notes: ['大写：捌仟贰佰玖拾肆元整'],
  signatures: ['填表人', '审核人'],
  ...more,
});

describe('a printed list', () => {
  it('has title, unit line, a repeated head, numbers and days as such, places to sign, A4 across, and who took it out', async () => {
    const bytes = await writeListWorkbook([list()], '整改办 2024-06-18 09:30 导出 & 存档');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
    const sheet = workbook.getWorksheet('清退台账') as ExcelJS.Worksheet;
    expect(sheet.getCell('A1').value).toBe('市侨青会清退台账');
    expect([sheet.getCell('A2').value, sheet.getCell('B2').value, sheet.getCell('D2').value]).toEqual(list().unit);
    expect(sheet.getRow(3).values).toEqual([undefined, '序号', '事由', '金额', '日期']);
    expect([sheet.getCell('A4').value, sheet.getCell('C4').value]).toEqual([1, 8294]);
    expect(sheet.getCell('D4').value).toEqual(new Date('2024-06-18T00:00:00Z'));
    expect(sheet.getCell('A6').value).toContain('填表人：');
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, printTitlesRow: '3:3' }); // prettier-ignore
    expect(sheet.headerFooter.oddFooter).toContain('整改办 2024-06-18 09:30 导出 && 存档');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
  });

  it('keeps 200 hostile texts as texts, in cells, titles, notes and names of sheets', async () => {
    const texts = hostileTexts();
    const rows = texts.map((text, i) => ({ cells: [i, text, null, null] }));
    const more = { rows, title: '=1+1', notes: ['@SUM(1)'], unit: ['+1', '-1', '=A1'] as const };
    const names = ["='x'!A1", 'a/b[c]:d', '', '甲'.repeat(60), '甲'.repeat(60)];
    const bytes = await writeListWorkbook([list(more), ...names.map((name) => list({ name }))], '=cmd()');
    const zip = await JSZip.loadAsync(bytes);
    for (const [path, file] of Object.entries(zip.files)) {
      const xml = await file.async('string');
      expect(xml, path).not.toMatch(/<f[\s>/]/);
      expect(xml, path).not.toMatch(/externalLink|ddeLink|<hyperlink/);
    }
    const workbook = await openWorkbook(bytes);
    expect(new Set(workbook.sheets.map(({ name }) => name)).size).toBe(6);
    expect(workbook.sheets.every(({ name }) => name.length <= 31 && !/[\\/?*[\]:]/.test(name))).toBe(true);
    const { rows: read } = await readSheet(workbook, workbook.sheets[0]!, 1_000);
    const lost = texts.filter((text, i) => text.trim() !== '' && read.get(i + 4)?.get(2)?.text !== text);
    expect(lost).toEqual([]);
  });
});
