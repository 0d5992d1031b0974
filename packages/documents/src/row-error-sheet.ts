import type { RowError } from './errors.ts';
import { textCell } from './ledger/ledger-cells.ts';
import { writeWorkbook } from './xlsx/write-workbook.ts';
import type { RowSpec } from './xlsx/write-workbook.ts';

const HEADINGS = ['工作表', '行', '列', '原值', '类别', '问题与处理办法'];

/** The remarks of an import as an .xlsx list to hand back to whoever made the file, one row per remark. */
export async function writeRowErrors(errors: readonly (RowError & { sheet?: string })[]): Promise<Uint8Array> {
  const line = (texts: readonly string[]): RowSpec => ({ cells: texts.map((text) => textCell('remark', text)) });
  const rows = errors.map(({ sheet = '', row, column, value, level, message }) => {
    return line([sheet, String(row), column ?? '', value, level === 'error' ? '错误' : '提示', message]);
  });
  const frozen = { rows: 1, columns: 0 };
  const widths = [16, 6, 6, 30, 8, 70];
  return writeWorkbook({
    sheets: [{ name: '问题清单', widths, rows: [line(HEADINGS), ...rows], frozen, repeatedRow: 1 }],
  });
}
