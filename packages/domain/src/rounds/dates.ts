import type { Day } from '../deadlines/calendar.ts';
import { dayAfter } from '../deadlines/deadline.ts';
import type { WorkingCalendar } from '../deadlines/working-days.ts';
import { type Offset, type Offsets } from './offsets.ts';
import { OFFSET_CODES, type OffsetCode } from '../vocabulary.ts';

/** One date that the settings give an inspection, with what was counted. */
export interface InspectionDate extends Offset {
  code: OffsetCode;
  dueOn: Day;
  from: Day;
}

/** The dates of an inspection by the settings in force; the first periodic report counts from the report before it. None without a feedback. */
export function datesOf(feedbackOn: Day | null, offsets: Offsets, calendar: WorkingCalendar): InspectionDate[] {
  if (feedbackOn === null) return [];
  const firstReport = dayAfter(feedbackOn, offsets.firstReport, calendar).day;
  return OFFSET_CODES.map((code) => {
    const from = code === 'periodicReport' ? firstReport : feedbackOn;
    return { code, ...offsets[code], from, dueOn: dayAfter(from, offsets[code], calendar).day };
  });
}
