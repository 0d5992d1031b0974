import type { RoundSettings } from '../rounds/settings.ts';
import type { DueKind, FindingState, RemediationType } from '../vocabulary.ts';
import { addDays, addMonths, daysBetween, type Day } from './calendar.ts';
import { addWorkingDays, type WorkingCalendar } from './working-days.ts';

export const DUE_RULES = [
  'IMMEDIATE_DAYS',
  'CONCENTRATED_MONTHS',
  'CONTINUING',
  'SET_BY_CLERK',
  'FROM_SOURCE',
  'EXTENSION',
  'REOPENED',
] as const;
export type DueRule = (typeof DUE_RULES)[number];

/** A deadline: a date, a kind, or both, with the rule that gave it. */
export interface Deadline {
  dueOn: Day | null;
  kind: DueKind;
  rule: DueRule;
  /** Years whose working calendar is not published and decided about the date; such a date may still move. */
  assumed: readonly number[];
}

/**
 * The deadline that a round's settings give a finding from the feedback date; null while no feedback date is known. The
 * calendar decides only where the round counts working days.
 */
export function deadlineByRule(
  feedbackOn: Day | null,
  type: RemediationType | null,
  settings: RoundSettings,
  calendar: WorkingCalendar,
): Deadline | null {
  if (feedbackOn === null) return null;
  if (type === 'IMMEDIATE') {
    const days = settings.immediateDays;
    const { day: dueOn, assumed } =
      settings.immediateUnit === 'DAY'
        ? { day: addDays(feedbackOn, days), assumed: [] }
        : addWorkingDays(feedbackOn, days, calendar);
    return { dueOn, kind: 'IMMEDIATE', rule: 'IMMEDIATE_DAYS', assumed };
  }
  const end = addMonths(feedbackOn, settings.concentratedMonths);
  if (type === 'CONTINUING') return { dueOn: end, kind: 'ONGOING', rule: 'CONTINUING', assumed: [] };
  return { dueOn: end, kind: 'DATE', rule: 'CONCENTRATED_MONTHS', assumed: [] };
}

/** States in which a deadline still runs: what is closed, continuing or only recorded is never overdue. */
export const RUNNING_STATES = ['UNCLAIMED', 'RECTIFYING', 'IN_REVIEW'] as const satisfies readonly FindingState[];

export const URGENCIES = ['NONE', 'ON_TIME', 'GREEN', 'YELLOW', 'OVERDUE'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** How pressing a deadline is today; overdue begins the day after the due day. */
export function urgencyOf(state: FindingState, dueOn: Day | null, today: Day, settings: RoundSettings): Urgency {
  if (dueOn === null || !(RUNNING_STATES as readonly FindingState[]).includes(state)) return 'NONE';
  const left = daysBetween(today, dueOn);
  if (left < 0) return 'OVERDUE';
  const limit = (code: 'GREEN' | 'YELLOW'): number =>
    settings.warnings.find((one) => one.code === code)?.daysLeft ?? -1;
  if (left <= limit('YELLOW')) return 'YELLOW';
  return left <= limit('GREEN') ? 'GREEN' : 'ON_TIME';
}
