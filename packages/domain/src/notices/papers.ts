import { invalid } from '../errors.ts';
import { isDay, type Day } from '../deadlines/calendar.ts';

/** Papers of others that a body records and nobody issues here: 纪检监察建议书, 检察建议书, 审计报告 and the like. */
export const PAPER_KINDS = ['DISCIPLINE', 'PROCURATORATE', 'COURT', 'AUDIT', 'OTHER'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** The day that stands on a paper: a day of the calendar that has come. */
export function readPaperDay(issuedOn: string, today: Day): Day {
  if (!isDay(issuedOn)) throw invalid('issuedOn', 'notices.paperDay', 'the day of the paper is no day of the calendar');
  if (issuedOn > today) throw invalid('issuedOn', 'notices.paperDay', `a paper of ${issuedOn} has not been issued yet`);
  return issuedOn;
}
