import type { CellSpec } from '../xlsx/write-workbook.ts';
import { LEDGER_COLUMNS } from './columns.ts';
import type { LedgerColumn } from './columns.ts';
import type { ExportAction, ExportFinding } from './export-types.ts';
import { actionCell, comparedWords, findingCell, shownText } from './ledger-cells.ts';
import type { CellOwner } from './row-keys.ts';

/** Columns that always belong to the action; the responsibility columns do when the actions differ in them. */
const ACTION_FIELDS: ReadonlySet<LedgerColumn> = new Set(['measure', 'progress', 'evidence']);

/** One cell of a finding's rows: whose it is, its content, the words it shows, and those by which it is compared. */
export interface RowCell {
  field: LedgerColumn;
  owner: CellOwner;
  cell: CellSpec;
  shown: string;
  words: string;
}

/** The rows of a finding, one for each action, at least one; a cell of the finding is the same in each. */
export function findingRows(finding: ExportFinding): RowCell[][] {
  const actions: readonly (ExportAction | null)[] = finding.actions.length === 0 ? [null] : finding.actions;
  const perAction = actionColumns(finding);
  const own = new Map(LEDGER_COLUMNS.map(({ field }) => [field, findingCell(finding, field)]));
  return actions.map((action, i) =>
    LEDGER_COLUMNS.map(({ field }): RowCell => {
      const owner = perAction.has(field) ? 'ACTION' : 'FINDING';
      const ofFinding = owner === 'FINDING' || action === null;
      const cell = ofFinding ? (own.get(field) as CellSpec) : actionCell(finding, action, field, i === 0);
      return { field, owner, cell, shown: shownText(cell.value), words: comparedWords(cell.value) };
    }),
  );
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
