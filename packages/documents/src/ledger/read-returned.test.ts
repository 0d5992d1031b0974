import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { ReturnedLedger } from './changed-types.ts';
import type { ExportFinding } from './export-types.ts';
import { readReturnedLedger } from './read-returned.ts';
import { writeLedgerWorkbook } from './write-ledger.ts';

const id = (prefix: string, n: number): string => `${prefix}_00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const finding = (n: number, actions: number): ExportFinding => ({
  key: { id: id('fnd', n), version: n },
  number: n,
  aspect: '落实决策部署',
  title: `问题${n}`,
  description: '=1+1',
  remediationType: '立行立改',
  leader: '王某',
  leadDepartment: '办公室',
  supportingDepartments: ['财务科'],
  deadline: { text: '', date: '2024-06-30' },
  effect: '成效',
  statedFen: 829_400,
  recoveredFen: 100,
  result: '正在整改',
  closedOn: '2024-06-18',
  remark: '备注\n第二行',
  actions: Array.from({ length: actions }, (_, i) => ({
    key: { id: id('act', n * 100 + i), version: 1 },
    text: `措施${n}-${i}`,
    progress: i === 0 ? '已开展' : null,
  })),
});

const exported = (findings: ExportFinding[] = [finding(1, 3), finding(2, 1), finding(3, 0)]): Promise<Uint8Array> =>
  writeLedgerWorkbook({
    title: '台账',
    bodyName: '市侨青会',
    filledOn: '2024-06-18',
    origin: { inspectionId: id('ins', 1), exportedAt: '2024-06-18T01:00:00Z', exportedBy: '整改办' },
    watermark: '整改办 2024-06-18 09:00 导出',
    findings,
  });

/** The file as another program saves it after a person worked on it. */
async function worked(change: (sheet: ExcelJS.Worksheet) => void, bytes?: Uint8Array): Promise<ReturnedLedger> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((bytes ?? (await exported())) as unknown as ExcelJS.Buffer);
  change(workbook.getWorksheet('整改台账') as ExcelJS.Worksheet);
  const read = await readReturnedLedger(new Uint8Array(await workbook.xlsx.writeBuffer()));
  if (read === null) throw new Error('not recognised');
  return read;
}

const changesOf = (read: ReturnedLedger): unknown[] =>
  read.rows.flatMap(({ row, changed }) => changed.map(({ column, owner, text }) => [row, column, owner, text]));

describe('a ledger that comes back', () => {
  it('untouched says nothing new, whoever saved it', async () => {
    const direct = await readReturnedLedger(await exported());
    expect(direct).toMatchObject({ added: [], missing: [], unknownColumns: [], headerRow: 3 });
    expect(direct?.origin).toEqual({ inspectionId: id('ins', 1), exportedAt: '2024-06-18T01:00:00Z', exportedBy: '整改办' }); // prettier-ignore
    expect(direct?.rows.map(({ row }) => row)).toEqual([4, 5, 6, 7, 8]);
    expect(changesOf(direct as ReturnedLedger)).toEqual([]);
    expect(changesOf(await worked(() => undefined))).toEqual([]);
  });

  it('names the changed cells: of the finding where they are merged, of the action where they are its own', async () => {
    const read = await worked((sheet) => {
      sheet.getCell('C4').value = '问题一，改';
      sheet.getCell('G5').value = '措施二，改';
      sheet.getCell('M6').value = '已完成';
      sheet.getCell('L7').value = new Date('2024-09-30T00:00:00Z');
      sheet.getCell('P8').value = 12.5;
      sheet.getCell('S4').value = null;
    });
    expect(changesOf(read)).toEqual([
      [4, 'title', 'FINDING', '问题一，改'],
      [4, 'closedOn', 'FINDING', ''],
      [5, 'measure', 'ACTION', '措施二，改'],
      [6, 'progress', 'ACTION', '已完成'],
      [7, 'deadline', 'FINDING', '2024-09-30'],
      [8, 'statedAmount', 'FINDING', '12.50'],
    ]);
    expect(read.rows[3]?.changed[0]?.date).toBe('2024-09-30');
    expect(read.rows[1]?.key).toEqual({
      finding: { id: id('fnd', 1), version: 1 },
      action: { id: id('act', 101), version: 1 },
    });
  });

  it('survives sorting, unmerging, columns and rows of a person’s own, and a filter', async () => {
    const read = await worked((sheet) => {
      const merges = [...(sheet.model.merges as unknown as string[])];
      for (const range of merges) sheet.unMergeCells(range);
      const rows = [4, 5, 6, 7, 8].map((row) => sheet.getRow(row).values as ExcelJS.CellValue[]);
      [4, 3, 2, 1, 0].forEach((from, i) => {
        sheet.getRow(4 + i).values = rows[from] as ExcelJS.CellValue[];
      });
      sheet.getRow(5).hidden = true;
      sheet.getCell('G6').value = '措施三，改';
      sheet.insertRow(4, ['小计', null, null]);
      sheet.spliceColumns(3, 0, ['', '', '督查意见', '抓紧'] as never);
    });
    expect(read.unknownColumns).toEqual([{ letter: 'C', header: '督查意见' }]);
    expect(changesOf(read)).toEqual([[7, 'measure', 'ACTION', '措施三，改']]);
    expect(read.missing).toEqual([]);
  });

  it('names added rows with the finding they stand under, copied rows, and missing ones', async () => {
    const read = await worked((sheet) => {
      sheet.spliceRows(8, 1);
      sheet.getRow(7).getCell('G').value = '措施二之二';
      const copy = (sheet.getRow(7).values as ExcelJS.CellValue[]).slice();
      copy[7] = '抄来的一行';
      sheet.insertRow(8, copy);
      sheet.insertRow(9, [null, null, null, null, null, null, '没有序号的措施']);
      sheet.insertRow(10, [99, '方面', '新问题', null, null, null, '新措施']);
    });
    expect(read.added.map(({ row, under, copyOf }) => [row, under, copyOf])).toEqual([
      [8, id('fnd', 2), 7],
      [9, id('fnd', 2), null],
      [10, null, null],
    ]);
    expect(read.missing).toEqual([{ finding: { id: id('fnd', 3), version: 3 }, action: null }]);
  });

  it('is a list like any other when it has no key, or only keys that are none', async () => {
    expect(await readReturnedLedger(await exported([{ ...finding(1, 1), key: undefined as never }]))).toBeNull();
    const spoilt = worked((sheet) => [4, 5, 6, 7, 8].forEach((row) => (sheet.getCell(`U${row}`).value = "fnd_1'; --")));
    await expect(spoilt).rejects.toThrow('not recognised');
  });

  it('asks about every cell where the fingerprints were lost', async () => {
    const read = await worked((sheet) => sheet.spliceColumns(22, 1));
    expect(read.rows[0]?.changed.every(({ base }) => base === null)).toBe(true);
    expect(read.rows[0]?.changed.length).toBe(20);
  });
});
