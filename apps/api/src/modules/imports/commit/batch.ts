import type { ImportMode, RoundSettings, WorkingCalendar } from '@closeout/domain';
import type { Prisma } from '@closeout/prisma/client';
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
  findings: Prisma.FindingCreateManyInput[];
  supporting: Prisma.FindingDepartmentCreateManyInput[];
  points: Prisma.FindingPointCreateManyInput[];
  actions: Prisma.ActionCreateManyInput[];
  sums: Prisma.MoneySumCreateManyInput[];
  evidence: Prisma.EvidenceCreateManyInput[];
  links: Prisma.EvidenceActionCreateManyInput[];
  meetings: Prisma.MeetingCreateManyInput[];
  documents: Prisma.PolicyDocumentCreateManyInput[];
  talks: Prisma.TalkCreateManyInput[];
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

/** Rows that go into one statement: the widest table stays below PostgreSQL's limit of 65,535 parameters. */
const ROWS = 500;

/** Writes rows piece by piece, one statement after the other. */
async function inPieces<T>(rows: readonly T[], write: (data: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS) await write(rows.slice(at, at + ROWS));
}

/** Writes the rows in the order of their references. */
export async function writeBatch(tx: Transaction, batch: Batch, pieces: BatchContext['pieces']): Promise<void> {
  const actions = batch.actions.map((action) => ({ ...action, lastPiece: pieces.get(action.id as string) ?? 0 }));
  await inPieces(batch.findings, (data) => tx.finding.createMany({ data }));
  await inPieces(batch.supporting, (data) => tx.findingDepartment.createMany({ data }));
  await inPieces(batch.points, (data) => tx.findingPoint.createMany({ data }));
  await inPieces(actions, (data) => tx.action.createMany({ data }));
  await inPieces(batch.sums, (data) => tx.moneySum.createMany({ data }));
  await inPieces(batch.evidence, (data) => tx.evidence.createMany({ data }));
  await inPieces(batch.links, (data) => tx.evidenceAction.createMany({ data }));
  await inPieces(batch.meetings, (data) => tx.meeting.createMany({ data }));
  await inPieces(batch.documents, (data) => tx.policyDocument.createMany({ data }));
  await inPieces(batch.talks, (data) => tx.talk.createMany({ data }));
}

/** How many rows of each kind, for the audit trail. */
export const countsOf = (batch: Batch): Record<string, number> => ({
  findings: batch.findings.length,
  actions: batch.actions.length,
  sums: batch.sums.length,
  evidence: batch.evidence.length,
});
