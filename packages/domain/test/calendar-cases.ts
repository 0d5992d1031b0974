import { readFileSync } from 'node:fs';
import { addDays, addMonths, daysBetween, shanghaiDay } from '../src/deadlines/calendar.ts';
import { deadlineByRule, urgencyOf } from '../src/deadlines/deadline.ts';
import {
  addWorkingDays,
  dayAnswer,
  PUBLISHED_CALENDAR,
  workingDaysBetween,
  type WorkingCalendar,
} from '../src/deadlines/working-days.ts';
import { DEFAULT_SETTINGS, readSettings, type RoundSettings } from '../src/rounds/settings.ts';
import { REMEDIATION_TYPES } from '../src/vocabulary.ts';
import { cell, readTable } from './tables.ts';

export const CASE_KINDS = ['day', 'add', 'between', 'months', 'days', 'instant', 'due', 'urgency'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** One line of calendar.table.txt, written by hand. */
export interface CalendarCase {
  kind: CaseKind;
  a: string;
  b: string;
  expected: string;
  assumed: string;
}

/** The written table: the same for node, PostgreSQL and browser. */
export const CALENDAR_CASES: readonly CalendarCase[] = readTable(
  readFileSync(new URL('./calendar.table.txt', import.meta.url), 'utf8'),
).map((line) => {
  const kind = CASE_KINDS.find((one) => one === cell(line, 'kind'));
  if (kind === undefined) throw new Error(`unknown kind of case ${cell(line, 'kind')}`);
  const [a, b, expected, assumed] = ['a', 'b', 'expected', 'assumed'].map((column) => cell(line, column));
  return { kind, a: a!, b: b!, expected: expected!, assumed: assumed! };
});

/** What the table judges; a test plants faults by replacing one of them. */
export interface Calendar {
  calendar: WorkingCalendar;
  dayAnswer: typeof dayAnswer;
  addWorkingDays: typeof addWorkingDays;
  workingDaysBetween: typeof workingDaysBetween;
  addDays: typeof addDays;
  addMonths: typeof addMonths;
  daysBetween: typeof daysBetween;
  shanghaiDay: typeof shanghaiDay;
  deadlineByRule: typeof deadlineByRule;
  urgencyOf: typeof urgencyOf;
}

export const OURS: Calendar = {
  calendar: PUBLISHED_CALENDAR,
  dayAnswer,
  addWorkingDays,
  workingDaysBetween,
  addDays,
  addMonths,
  daysBetween,
  shanghaiDay,
  deadlineByRule,
  urgencyOf,
};

/** `IMMEDIATE 5 workingDays` as the settings of a round. */
export function settingsOfRule(rule: string): { type: (typeof REMEDIATION_TYPES)[number]; settings: RoundSettings } {
  const [word, count, unit] = rule.split(' ');
  const type = REMEDIATION_TYPES.find((one) => one === word);
  if (type === undefined) throw new Error(`unknown class ${word}`);
  const settings: RoundSettings =
    unit === 'months'
      ? readSettings({ concentratedMonths: Number(count) })
      : readSettings({ immediateDays: Number(count), immediateUnit: unit === 'workingDays' ? 'WORKING_DAY' : 'DAY' });
  return { type, settings };
}

const years = (assumed: readonly number[]): string => (assumed.length === 0 ? '-' : assumed.join(','));

/** What the functions answer to one case: the value and the years that were assumed. */
export function answerTo({ kind, a, b }: CalendarCase, of: Calendar): [value: string, assumed: string] {
  const n = Number(b);
  switch (kind) {
    case 'day': {
      const answer = of.dayAnswer(a, of.calendar);
      return [answer.working ? 'works' : 'rests', years(answer.assumed)];
    }
    case 'add': {
      const answer = of.addWorkingDays(a, n, of.calendar);
      return [answer.day, years(answer.assumed)];
    }
    case 'between': {
      const answer = of.workingDaysBetween(a, b, of.calendar);
      return [String(answer.days), years(answer.assumed)];
    }
    case 'months':
      return [of.addMonths(a, n), '-'];
    case 'days':
      return [of.addDays(a, n), '-'];
    case 'instant':
      return [of.shanghaiDay(new Date(a)), '-'];
    case 'due': {
      const { type, settings } = settingsOfRule(b);
      const deadline = of.deadlineByRule(a, type, settings, of.calendar);
      return [deadline?.dueOn ?? '-', years(deadline?.assumed ?? [])];
    }
    case 'urgency': {
      const working = of.workingDaysBetween(b, a, of.calendar);
      const level = of.urgencyOf('RECTIFYING', a, b, DEFAULT_SETTINGS);
      return [`${of.daysBetween(b, a)} ${level} ${working.days}`, years(working.assumed)];
    }
  }
}

/** The lines of the table that the functions answer otherwise. */
export const wrongCases = (of: Calendar = OURS): string[] =>
  CALENDAR_CASES.flatMap((one) => {
    const [value, assumed] = answerTo(one, of);
    return value === one.expected && assumed === one.assumed
      ? []
      : [`${one.kind} ${one.a} ${one.b}: ${value} (${assumed}), written ${one.expected} (${one.assumed})`];
  });
