import { daysBetween, type Day } from '../deadlines/calendar.ts';
import { dayAfter } from '../deadlines/deadline.ts';
import type { WorkingCalendar } from '../deadlines/working-days.ts';
import type { Offset, Offsets } from '../rounds/offsets.ts';
import type { FilingKind, OffsetCode } from '../vocabulary.ts';

/** One paper that a body owes the office: what, which one of its kind, when, and what gave the day. */
export interface FilingDue extends Offset {
  kind: FilingKind;
  /** 1 for plan and final report; periodic reports are counted. */
  number: number;
  code: OffsetCode;
  dueOn: Day;
  from: Day;
}

/** A short interval could make hundreds of reports: more are never asked for. */
export const MOST_PERIODIC_REPORTS = 24;

/** Periodic reports: the first after the feedback, each further one after the one before, until the longest deadline. */
function periodicReports(feedbackOn: Day, offsets: Offsets, calendar: WorkingCalendar): FilingDue[] {
  const until = dayAfter(feedbackOn, offsets.longest, calendar).day;
  const reports: FilingDue[] = [];
  for (let from = feedbackOn, number = 1; number <= MOST_PERIODIC_REPORTS; number += 1) {
    const code = number === 1 ? 'firstReport' : 'periodicReport';
    const dueOn = dayAfter(from, offsets[code], calendar).day;
    if (dueOn > until) break;
    reports.push({ kind: 'PERIODIC', number, code, ...offsets[code], from, dueOn });
    from = dueOn;
  }
  return reports;
}

/** What an inspected body files with its office by the settings in force, by day; nothing before the feedback is known. */
export function filingsDue(feedbackOn: Day | null, offsets: Offsets, calendar: WorkingCalendar): FilingDue[] {
  if (feedbackOn === null) return [];
  const single = (kind: 'PLAN' | 'FINAL', code: 'plan' | 'finalReport'): FilingDue => ({
    kind,
    number: 1,
    code,
    ...offsets[code],
    from: feedbackOn,
    dueOn: dayAfter(feedbackOn, offsets[code], calendar).day,
  });
  const all = [
    single('PLAN', 'plan'),
    ...periodicReports(feedbackOn, offsets, calendar),
    single('FINAL', 'finalReport'),
  ];
  return all.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
}

/** Which offset gives a filing its day. */
export function offsetOfFiling(kind: FilingKind, number: number): OffsetCode {
  if (kind === 'PLAN') return 'plan';
  if (kind === 'FINAL') return 'finalReport';
  return number === 1 ? 'firstReport' : 'periodicReport';
}

/** Calendar days by which a filing is late: filed after its due day, or not filed and past it. The first version filed counts. */
export const daysLate = (dueOn: Day, firstFiledOn: Day | null, today: Day): number =>
  Math.max(0, daysBetween(dueOn, firstFiledOn ?? today));

/** What one filing is for the count. */
export interface FilingTiming {
  dueOn: Day;
  firstFiledOn: Day | null;
}

/** Filings of a body or a round, counted on a day. */
export interface FilingCounts {
  due: number;
  filed: number;
  late: number;
  missing: number;
}

/** How the counts are printed beside the figures; the console has the words of other languages. */
export const FILING_FORMULA =
  '应报 = 截止日已到的或已经报送的；已报 = 其中已经报送的；迟报 = 首次报送晚于截止日的与过了截止日仍未报送的；未报 = 过了截止日仍未报送的';

/** The one count of filings due, filed, late (filed late or missing) and missing, for screen, API and report. */
export function countFilings(filings: readonly FilingTiming[], today: Day): FilingCounts {
  const due = filings.filter(({ dueOn, firstFiledOn }) => dueOn <= today || firstFiledOn !== null);
  const late = due.filter(({ dueOn, firstFiledOn }) => daysLate(dueOn, firstFiledOn, today) > 0);
  return {
    due: due.length,
    filed: due.filter(({ firstFiledOn }) => firstFiledOn !== null).length,
    late: late.length,
    missing: late.filter(({ firstFiledOn }) => firstFiledOn === null).length,
  };
}
