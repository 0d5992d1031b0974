import type { CellStyle } from '../xlsx/write-styles.ts';
import type { SheetSpec } from '../xlsx/write-workbook.ts';
import type { SheetGrid } from '../xlsx/sheet.ts';
import type { ExportFinding, LedgerOrigin } from './export-types.ts';
import { keyText, parseKey } from './row-keys.ts';
import type { RowKey } from './row-keys.ts';

/** The sheet that says where the ledger comes from and which rows it had; never offered for showing. */
export const ORIGIN_SHEET = '导出信息';

const STYLE: CellStyle = { font: '仿宋', size: 8, horizontal: 'left', border: false, format: 'general' };

export function originSheet(origin: LedgerOrigin, findings: readonly ExportFinding[]): SheetSpec {
  const keys = findings.flatMap((finding) => {
    const { key } = finding;
    if (key === undefined) return [];
    if (finding.actions.length === 0) return [keyText({ finding: key, action: null })];
    return finding.actions.map((action) => keyText({ finding: key, action: action.key ?? null }));
  });
  const lines = [[origin.inspectionId, origin.exportedAt, origin.exportedBy], ...keys.map((key) => [key])];
  const rows = lines.map((texts) => ({ cells: texts.map((text) => ({ value: { text }, style: STYLE })) }));
  return { name: ORIGIN_SHEET, hidden: 'very', widths: [40, 24, 16], rows };
}

/** What an origin sheet says; a person may have changed it, so nothing is granted because of it. */
export function readOrigin(grid: SheetGrid): { origin: LedgerOrigin; keys: RowKey[] } | null {
  const head = grid.rows.get(1);
  const text = (column: number): string => head?.get(column)?.text ?? '';
  if (text(1) === '') return null;
  const keys = [...grid.rows].flatMap(([row, cells]) => (row === 1 ? [] : (parseKey(cells.get(1)?.text ?? '') ?? [])));
  return { origin: { inspectionId: text(1), exportedAt: text(2), exportedBy: text(3) }, keys };
}
