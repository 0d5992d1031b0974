import type { PrintedCell } from '../xlsx/merged-grid.ts';
import { splitEnumeration } from '../text/enumerations.ts';
import { readActions } from './actions.ts';
import { readAmount, readDay, readDeadline, readType, splitDepartments } from './cell-values.ts';
import type { LedgerColumn } from './columns.ts';
import type { RowGroup } from './group-rows.ts';
import { cellText, cellsOver, remark } from './row-view.ts';
import type { LedgerContext } from './row-view.ts';
import type { LedgerDeadline, LedgerFinding } from './types.ts';

/** Builds a finding from its rows. `seq` is its place in the list. */
export function readFinding(context: LedgerContext, group: RowGroup, seq: number): LedgerFinding {
  const { rows } = group;
  const joined = (field: LedgerColumn): string | null =>
    [...new Set(cellsOver(context, rows, field).map(cellText))].join('\n') || null;
  const any = (field: LedgerColumn): PrintedCell | null => cellsOver(context, rows, field)[0] ?? null;
  const anyText = (field: LedgerColumn): string | null => textOf(any(field));
  const only = (field: LedgerColumn): PrintedCell | null => single(context, rows, field);
  const departments = readDepartments(context, rows);
  const { actions, shared } = readActions(context, rows);
  const texts = readTexts(joined('title'), joined('description'));
  const type = only('remediationType');
  const ownDeadline = (): LedgerDeadline | null => {
    const cell = any('deadline');
    return cell === null ? null : readDeadline(context, cell);
  };
  const closedOn = only('closedOn');
  const stated = only('statedAmount');
  const recovered = only('recoveredAmount');
  const finding: LedgerFinding = {
    rows: [rows[0] as number, rows.at(-1) as number],
    seq,
    printedNumber: anyText('seq'),
    aspect: textOf(only('aspect')) ?? group.section,
    ...texts,
    remediationType: type === null ? null : readType(context, type),
    target: joined('target'),
    leader: anyText('leader'),
    ...departments,
    person: anyText('person'),
    deadline: actions.find((action) => action.deadline !== null)?.deadline ?? ownDeadline(),
    progress: shared.progress.join('\n') || (actions.length === 0 ? joined('progress') : null),
    evidence: shared.evidence.join('\n') || (actions.length === 0 ? joined('evidence') : null),
    effect: joined('effect'),
    result: textOf(only('result')),
    closedOn: closedOn === null ? null : readDay(context, closedOn, 'closedOn'),
    remark: joined('remark'),
    statedAmount: stated === null ? null : readAmount(context, stated, 'statedAmount'),
    recoveredAmount: recovered === null ? null : readAmount(context, recovered, 'recoveredAmount'),
    actions,
  };
  remarkGaps(context, finding);
  return finding;
}

const textOf = (cell: PrintedCell | null): string | null => (cell === null ? null : cellText(cell));

/** A value there can be only one of; a second, different one is remarked, the first is kept. */
function single(context: LedgerContext, rows: readonly number[], field: LedgerColumn): PrintedCell | null {
  const [first = null, ...others] = cellsOver(context, rows, field);
  for (const other of others) {
    if (first === null || cellText(other) === cellText(first)) continue;
    const at = { row: other.row, field, value: cellText(other) };
    remark(context, at, 'warning', 'VALUE_CONFLICT', { first: cellText(first) });
  }
  return first;
}

function readTexts(
  title: string | null,
  description: string | null,
): Pick<LedgerFinding, 'title' | 'description' | 'points'> {
  if (title !== null && description !== null) return { title, description, points: splitEnumeration(description) };
  const text = title ?? description ?? '';
  const points = splitEnumeration(text);
  return { title: text, description: null, points: points.length > 1 ? points : [] };
}

function readDepartments(
  context: LedgerContext,
  rows: readonly number[],
): Pick<LedgerFinding, 'leadDepartment' | 'supportingDepartments'> {
  const lead = cellsOver(context, rows, 'leadDepartment')[0] ?? null;
  const [leadDepartment = null, ...others] = lead === null ? [] : splitDepartments(cellText(lead));
  if (lead !== null && others.length > 0) {
    const at = { row: lead.row, field: 'leadDepartment' as const, value: cellText(lead) };
    remark(context, at, 'warning', 'DEPARTMENTS_SEVERAL');
  }
  const named = cellsOver(context, rows, 'supportingDepartments').flatMap((cell) => splitDepartments(cellText(cell)));
  const supporting = new Set([...others, ...named].filter((name) => !/^(?:无|[-—]+)$/.test(name)));
  return { leadDepartment, supportingDepartments: [...supporting] };
}

function remarkGaps(context: LedgerContext, finding: LedgerFinding): void {
  const row = finding.rows[0];
  if (finding.title === '') remark(context, { row, field: 'title', value: '' }, 'error', 'TITLE_MISSING');
  if (finding.actions.length === 0 && context.columns.has('measure')) {
    remark(context, { row, field: 'measure', value: '' }, 'warning', 'ACTION_MISSING');
  }
  if (finding.printedNumber === null && context.columns.has('seq')) {
    remark(context, { row, field: 'seq', value: '' }, 'warning', 'NUMBER_MISSING');
  }
}
