import {
  countsOffset,
  dayAnswer,
  daysBetween,
  RUNNING_STATES,
  workingCalendar,
  workingDaysBetween,
  type CalendarDay,
  type WorkingCalendar,
} from '@closeout/domain';
import type { ComputedField, Reading } from '../../read/model.ts';

/** Further apart nothing is counted day by day. */
const LONGEST = 3_660;

const param = (reading: Reading): string => reading.statement.param(reading.today, 'text::date');

/** The facts of a deadline in working days: the installation's own days from feedback or today to the due day. */
const needs: ComputedField['needs'] = {
  state: (f) => `${f}.state`,
  dueOn: (f) => `${f}.due_on`,
  dueRule: (f) => `${f}.due_rule`,
  dueUnit: (f) => `${f}.due_unit`,
  dueFrom: (f) => `${f}.due_from`,
  days: (f, reading) =>
    `(SELECT json_agg(json_build_object('day', cd.day, 'kind', cd.kind, 'name', cd.name)) FROM calendar_day cd WHERE cd.day BETWEEN least((SELECT ci.feedback_on FROM inspection ci WHERE ci.id = ${f}.inspection_id), ${f}.due_from, ${f}.due_on, ${param(reading)}) AND greatest(${f}.due_on, ${param(reading)}))`,
  years: () => `(SELECT json_agg(cy.year) FROM calendar_year cy WHERE cy.complete)`,
};

interface Facts {
  state: string;
  dueOn: string | null;
  dueRule: string | null;
  dueUnit: string | null;
  dueFrom: string | null;
  calendar: WorkingCalendar;
}

const readNeeds = (json: Record<string, unknown>): Facts => ({
  state: json['state'] as string,
  dueOn: json['dueOn'] as string | null,
  dueRule: json['dueRule'] as string | null,
  dueUnit: json['dueUnit'] as string | null,
  dueFrom: json['dueFrom'] as string | null,
  calendar: workingCalendar((json['days'] as CalendarDay[] | null) ?? [], (json['years'] as number[] | null) ?? []),
});

const isRunning = (state: string): boolean => (RUNNING_STATES as readonly string[]).includes(state);

/** The working days left today and the years assumed; null where no deadline runs or it lies too far away to count. */
function left({ state, dueOn, calendar }: Facts, today: string): { days: number; assumed: number[] } | null {
  if (dueOn === null || !isRunning(state) || Math.abs(daysBetween(today, dueOn)) > LONGEST) return null;
  return workingDaysBetween(today, dueOn, calendar);
}

/** The years that the due day itself rests upon: only a rule in working days looks at the calendar. */
function assumedByRule({ dueOn, dueRule, dueUnit, dueFrom, calendar }: Facts): number[] {
  if (!countsOffset(dueRule) || dueUnit !== 'WORKING_DAY' || dueOn === null || dueFrom === null) return [];
  return daysBetween(dueFrom, dueOn) > LONGEST ? [] : workingDaysBetween(dueFrom, dueOn, calendar).assumed;
}

/** The fields of a deadline that look at the working calendar. */
export const workingDeadline = {
  workingDaysLeft: {
    kind: 'computed',
    class: 'STATISTICS',
    needs,
    value: (json, { today }) => left(readNeeds(json), today)?.days ?? null,
  },
  restsOnDueDay: {
    kind: 'computed',
    class: 'STATISTICS',
    needs,
    value: (json) => {
      const { dueOn, calendar } = readNeeds(json);
      return dueOn === null ? null : !dayAnswer(dueOn, calendar).working;
    },
  },
  assumedYears: {
    kind: 'computed',
    class: 'STATISTICS',
    needs,
    value: (json, { today }) => {
      const facts = readNeeds(json);
      const years = [...(left(facts, today)?.assumed ?? []), ...assumedByRule(facts)];
      return [...new Set(years)].toSorted((a, b) => a - b);
    },
  },
} satisfies Record<string, ComputedField>;
