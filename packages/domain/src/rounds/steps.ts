import type { Day } from '../deadlines/calendar.ts';
import { invalid } from '../errors.ts';
import { readEventDate, type EventDateEntry, type EventDateRecord } from '../evidence/event-date.ts';
import { OFFSET_CODES, PRESCRIBED_STEPS, type OffsetCode, type PrescribedStepCode } from '../vocabulary.ts';
import type { InspectionDate } from './dates.ts';
import { isObject, oneOf, onlyKeys, refuse } from './read-values.ts';

/** One of a round's prescribed steps (规定动作). */
export interface StepSetting {
  code: PrescribedStepCode;
  /** Which of the round's dates it is due on; null: none. */
  offset: OffsetCode | null;
}

const DUE: Partial<Record<PrescribedStepCode, OffsetCode>> = {
  PLAN_REVIEW: 'plan',
  CONCENTRATED: 'concentrated',
  FINAL_REPORT: 'finalReport',
};

/** 反馈会 → 党组会研究 → 领导小组 → 方案报审 → 专题民主生活会 → 集中整改 → 整改报告 → 整改公开 → 评估 */
export const DEFAULT_STEPS: StepSetting[] = PRESCRIBED_STEPS.map((code) => ({ code, offset: DUE[code] ?? null }));

/** Reads the list of a round's steps; it replaces the base's. */
export function readSteps(value: unknown, base: StepSetting[]): StepSetting[] {
  if (value === undefined) return base;
  if (!Array.isArray(value)) return refuse('steps', 'steps must be a list of codes with their offsets');
  const steps = value.map((one: unknown): StepSetting => {
    if (!isObject(one)) return refuse('steps', 'a step must be a code with its offset');
    onlyKeys(one, ['code', 'offset'], 'steps');
    const { offset = null } = one;
    return {
      code: oneOf(one['code'] ?? null, PRESCRIBED_STEPS[0], PRESCRIBED_STEPS, 'code', 'steps'),
      offset: offset === null ? null : oneOf(offset, OFFSET_CODES[0], OFFSET_CODES, 'offset', 'steps'),
    };
  });
  if (new Set(steps.map((one) => one.code)).size < steps.length) return refuse('steps', 'each step may be given once');
  return steps;
}

/** When a step was done, by the rules of other dates; never in the future. */
export function readStepDate(entry: EventDateEntry, today: Day): EventDateRecord {
  const record = readEventDate(entry, true);
  if ((record.to ?? record.on ?? today) > today)
    throw invalid('date.on', 'steps.inFuture', 'a step is not done on a day to come');
  return record;
}

export interface StepStanding<R> extends StepSetting {
  dueOn: Day | null;
  /** Due before today and not done. */
  overdue: boolean;
  /** What is recorded of it; null: not done. */
  record: R | null;
}

/**
 * The steps of an inspection by its settings, each with its due day and what is recorded. A step that was done and is
 * prescribed no longer stays at the end: a setting changes what comes, never what was.
 */
export function stepsOf<R extends { code: PrescribedStepCode }>(
  steps: readonly StepSetting[],
  dates: readonly InspectionDate[],
  records: readonly R[],
  today: Day,
): StepStanding<R>[] {
  const former = records.filter((record) => steps.every((step) => step.code !== record.code));
  const all = [...steps, ...former.map(({ code }): StepSetting => ({ code, offset: null }))];
  return all.map(({ code, offset }) => {
    const dueOn = dates.find((date) => date.code === offset)?.dueOn ?? null;
    const record = records.find((one) => one.code === code) ?? null;
    return { code, offset, dueOn, record, overdue: record === null && dueOn !== null && dueOn < today };
  });
}
