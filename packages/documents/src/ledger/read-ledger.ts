import { DocumentError } from '../errors.ts';
import { unitNamedIn } from '../text/amounts.ts';
import { openWorkbook } from '../xlsx/workbook.ts';
import type { Workbook } from '../xlsx/workbook.ts';
import { mergedGrid } from '../xlsx/merged-grid.ts';
import type { MergedGrid } from '../xlsx/merged-grid.ts';
import { readSheet } from '../xlsx/sheet.ts';
import { EXPORT_MARK } from './columns.ts';
import type { LedgerColumn } from './columns.ts';
import { readFinding } from './finding.ts';
import { groupRows } from './group-rows.ts';
import { applyMapping, findHeader, headerRepeats, readHeader } from './header.ts';
import type { Header } from './header.ts';
import { cellText, remark } from './row-view.ts';
import type { LedgerContext } from './row-view.ts';
import type { LedgerFinding, LedgerWorkbook, ReadLedgerOptions } from './types.ts';

/** Most rows a list may have below its header. */
export const MAX_LEDGER_ROWS = 10_000;
const ROWS_ABOVE = 50;

/**
 * Reads a body's own list (问题清单, 整改台账, 任务清单) from an .xlsx file: finds the sheet and the header, maps the
 * columns by name, groups action rows under their finding and reads dates and sums exactly (whole fen). Nothing is
 * guessed silently: each doubtful cell is in `rowErrors`, each row left out in `skippedRows`, each column that meant
 * nothing in `unmapped`. A file that cannot be read at all throws a DocumentError with a sentence for the user.
 */
export async function readLedgerWorkbook(bytes: Uint8Array, options: ReadLedgerOptions = {}): Promise<LedgerWorkbook> {
  const workbook = await openWorkbook(bytes);
  const { sheet, header: found } = await chooseSheet(workbook, options);
  const header = options.mapping === undefined ? found : applyMapping(found, options.mapping);
  const rows = [...sheet.grid.rows.keys()];
  const data = rows.filter((row) => row > header.bottom);
  const preamble = preambleOf(sheet, header);
  const context = createContext(
    sheet,
    header,
    preamble,
    options.splitMeasures ?? !workbook.definedNames.has(EXPORT_MARK),
  );
  remarkFaults(context, data);
  const { groups, skipped } = groupRows(context);
  const used = groups.reduce((sum, group) => sum + group.rows.length, 0);
  if (sheet.grid.truncated || used > MAX_LEDGER_ROWS) {
    throw new DocumentError('TOO_MANY_ROWS', { limit: MAX_LEDGER_ROWS });
  }
  const findings = groups.map((group, i) => readFinding(context, group, i + 1));
  remarkDuplicates(context, findings);
  return {
    sheetNames: workbook.sheets.map(({ name }) => name),
    sheet: sheet.grid.name,
    headerRow: header.top,
    preamble,
    bodyName: bodyNameIn(preamble),
    columns: header.columns,
    unmapped: header.columns.filter((column) => column.field === null),
    findings,
    skippedRows: skipped,
    hiddenRows: data.filter((row) => sheet.grid.hiddenRows.has(row)).toSorted((a, b) => a - b),
    rowErrors: context.rowErrors.toSorted((a, b) => a.row - b.row),
  };
}

async function chooseSheet(
  workbook: Workbook,
  options: ReadLedgerOptions,
): Promise<{ sheet: MergedGrid; header: Header }> {
  const wanted = workbook.sheets.filter(({ name, hidden }) =>
    options.sheet === undefined ? !hidden : name === options.sheet,
  );
  if (options.sheet !== undefined && wanted.length === 0) {
    throw new DocumentError('SHEET_NOT_FOUND', { sheet: options.sheet });
  }
  let best: { sheet: MergedGrid; header: Header } | null = null;
  for (const reference of wanted) {
    const sheet = mergedGrid(await readSheet(workbook, reference, MAX_LEDGER_ROWS + ROWS_ABOVE));
    const header = options.headerRow === undefined ? findHeader(sheet) : readHeader(sheet, options.headerRow);
    const usable = header !== null && (header.score > 0 || options.mapping !== undefined);
    if (usable && (best === null || header.score > best.header.score)) best = { sheet, header };
  }
  if (best === null) throw new DocumentError('HEADER_NOT_FOUND');
  return best;
}

function createContext(sheet: MergedGrid, header: Header, preamble: string[], split: boolean): LedgerContext {
  const columns = new Map<LedgerColumn, number>();
  const units: LedgerContext['units'] = new Map();
  const common = preamble.map(unitNamedIn).find((unit) => unit !== null) ?? null;
  for (const { field, index, header: heading } of header.columns) {
    if (field === null) continue;
    columns.set(field, index);
    units.set(field, unitNamedIn(heading) ?? common);
  }
  return { sheet, header, columns, units, split, repeatsHeader: headerRepeats(sheet, header), rowErrors: [] };
}

function preambleOf(sheet: MergedGrid, header: Header): string[] {
  const above = [...sheet.grid.rows.keys()].filter((row) => row < header.top).toSorted((a, b) => a - b);
  return above.flatMap((row) =>
    [...(sheet.grid.rows.get(row)?.keys() ?? [])]
      .map((column) => sheet.at(row, column))
      .filter((cell, i, all) => all.findIndex((c) => c.column === cell.column && c.row === cell.row) === i)
      .map(cellText)
      .filter((text) => text !== ''),
  );
}

function bodyNameIn(preamble: string[]): string | null {
  for (const line of preamble) {
    const match = /(?:填报|报送|被巡察)?(?:单位|党组织)(?:名称|（盖章）|\(盖章\))?\s*[:：]\s*([^\s:：]{2,40})/.exec(
      line,
    );
    if (match !== null && unitNamedIn(line) === null) return match[1] as string;
  }
  return null;
}

function remarkFaults(context: LedgerContext, data: number[]): void {
  const fieldAt = new Map([...context.columns].map(([field, column]) => [column, field]));
  for (const row of data) {
    if (context.sheet.grid.hiddenRows.has(row)) {
      remark(context, { row, field: null, value: '' }, 'warning', 'ROW_HIDDEN');
    }
    for (const [column, { fault, text }] of context.sheet.grid.rows.get(row) ?? []) {
      const field = fieldAt.get(column);
      if (fault === null || field === undefined) continue;
      remark(context, { row, field, value: text }, 'error', fault === 'error' ? 'CELL_ERROR' : 'FORMULA_WITHOUT_VALUE');
    }
  }
}

function remarkDuplicates(context: LedgerContext, findings: LedgerFinding[]): void {
  const seen = new Map<string, number>();
  for (const { printedNumber, aspect, rows } of findings) {
    if (printedNumber === null) continue;
    const key = `${aspect ?? ''}\u0000${printedNumber}`;
    const other = seen.get(key);
    if (other === undefined) seen.set(key, rows[0]);
    else {
      const at = { row: rows[0], field: 'seq' as const, value: printedNumber };
      remark(context, at, 'warning', 'NUMBER_DUPLICATE', { other });
    }
  }
}
