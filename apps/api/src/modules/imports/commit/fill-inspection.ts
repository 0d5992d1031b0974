import type { Prisma } from '@closeout/prisma/client';
import type { ParsedReport } from '@closeout/report';
import type { Transaction } from '../../audit/in-transaction.ts';
import { fromDate, toDate } from '../../day.ts';
import type { InspectionWithBody } from '../inspection-for.ts';

/** What an import filled into its inspection, in plain values: days as YYYY-MM-DD. */
export interface Filled {
  team?: string;
  onSiteFrom?: string;
  onSiteTo?: string;
  feedbackOn?: string;
  statedCounts?: Record<string, number>;
}

const isEmpty = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || Object.keys(value).length === 0;

/** What a report's opening part tells and the inspection does not know yet; nothing known is overwritten. */
export function missingFrom(inspection: InspectionWithBody, { preamble }: ParsedReport): Filled {
  const { team, inspectionStart: from, inspectionEnd: to, feedbackDate, statedCounts } = preamble;
  const period =
    inspection.onSiteFrom === null && inspection.onSiteTo === null && from !== null && (to === null || from <= to);
  return {
    ...(inspection.team === null && team !== null ? { team } : {}),
    ...(period ? { onSiteFrom: from, ...(to === null ? {} : { onSiteTo: to }) } : {}),
    ...(inspection.feedbackOn === null && feedbackDate !== null ? { feedbackOn: feedbackDate } : {}),
    ...(isEmpty(inspection.statedCounts) && !isEmpty(statedCounts) ? { statedCounts } : {}),
  };
}

const columns = ({
  team,
  onSiteFrom,
  onSiteTo,
  feedbackOn,
  statedCounts,
}: Filled): Prisma.InspectionUncheckedUpdateInput => ({
  ...(team === undefined ? {} : { team }),
  ...(onSiteFrom === undefined ? {} : { onSiteFrom: toDate(onSiteFrom) }),
  ...(onSiteTo === undefined ? {} : { onSiteTo: toDate(onSiteTo) }),
  ...(feedbackOn === undefined ? {} : { feedbackOn: toDate(feedbackOn) }),
  ...(statedCounts === undefined ? {} : { statedCounts }),
});

/** Writes what was missing. */
export async function fillInspection(tx: Transaction, id: string, filled: Filled): Promise<void> {
  if (Object.keys(filled).length > 0)
    await tx.inspection.update({ where: { id }, data: { ...columns(filled), version: { increment: 1 } } });
}

/** Takes back what an import filled in, as far as it still stands as the import left it. */
export async function emptyInspection(tx: Transaction, id: string, filled: Filled): Promise<void> {
  const now = await tx.inspection.findUniqueOrThrow({ where: { id } });
  const counts =
    filled.statedCounts !== undefined &&
    JSON.stringify(sorted(now.statedCounts)) === JSON.stringify(sorted(filled.statedCounts));
  const data = {
    ...(filled.team !== undefined && now.team === filled.team ? { team: null } : {}),
    ...(filled.onSiteFrom !== undefined && fromDate(now.onSiteFrom) === filled.onSiteFrom ? { onSiteFrom: null } : {}),
    ...(filled.onSiteTo !== undefined && fromDate(now.onSiteTo) === filled.onSiteTo ? { onSiteTo: null } : {}),
    ...(filled.feedbackOn !== undefined && fromDate(now.feedbackOn) === filled.feedbackOn ? { feedbackOn: null } : {}),
    ...(counts ? { statedCounts: {} } : {}),
  };
  if (Object.keys(data).length > 0)
    await tx.inspection.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
}

const sorted = (value: unknown): [string, unknown][] =>
  Object.entries((value ?? {}) as object).toSorted(([a], [b]) => (a < b ? -1 : 1));
