import type { Prisma } from '@closeout/prisma/client';
import type { Transaction } from '../audit/in-transaction.ts';

const SELECT = {
  seq: true,
  importId: true,
  importSeq: true,
  description: true,
  remediationType: true,
  state: true,
  result: true,
  resultText: true,
  aspect: { select: { title: true, ordinal: true } },
  actions: {
    select: { importId: true, importOrdinal: true, text: true, progress: true, state: true },
    orderBy: { ordinal: 'asc' },
  },
} as const satisfies Prisma.FindingSelect;

/** One finding of the ledger as the report needs it, its actions in order. */
export type ReportRow = Prisma.FindingGetPayload<{ select: typeof SELECT }>;

/** All findings of an inspection in their order. The caller has checked that the viewer may read all of them. */
export const reportRows = (db: Pick<Transaction, 'finding'>, inspectionId: string): Promise<ReportRow[]> =>
  db.finding.findMany({ where: { inspectionId }, select: SELECT, orderBy: { seq: 'asc' } });

/** The actions that a report tells, each in its latest words: progress where there is some, else the action itself. */
export const toldActions = (row: ReportRow): ReportRow['actions'] =>
  row.actions.filter(({ state }) => state !== 'DROPPED');
export const wordsOfAction = ({ progress, text }: ReportRow['actions'][number]): string => progress ?? text;
