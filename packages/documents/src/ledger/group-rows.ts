import { cellText, fieldCell, fieldText, remark } from './row-view.ts';
import type { LedgerContext } from './row-view.ts';
import type { SkippedRow } from './types.ts';

/** The rows of one finding, and the section heading it stands under. */
export interface RowGroup {
  rows: number[];
  section: string | null;
}

const TOTAL = /^(?:合|总|小|共)\s*计/;
const SIGNATURE =
  /^(?:填表|填报|制表|审核|复核|审签|签字|签发|(?:党[组委工]+)?书记|(?:主要|单位|分管)?(?:负责人|领导)|联系(?:人|电话)|注|备注|说明|填[表报]说明|盖章)[^:：]{0,8}[:：]/;
/** Whether a row that begins with this text is a total or a signature line, never data. */
export const closesList = (text: string): boolean => TOTAL.test(text) || SIGNATURE.test(text);

const SECTION_NUMBER = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/;

/** Groups the rows below the header into findings, and lists those that are none with the reason. */
export function groupRows(context: LedgerContext): { groups: RowGroup[]; skipped: SkippedRow[] } {
  const groups: RowGroup[] = [];
  const skipped: SkippedRow[] = [];
  let section: string | null = null;
  const { grid } = context.sheet;
  for (const row of [...grid.rows.keys()].toSorted((a, b) => a - b)) {
    if (row <= context.header.bottom) continue;
    const current = groups.at(-1) ?? null;
    const reason = skipReason(context, row, current);
    if (reason !== null) {
      const text = ownCells(context, row).map((cell) => cell.text).join(' '); // prettier-ignore
      if (reason === 'SECTION')
        section = text
          .replace(SECTION_NUMBER, '')
          .replace(/[：:]$/, '')
          .trim();
      if (reason === 'ORPHAN') remark(context, { row, field: null, value: text }, 'warning', 'ROW_ORPHAN');
      skipped.push({ row, reason, text });
    } else if (beginsFinding(context, row, current)) groups.push({ rows: [row], section });
    else if (hasContent(context, row)) current?.rows.push(row);
  }
  return { groups, skipped };
}

interface OwnCell {
  text: string;
  column: number;
  width: number;
}

/** The cells whose content stands in this very row (not reaching down from above). */
function ownCells(context: LedgerContext, row: number): OwnCell[] {
  const cells: OwnCell[] = [];
  for (const column of context.sheet.grid.rows.get(row)?.keys() ?? []) {
    const printed = context.sheet.at(row, column);
    if (printed.row !== row || printed.column !== column) continue;
    const text = cellText(printed);
    if (text !== '') cells.push({ text, column, width: printed.right - printed.column + 1 });
  }
  return cells;
}

const KEY_FIELDS = ['seq', 'title', 'description', 'measure', 'progress'] as const;

function skipReason(context: LedgerContext, row: number, current: RowGroup | null): SkippedRow['reason'] | null {
  const own = ownCells(context, row);
  const first = own[0];
  if (first === undefined || withinMerge(context, row, current)) return null;
  if (context.repeatsHeader(row)) return 'REPEATED_HEADER';
  const key = Math.max(context.columns.get('title') ?? 1, context.columns.get('seq') ?? 1);
  const early = first.column <= key && fieldText(context, row, 'measure') === '';
  if (TOTAL.test(first.text) && first.column <= key) return 'TOTAL';
  const wide = first.width > 2 && first.width >= context.header.columns.length / 2;
  if ((early || wide || own.length === 1) && SIGNATURE.test(first.text)) return 'SIGNATURE';
  if (own.length === 1 && (wide || (early && SECTION_NUMBER.test(first.text)))) return 'SECTION';
  const meaningful = KEY_FIELDS.some((field) => fieldText(context, row, field) !== '');
  return meaningful ? null : 'ORPHAN';
}

/** Whether a merged number or text of the current finding still reaches this row. */
function withinMerge(context: LedgerContext, row: number, current: RowGroup | null): boolean {
  if (current === null) return false;
  return (['seq', 'title'] as const).some((field) => {
    const printed = fieldCell(context, row, field);
    return printed !== null && printed.row < row && current.rows.includes(printed.row) && cellText(printed) !== '';
  });
}

function beginsFinding(context: LedgerContext, row: number, current: RowGroup | null): boolean {
  const number = fieldText(context, row, 'seq');
  const title = fieldText(context, row, 'title');
  if (number === '' && title === '') return false;
  if (current === null) return hasContent(context, row);
  const first = current.rows[0] as number;
  const sameCell = (field: 'seq' | 'title'): boolean =>
    fieldCell(context, row, field)?.row === fieldCell(context, first, field)?.row;
  const sameTitle = title === '' || sameCell('title') || title === fieldText(context, first, 'title');
  if (number === '') return !sameTitle;
  if (sameCell('seq')) return false;
  const sameNumber = number === fieldText(context, first, 'seq');
  return !(sameNumber && sameTitle) && hasContent(context, row);
}

/** A row whose only content is a pre-printed number is an unused line of a form. */
function hasContent(context: LedgerContext, row: number): boolean {
  return context.header.columns.some(
    ({ field }) => field !== null && field !== 'seq' && fieldText(context, row, field) !== '',
  );
}
