import type { FindingVerb } from '../access/verbs.ts';
import type { Viewer } from '../access/viewer.ts';
import type { FindingFacts } from './facts.ts';
import { judge, type TransitionReason } from './workflow.ts';

/** Why a column of the ledger never changes by a spreadsheet: its value is made elsewhere. */
export const TABLE_LOCKS = ['NUMBER', 'ASPECT', 'EVIDENCE', 'MONEY', 'STATE', 'OF_FINDING', 'OF_ACTION'] as const;
export type TableLock = (typeof TABLE_LOCKS)[number];

/** Whose cell it is: the finding's, or one of its actions'. */
export type TableOwner = 'FINDING' | 'ACTION';

type Cell = FindingVerb | TableLock;

/**
 * What a changed cell of the ledger's twenty columns means, as the finding's and as an action's: the verb that carries it out,
 * or why none does. State, result, sums and evidence are no input anywhere, so they are none here.
 */
// prettier-ignore
const ROWS = {
  //                      the finding's          an action's
  seq:                   ['NUMBER',             'NUMBER'],
  aspect:                ['ASPECT',             'ASPECT'],
  title:                 ['editFinding',        'OF_FINDING'],
  description:           ['editFinding',        'OF_FINDING'],
  remediationType:       ['assign',             'OF_FINDING'],
  target:                ['editFinding',        'OF_FINDING'],
  measure:               ['OF_ACTION',          'editAction'],
  leader:                ['assign',             'OF_FINDING'],
  leadDepartment:        ['assign',             'editAction'],
  supportingDepartments: ['assign',             'OF_FINDING'],
  person:                ['nameHandler',        'editAction'],
  deadline:              ['assign',             'editAction'],
  progress:              ['OF_ACTION',          'updateProgress'],
  effect:                ['editFinding',        'OF_FINDING'],
  evidence:              ['EVIDENCE',           'EVIDENCE'],
  statedAmount:          ['MONEY',              'MONEY'],
  recoveredAmount:       ['MONEY',              'MONEY'],
  result:                ['STATE',              'STATE'],
  closedOn:              ['STATE',              'STATE'],
  remark:                ['editFinding',        'OF_FINDING'],
} as const satisfies Record<string, readonly [Cell, Cell]>;

export type TableColumn = keyof typeof ROWS;
export const TABLE_COLUMNS = Object.keys(ROWS) as readonly TableColumn[];

const LOCKS: ReadonlySet<Cell> = new Set<Cell>(TABLE_LOCKS);
const isLock = (cell: Cell): cell is TableLock => LOCKS.has(cell);

/** What carries a changed cell out: a verb, or the lock that keeps it. */
export function tableCell(column: TableColumn, owner: TableOwner): { verb: FindingVerb } | { lock: TableLock } {
  const cell: Cell = ROWS[column][owner === 'FINDING' ? 0 : 1];
  return isLock(cell) ? { lock: cell } : { verb: cell };
}

/** Whether the viewer may change this cell by a spreadsheet now; else the lock or the workflow's own reason. */
export function whyNotByTable(
  viewer: Viewer,
  column: TableColumn,
  owner: TableOwner,
  facts: FindingFacts,
): TableLock | TransitionReason | null {
  const cell = tableCell(column, owner);
  return 'lock' in cell ? cell.lock : judge(viewer, cell.verb, facts).reason;
}
