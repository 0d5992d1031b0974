import type { ImportMode, RoundSettings } from '@closeout/domain';
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

/** Writes the rows in the order of their references, one statement a table. */
export async function writeBatch(tx: Transaction, batch: Batch, pieces: BatchContext['pieces']): Promise<void> {
  await tx.finding.createMany({ data: batch.findings });
  await tx.findingDepartment.createMany({ data: batch.supporting });
  await tx.findingPoint.createMany({ data: batch.points });
  await tx.action.createMany({
    data: batch.actions.map((action) => ({ ...action, lastPiece: pieces.get(action.id as string) ?? 0 })),
  });
  await tx.moneySum.createMany({ data: batch.sums });
  await tx.evidence.createMany({ data: batch.evidence });
  await tx.evidenceAction.createMany({ data: batch.links });
  await tx.meeting.createMany({ data: batch.meetings });
  await tx.policyDocument.createMany({ data: batch.documents });
  await tx.talk.createMany({ data: batch.talks });
}

/** How many rows of each kind, for the audit trail. */
export const countsOf = (batch: Batch): Record<string, number> => ({
  findings: batch.findings.length,
  actions: batch.actions.length,
  sums: batch.sums.length,
  evidence: batch.evidence.length,
});
