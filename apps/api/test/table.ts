import ExcelJS from 'exceljs';
import type { TableChanges } from '@closeout/documents';
import type { Caller } from './api.ts';
import { upload, type Uploaded } from './import-files.ts';

/** The ledger as the caller exports it. */
export async function exportedLedger(caller: Caller, inspectionId: string): Promise<Uint8Array> {
  const response = await caller.fetch(`/export/ledger.xlsx?inspectionId=${inspectionId}`);
  if (response.status !== 200) throw new Error(`not exported: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The ledger's sheet, and where the rows of its findings and the columns of its headings are. */
export interface OpenTable {
  sheet: ExcelJS.Worksheet;
  /** The cell of a finding's n-th row (from 0) under a heading. */
  cell(seq: number, heading: string, row?: number): ExcelJS.Cell;
  rowOf(seq: number): number;
}

const KEY_COLUMN = 21;

function opened(sheet: ExcelJS.Worksheet): OpenTable {
  const headings = (sheet.getRow(3).values as ExcelJS.CellValue[]).map(String);
  const rowOf = (seq: number): number => {
    for (let row = 4; row <= sheet.rowCount; row++)
      if (sheet.getCell(row, 1).value === seq && sheet.getCell(row, KEY_COLUMN).value !== null) return row;
    throw new Error(`no finding ${seq} in the table`);
  };
  return {
    sheet,
    rowOf,
    cell: (seq, heading, row = 0) => sheet.getCell(rowOf(seq) + row, headings.indexOf(heading)),
  };
}

/** The file as another program saves it after somebody worked on it. */
export async function workedOn(bytes: Uint8Array, change: (table: OpenTable) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  change(opened(workbook.getWorksheet('整改台账') as ExcelJS.Worksheet));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

let files = 0;

/** Exports, changes and sends back; the answer of the upload. */
export async function sendBack(
  caller: Caller,
  inspectionId: string,
  change: (table: OpenTable) => void,
  bytes?: Uint8Array,
): Promise<Uploaded> {
  const worked = await workedOn(bytes ?? (await exportedLedger(caller, inspectionId)), change);
  files += 1;
  return upload(caller, 'ledger', inspectionId, worked, `台账${files}.xlsx`);
}

export interface TableImport {
  id: string;
  version: number;
  state: string;
  kind: string;
  undoable: boolean;
  parsed: TableChanges;
}

/** The draft as its check screen loads it; null for who may not see it. */
export async function tableOf(caller: Caller, importId: string): Promise<TableImport | null> {
  const document = `query T($id: ID!) { import(id: $id) { id version state kind undoable parsed } }`;
  return (await caller.execute<{ import: TableImport | null }>(document, { id: importId })).import;
}
