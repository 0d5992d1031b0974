import type { Offset } from '../rounds/offsets.ts';
import type { OffsetUnit } from '../vocabulary.ts';
import type { RoundSettings } from '../rounds/settings.ts';
import type { DueKind, FindingState, RemediationType } from '../vocabulary.ts';
import { addDays, addMonths, daysBetween, type Day } from './calendar.ts';
import { addWorkingDays, type Assuming, type WorkingCalendar } from './working-days.ts';

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

/** Rules that count from the feedback: their dates keep what was counted. */
export const countsOffset = (rule: string | null): boolean =>
  rule === 'IMMEDIATE_DAYS' || rule === 'CONCENTRATED_MONTHS' || rule === 'CONTINUING';

/** A deadline: a date, a kind, or both, with the rule that gave it. */
export interface Deadline {
  dueOn: Day | null;
  kind: DueKind;
  rule: DueRule;
  /** Years whose working calendar is not published and decided about the date; such a date may still move. */
  assumed: readonly number[];
}

/** Where a date comes from: its rule and, where the rule counts, what was counted, as it was when the date was given. */
export interface DueReason {
  rule: DueRule;
  amount: number;
  unit: OffsetUnit;
  from: Day;
}

/** The day that lies an offset after another, with the years whose working calendar had to be assumed. */
export function dayAfter(from: Day, { amount, unit }: Offset, calendar: WorkingCalendar): Assuming & { day: Day } {
  if (unit === 'WORKING_DAY') return addWorkingDays(from, amount, calendar);
  return { day: unit === 'MONTH' ? addMonths(from, amount) : addDays(from, amount), assumed: [] };
}

/**
 * The deadline that a round's settings give a finding from the feedback date; null while no feedback date is known. The
 * calendar decides only where the round counts working days.
 */
export function deadlineByRule(
  feedbackOn: Day | null,
  type: RemediationType | null,
  settings: Pick<RoundSettings, 'offsets'>,
  calendar: WorkingCalendar,
): (Deadline & { reason: DueReason }) | null {
  if (feedbackOn === null) return null;
  const offset = type === 'IMMEDIATE' ? settings.offsets.immediate : settings.offsets.concentrated;
  const { day: dueOn, assumed } = dayAfter(feedbackOn, offset, calendar);
  const given = (kind: DueKind, rule: DueRule) => ({
    dueOn,
    kind,
    rule,
    assumed,
    reason: { rule, ...offset, from: feedbackOn },
  });
  if (type === 'IMMEDIATE') return given('IMMEDIATE', 'IMMEDIATE_DAYS');
  return type === 'CONTINUING' ? given('ONGOING', 'CONTINUING') : given('DATE', 'CONCENTRATED_MONTHS');
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
