import type { ImportMode, RoundSettings, WorkingCalendar } from '@closeout/domain';
import { insertRows, type RowOf } from '../../../db/insert-rows.ts';
import type { Transaction } from '../../audit/in-transaction.ts';
import type { InspectionWithBody } from '../inspection-for.ts';
import type { Directory } from './directory.ts';

/** What every row of one batch shares. */
export interface BatchContext {
  importId: string;
  inspection: InspectionWithBody;
  mode: ImportMode;
  /** The number of the batch's first finding: behind those the inspection has. */
  firstSeq: number;
  aspectIds: ReadonlyMap<string, string>;
  settings: RoundSettings;
  calendar: WorkingCalendar;
  feedbackOn: string | null;
  directory: Directory;
  newId: () => string;
  /** The highest piece number given under each action of the batch; under '' those tied to no action. */
  pieces: Map<string, number>;
  now: Date;
  by: { accountId: string | null; name: string };
}

/** All rows of one import, ready to be written together. */
export interface Batch {
  findings: RowOf<'finding'>[];
  supporting: RowOf<'finding_department'>[];
  points: RowOf<'finding_point'>[];
  actions: RowOf<'action'>[];
  sums: RowOf<'money_sum'>[];
  evidence: RowOf<'evidence'>[];
  links: RowOf<'evidence_action'>[];
  meetings: RowOf<'meeting'>[];
  documents: RowOf<'policy_document'>[];
  talks: RowOf<'talk'>[];
}

export const emptyBatch = (): Batch => ({
  findings: [],
  supporting: [],
  points: [],
  actions: [],
  sums: [],
  evidence: [],
  links: [],
  meetings: [],
  documents: [],
  talks: [],
});

/** Writes the rows in the order of their references. */
export async function writeBatch(tx: Transaction, batch: Batch, pieces: BatchContext['pieces']): Promise<void> {
  for (const action of batch.actions) action.lastPiece = pieces.get(action.id) ?? 0;
  await insertRows(tx, 'finding', batch.findings);
  await insertRows(tx, 'finding_department', batch.supporting);
  await insertRows(tx, 'finding_point', batch.points);
  await insertRows(tx, 'action', batch.actions);
  await insertRows(tx, 'money_sum', batch.sums);
  await insertRows(tx, 'evidence', batch.evidence);
  await insertRows(tx, 'evidence_action', batch.links);
  await insertRows(tx, 'meeting', batch.meetings);
  await insertRows(tx, 'policy_document', batch.documents);
  await insertRows(tx, 'talk', batch.talks);
}

/** How many rows of each kind, for the audit trail. */
export const countsOf = (batch: Batch): Record<string, number> => ({
  findings: batch.findings.length,
  actions: batch.actions.length,
  sums: batch.sums.length,
  evidence: batch.evidence.length,
});
