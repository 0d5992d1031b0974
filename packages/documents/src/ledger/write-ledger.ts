import { writeWorkbook } from '../xlsx/write-workbook.ts';
import type { CellSpec, RowSpec, SheetSpec, ValidationSpec } from '../xlsx/write-workbook.ts';
import { columnLetter } from '../xlsx/address.ts';
import type { CellRange } from '../xlsx/address.ts';
import type { CellStyle } from '../xlsx/write-styles.ts';
import { EXPORT_MARK, LEDGER_COLUMNS } from './columns.ts';
import type { LedgerColumn } from './columns.ts';
import type { ExportAction, ExportFinding, LedgerExport } from './export-types.ts';
import { actionCell, findingCell, shownText, textCell } from './ledger-cells.ts';
import { linesOf, rowHeights } from './row-heights.ts';

const LAST = LEDGER_COLUMNS.length;
const HEADER_ROW = 3;
const BLANK_ROWS = 20;
const plain = { border: false, format: 'general' } as const;
const TITLE: CellStyle = { font: '方正小标宋简体', size: 20, horizontal: 'center', ...plain };
const LINE: CellStyle = { font: '仿宋', size: 12, horizontal: 'left', ...plain };
const HEADING: CellStyle = {
  font: '黑体',
  size: 11,
  horizontal: 'center',
  border: true,
  format: 'general',
  fill: true,
};
/** Columns that always belong to the action; the responsibility columns do when the actions differ in them. */
const ACTION_FIELDS: ReadonlySet<LedgerColumn> = new Set(['measure', 'progress', 'evidence']);
/**
 * Merged texts repeated under the merge (not shown, kept by Excel and WPS), so that the filter finds every row of a
 * finding. Never sums: a total over the column must count each once.
 */
const FILTERABLE: ReadonlySet<LedgerColumn> = new Set<LedgerColumn>([
  'seq',
  'aspect',
  'title',
  'remediationType',
  'leader',
  'leadDepartment',
  'person',
  'deadline',
  'result',
]);

/**
 * Writes the official ledger: the twenty columns, finding cells merged over their action rows, real date cells and
 * sums in 元, frozen and repeated header, filter, lists, unit and signature lines, landscape. No cell is ever a
 * formula, whatever its text begins with. Reading it back with `readLedgerWorkbook` gives the same findings.
 */
export async function writeLedgerWorkbook(ledger: LedgerExport): Promise<Uint8Array> {
  const rows: RowSpec[] = [titleRow(ledger), unitRow(ledger), headingRow()];
  const merges: CellRange[] = [span(1, 1, LAST), span(2, 1, 8), span(2, 9, 15), span(2, 16, LAST)];
  for (const finding of ledger.findings) addFinding(finding, rows, merges);
  if (ledger.findings.length === 0) rows.push(...Array.from({ length: BLANK_ROWS }, blankRow));
  const lastRow = rows.length;
  rows.push({ height: 12, cells: [] }, signatureRow(ledger));
  merges.push(span(rows.length, 1, LAST));
  const { validations, options } = lists(ledger, lastRow);
  const sheet: SheetSpec = {
    name: '整改台账',
    widths: columnWidths(ledger.findings),
    rows,
    merges,
    frozen: { rows: HEADER_ROW, columns: 3 },
    filter: { top: HEADER_ROW, left: 1, bottom: lastRow, right: LAST },
    repeatedRow: HEADER_ROW,
    validations,
    paper: ledger.paper ?? 'A4',
    ...(ledger.watermark === undefined ? {} : { watermark: ledger.watermark }),
  };
  return writeWorkbook({ sheets: [sheet, ...options], marks: ledger.findings.length > 0 ? [EXPORT_MARK] : [] });
}

const span = (row: number, left: number, right: number): CellRange => ({ top: row, left, bottom: row, right });

function placed(cells: [column: number, text: string, style: CellStyle][]): (CellSpec | null)[] {
  const row: (CellSpec | null)[] = Array.from({ length: LAST }, () => null);
  for (const [column, text, style] of cells) row[column - 1] = { value: { text }, style };
  return row;
}

function titleRow(ledger: LedgerExport): RowSpec {
  return { height: 36, cells: placed([[1, ledger.title, TITLE]]) };
}

function unitRow(ledger: LedgerExport): RowSpec {
  const [year, month, day] = ledger.filledOn.split('-').map(Number);
  const cells = placed([
    [1, `填报单位：${ledger.bodyName}`, LINE],
    [9, `填报时间：${year}年${month}月${day}日`, { ...LINE, horizontal: 'center' }],
    [16, '单位：元', { ...LINE, horizontal: 'right' }],
  ]);
  return { height: 22, cells };
}

function headingRow(): RowSpec {
  return { height: 32, cells: LEDGER_COLUMNS.map(({ header }) => ({ value: { text: header }, style: HEADING })) };
}

function blankRow(): RowSpec {
  return { height: 32, cells: LEDGER_COLUMNS.map(({ field }) => textCell(field, null)) };
}

