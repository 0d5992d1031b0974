import { fenToYuan } from '../text/amounts.ts';
import { decimalText } from '../xlsx/number-formats.ts';
import type { CellSpec, CellValue } from '../xlsx/write-workbook.ts';
import type { CellStyle } from '../xlsx/write-styles.ts';
import type { LedgerColumn } from './columns.ts';
import type { ExportAction, ExportDeadline, ExportFinding } from './export-types.ts';

const base = { font: '仿宋', size: 10, border: true } as const;
const STYLES = {
  left: { ...base, horizontal: 'left', format: 'general' },
  center: { ...base, horizontal: 'center', format: 'general' },
  money: { ...base, horizontal: 'right', format: 'money' },
  date: { ...base, horizontal: 'center', format: 'date' },
  guardedLeft: { ...base, horizontal: 'left', format: 'general', guarded: true },
  guardedCenter: { ...base, horizontal: 'center', format: 'general', guarded: true },
} as const satisfies Record<string, CellStyle>;

const LONG_TEXTS: ReadonlySet<LedgerColumn> = new Set<LedgerColumn>([
  'title',
  'description',
  'target',
  'measure',
  'progress',
  'effect',
  'evidence',
  'remark',
]);
/** What a spreadsheet could take for a formula when the cell is edited; the full-width forms are converted by some. */
export const FORMULA_LIKE = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r]/;

/** The cell of a text column; a text that looks like a formula is guarded so that it stays text even when edited. */
export function textCell(field: LedgerColumn, text: string | null | undefined): CellSpec {
  const long = LONG_TEXTS.has(field);
  const guarded = FORMULA_LIKE.test(text ?? '');
  const style = long ? (guarded ? STYLES.guardedLeft : STYLES.left) : guarded ? STYLES.guardedCenter : STYLES.center;
  return { value: text === null || text === undefined ? null : { text }, style };
}

/** The cell of a finding's own column: real numbers for sums and the running number, real dates for days. */
export function findingCell(finding: ExportFinding, field: LedgerColumn): CellSpec {
  switch (field) {
    case 'seq':
      return numberCell(finding.number);
    case 'statedAmount':
      return moneyCell(finding.statedFen);
    case 'recoveredAmount':
      return moneyCell(finding.recoveredFen);
    case 'closedOn':
      return dayCell('closedOn', finding.closedOn);
    case 'deadline':
      return deadlineCell(finding.deadline);
    case 'supportingDepartments':
      return textCell(field, finding.supportingDepartments?.join('、'));
    case 'measure':
      return textCell(field, null);
    default:
      return textCell(field, finding[field]);
  }
}

/**
 * The cell of an action's column; what the action leaves open is the finding's. Progress and evidence told for the
 * whole finding beside those of single actions stand before the first action's.
 */
export function actionCell(
  finding: ExportFinding,
  action: ExportAction,
  field: LedgerColumn,
  isFirst: boolean,
): CellSpec {
  switch (field) {
    case 'measure':
      return textCell(field, action.text);
    case 'leader':
    case 'person':
      return textCell(field, action[field] ?? finding[field]);
    case 'leadDepartment':
      return textCell(field, action.department ?? finding.leadDepartment);
    case 'deadline':
      return deadlineCell(action.deadline ?? finding.deadline);
    case 'progress':
    case 'evidence':
      return textCell(field, [isFirst ? finding[field] : null, action[field]].filter(Boolean).join('\n') || null);
    default:
      return findingCell(finding, field);
  }
}

/** What a cell shows, to measure its height. */
export function shownText(value: CellValue | null): string {
  if (value === null) return '';
  if ('text' in value) return value.text;
  return 'date' in value ? value.date : value.decimal;
}

/** What a cell says, however a program formats it: a number is the same number with or without its decimals. */
export const comparedWords = (value: CellValue | null): string =>
  value !== null && 'decimal' in value ? decimalText(Number(value.decimal)) : shownText(value);

function numberCell(number: string | number): CellSpec {
  const text = String(number);
  return /^(?:0|[1-9]\d{0,8})$/.test(text) ? { value: { decimal: text }, style: STYLES.center } : textCell('seq', text);
}

function moneyCell(fen: number | null | undefined): CellSpec {
  if (fen === null || fen === undefined) return { value: null, style: STYLES.money };
  if (!Number.isSafeInteger(fen)) throw new RangeError(`Not a whole number of fen: ${fen}`);
  const yuan = fenToYuan(fen);
  // A number cell keeps 15 digits: a longer sum is written as text rather than rounded.
  return yuan.replace(/\D/g, '').length <= 15 ? { value: { decimal: yuan }, style: STYLES.money } : textCell('remark', yuan); // prettier-ignore
}

function deadlineCell(deadline: ExportDeadline | null | undefined): CellSpec {
  if (deadline === null || deadline === undefined) return textCell('deadline', null);
  if (deadline.text === '' || deadline.text === deadline.date) return dayCell('deadline', deadline.date);
  return textCell('deadline', deadline.text);
}

/** Spreadsheets count days reliably only from March 1900 on; anything else stays a text. */
function dayCell(field: LedgerColumn, date: string | null | undefined): CellSpec {
  const real = date !== null && date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) && date >= '1900-03-01';
  return real && !Number.isNaN(Date.parse(date)) ? { value: { date }, style: STYLES.date } : textCell(field, date);
}