function signatureRow({ signatures = ['填表人', '审核人', '主要负责人（签字）'] }: LedgerExport): RowSpec {
  return { height: 28, cells: placed([[1, signatures.map((role) => `${role}：`).join('　'.repeat(14)), LINE]]) };
}

/** Sums never show as ####: their columns are as wide as the longest one, printed as `1,234,567.89`. */
function columnWidths(findings: readonly ExportFinding[]): number[] {
  return LEDGER_COLUMNS.map(({ field, width }) => {
    if (field !== 'statedAmount' && field !== 'recoveredAmount') return width;
    const key = field === 'statedAmount' ? 'statedFen' : 'recoveredFen';
    const longest = findings.reduce((most, finding) => Math.max(most, Math.abs(finding[key] ?? 0)), 0);
    const digits = String(Math.floor(longest / 100)).length;
    return Math.max(width, digits + Math.floor((digits - 1) / 3) + 4.5);
  });
}

function addFinding(finding: ExportFinding, rows: RowSpec[], merges: CellRange[]): void {
  const actions: readonly (ExportAction | null)[] = finding.actions.length === 0 ? [null] : finding.actions;
  const perAction = actionColumns(finding);
  const top = rows.length + 1;
  const rowLines = actions.map(() => 1);
  let mergedLines = 1;
  const cells = actions.map((): (CellSpec | null)[] => []);
  LEDGER_COLUMNS.forEach(({ field, width }, column) => {
    const own = findingCell(finding, field);
    const merged = !perAction.has(field);
    actions.forEach((action, i) => {
      const cell = merged || action === null ? own : actionCell(finding, action, field, i === 0);
      const shown = !merged || i === 0;
      (cells[i] as CellSpec[]).push(shown || FILTERABLE.has(field) ? cell : { ...cell, value: null });
      if (!merged) rowLines[i] = Math.max(rowLines[i] as number, linesOf(shownText(cell.value), width));
    });
    if (!merged) return;
    mergedLines = Math.max(mergedLines, linesOf(shownText(own.value), width));
    if (actions.length > 1) merges.push({ top, left: column + 1, bottom: top + actions.length - 1, right: column + 1 });
  });
  const heights = rowHeights(rowLines, mergedLines);
  cells.forEach((row, i) => rows.push({ height: heights[i] as number, cells: row }));
}

/** The columns that differ from action to action in this finding. */
function actionColumns(finding: ExportFinding): Set<LedgerColumn> {
  const { actions } = finding;
  const columns = new Set<LedgerColumn>(ACTION_FIELDS);
  const differs = (value: (action: ExportAction) => unknown): boolean =>
    actions.some((action) => (value(action) ?? null) !== null);
  if (differs((action) => action.leader)) columns.add('leader');
  if (differs((action) => action.department)) columns.add('leadDepartment');
  if (differs((action) => action.person)) columns.add('person');
  if (differs((action) => action.deadline)) columns.add('deadline');
  for (const field of ['progress', 'evidence'] as const) {
    const told = finding[field] ?? null;
    if (told !== null && !differs((action) => action[field])) columns.delete(field);
  }
  return columns;
}

const DEFAULT_TYPES = ['立行立改', '分阶段整改', '长期坚持'];
const DEFAULT_RESULTS = ['已完成', '基本完成', '部分完成', '持续整改', '未完成'];

/** List cells for class and result. Words that do not fit a literal list move to a hidden sheet. */
function lists(ledger: LedgerExport, lastRow: number): { validations: ValidationSpec[]; options: SheetSpec[] } {
  const wanted = [
    { field: 'remediationType', words: ledger.remediationTypes ?? DEFAULT_TYPES },
    { field: 'result', words: ledger.results ?? DEFAULT_RESULTS },
  ] as const;
  const literal = wanted.every(
    ({ words }) => words.join(',').length <= 250 && words.every((word) => !/[,"]/.test(word)),
  );
  const validations = wanted.map(({ field, words }, i): ValidationSpec => {
    const letter = columnLetter(LEDGER_COLUMNS.findIndex((column) => column.field === field) + 1);
    const reference = `选项!$${columnLetter(i + 1)}$1:$${columnLetter(i + 1)}$${Math.max(1, words.length)}`;
    return {
      range: `${letter}${HEADER_ROW + 1}:${letter}${lastRow}`,
      source: literal ? words : { reference },
      prompt: '请从列表中选择',
    };
  });
  if (literal) return { validations: validations.filter((_, i) => wanted[i]?.words.length !== 0), options: [] };
  const height = Math.max(...wanted.map(({ words }) => words.length));
  const rows = Array.from({ length: height }, (_, row): RowSpec => {
    return { cells: wanted.map(({ words }) => (words[row] === undefined ? null : { value: { text: words[row] }, style: LINE })) }; // prettier-ignore
  });
  return { validations, options: [{ name: '选项', hidden: true, widths: [30, 30], rows }] };
}
