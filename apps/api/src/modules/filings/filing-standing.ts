import {
  canInBody,
  countFilings,
  daysLate,
  FILING_FORMULA,
  filingsDue,
  filingVerbsOf,
  isPressing,
  offsetOfFiling,
  type FilingCounts,
  type FilingDue,
  type FilingKind,
  type FilingStanding,
  type FilingState,
  type OffsetUnit,
  type PlanKind,
  type RoundSettings,
  type Viewer,
} from '@closeout/domain';
import type { ComputedField, Reading } from '../../read/model.ts';
import { bodiesWithin } from '../access/visibility.ts';
import { calendarNeeds, calendarOf, settingsNeeds } from '../rounds/settings-needs.ts';
import { settingsOf } from '../rounds/settings-of-inspection.ts';

/** The body's own: what is prepared and declined stays with who prepares and files. */
const insideBody = (column: string, reading: Reading): string =>
  `(${bodiesWithin('prepareFiling', column, reading)} OR ${bodiesWithin('approveFiling', column, reading)})`;

export const visibleVersion = (row: string, reading: Reading): string =>
  `(${bodiesWithin('readFiling', `${row}.body_id`, reading)} AND (${row}.filed_at IS NOT NULL OR ${insideBody(`${row}.body_id`, reading)}))`;

/** A filing is there for the office once something of it was filed. */
export function visibleFiling(row: string, reading: Reading): string {
  const version = reading.statement.alias('fv');
  return `EXISTS (SELECT 1 FROM filing_version ${version} WHERE ${version}.filing_id = ${row}.id AND ${visibleVersion(version, reading)})`;
}

/** One version as far as its standing goes. */
interface VersionFacts {
  id: string;
  number: number | null;
  state: FilingState;
  preparedAt: string;
  preparedByName: string;
  declineReason: string | null;
  filedAt: string | null;
  filedOn: string | null;
  receivedAt: string | null;
  decidedAt: string | null;
  opinion: string | null;
}

/** A stored filing with the versions that the viewer may see, the oldest first. */
interface FilingRow {
  id: string;
  bodyId: string;
  kind: FilingKind;
  planKind: PlanKind;
  number: number;
  dueOn: string;
  amount: number;
  unit: OffsetUnit;
  from: string;
  version: number;
  versions: VersionFacts[];
}

/** The JSON of one row of `filing` with its visible versions. */
export function filingJson(row: string, reading: Reading): string {
  const v = reading.statement.alias('fs');
  return `json_build_object('id', 'fil_' || ${row}.id, 'bodyId', ${row}.body_id, 'kind', ${row}.kind, 'planKind', ${row}.plan_kind, 'number', ${row}.number, 'dueOn', ${row}.due_on,
    'amount', ${row}.due_amount, 'unit', ${row}.due_unit, 'from', ${row}.due_from, 'version', ${row}.version, 'versions', (SELECT coalesce(json_agg(json_build_object(
      'id', 'flv_' || ${v}.id, 'number', ${v}.number, 'state', ${v}.state, 'preparedAt', ${v}.prepared_at, 'preparedByName', ${v}.prepared_by_name, 'declineReason', ${v}.decline_reason,
      'filedAt', ${v}.filed_at, 'filedOn', (${v}.filed_at AT TIME ZONE 'Asia/Shanghai')::date, 'receivedAt', ${v}.received_at, 'decidedAt', ${v}.decided_at, 'opinion', ${v}.opinion)
      ORDER BY ${v}.prepared_at, ${v}.id), '[]'::json) FROM filing_version ${v} WHERE ${v}.filing_id = ${row}.id AND ${visibleVersion(v, reading)}))`;
}

const filingsJson = (inspection: string, reading: Reading): string => {
  const f = reading.statement.alias('ff');
  return `(SELECT coalesce(json_agg(${filingJson(f, reading)}), '[]'::json) FROM filing ${f} WHERE ${f}.inspection_id = ${inspection}.id AND ${bodiesWithin('readFiling', `${f}.body_id`, reading)})`;
};

/** A filing as it stands for a viewer. */
export interface StandingFiling extends Omit<FilingDue, 'code'> {
  code: FilingDue['code'];
  planKind: PlanKind;
  state: FilingStanding;
  lateDays: number;
  firstFiledOn: string | null;
  filingId: string | null;
  version: number | null;
  latest: VersionFacts | null;
  versions: number;
  pressing: boolean;
  viewerCan: string[];
}

/** The first threshold of the warnings: from then on a filing is told at home. */
const soonDays = (settings: RoundSettings): number => Math.max(0, ...settings.warnings.map((one) => one.daysLeft));

/** What one filing is today for this viewer: the latest version that he sees decides. */
export function standingOf(
  due: FilingDue & { planKind: PlanKind; bodyId: string },
  stored: FilingRow | null,
  viewer: Viewer,
  today: string,
  settings: RoundSettings,
): StandingFiling {
  const latest = stored?.versions.at(-1) ?? null;
  const filed = (stored?.versions ?? []).filter((one) => one.filedOn !== null);
  const firstFiledOn = filed[0]?.filedOn ?? null;
  const state = latest?.state ?? 'DUE';
  const { bodyId, ...facts } = due;
  return {
    ...facts,
    state,
    firstFiledOn,
    lateDays: daysLate(due.dueOn, firstFiledOn, today),
    filingId: latest === null ? null : (stored?.id ?? null),
    version: latest === null ? null : (stored?.version ?? null),
    latest,
    versions: filed.length,
    pressing: isPressing(state, due.dueOn, today, soonDays(settings)),
    viewerCan: filingVerbsOf(viewer, { bodyId, kind: due.kind, standing: state }),
  };
}

const storedDue = ({ kind, planKind, number, dueOn, amount, unit, from, bodyId }: FilingRow) => ({
  kind,
  planKind,
  number,
  dueOn,
  amount,
  unit,
  from,
  bodyId,
  code: offsetOfFiling(kind, number),
});

/** The standing of one stored filing. */
export const standingOfRow = (row: FilingRow, viewer: Viewer, today: string, settings: RoundSettings): StandingFiling =>
  standingOf(storedDue(row), row, viewer, today, settings);

const keyOf = (one: { kind: string; planKind: string; number: number }): string =>
  `${one.kind} ${one.planKind} ${one.number}`;

/** A plan whose acceptance was entered by day was filed on paper: it is not owed once more, and that day is all that is known of it. */
function acceptedElsewhere(one: StandingFiling, planAcceptedOn: string | null): StandingFiling {
  if (one.kind !== 'PLAN' || planAcceptedOn === null) return one;
  const lateDays = daysLate(one.dueOn, planAcceptedOn, planAcceptedOn);
  return { ...one, state: 'ACCEPTED', firstFiledOn: planAcceptedOn, lateDays, pressing: false, viewerCan: [] };
}

/** What an inspection owes and has filed, by day. A filing that was begun keeps the day it was given, whatever the settings say now. */
function filingsOf(needs: Record<string, unknown>, viewer: Viewer, today: string): StandingFiling[] {
  const bodyId = needs['bodyId'] as string;
  if (!canInBody(viewer, 'readFiling', bodyId)) return [];
  const rows = new Map((needs['filings'] as FilingRow[]).map((one) => [keyOf(one), one]));
  const settings = settingsOf(needs);
  const slots = filingsDue(needs['feedbackOn'] as string | null, settings.offsets, calendarOf(needs))
    .map((slot) => ({ ...slot, planKind: 'MAIN' as const, bodyId }))
    .filter((slot) => !rows.has(keyOf(slot)))
    .map((slot) =>
      acceptedElsewhere(standingOf(slot, null, viewer, today, settings), needs['planAcceptedOn'] as string | null),
    );
  return [...slots, ...[...rows.values()].map((row) => standingOfRow(row, viewer, today, settings))].toSorted(
    (one, other) => one.dueOn.localeCompare(other.dueOn),
  );
}

const needs: ComputedField['needs'] = {
  bodyId: (row) => `${row}.body_id`,
  feedbackOn: (row) => `${row}.feedback_on`,
  planAcceptedOn: (row) => `${row}.plan_accepted_on`,
  filings: filingsJson,
  ...settingsNeeds,
  ...calendarNeeds,
};

/** What the inspection's body files with its office. */
export const filingsOfInspection: ComputedField = {
  kind: 'computed',
  class: 'STATISTICS',
  needs,
  value: (facts, { viewer, today }) => filingsOf(facts, viewer, today),
};

const counted = (filings: readonly StandingFiling[], today: string): FilingCounts & { formula: string } => ({
  ...countFilings(filings, today),
  formula: FILING_FORMULA,
});

/** Filings due, filed and late of one inspection. */
export const filingCounts: ComputedField = {
  kind: 'computed',
  class: 'STATISTICS',
  needs,
  value: (facts, { viewer, today }) => counted(filingsOf(facts, viewer, today), today),
};

/** The same over all inspections of a round within reach: the filings are counted together, never the counts of bodies. */
export const filingCountsOfRound: ComputedField = {
  kind: 'computed',
  class: 'STATISTICS',
  needs: {
    settings: (row) => `${row}.settings`,
    inspections: (row, reading) => {
      const i = reading.statement.alias('fi');
      return `(SELECT coalesce(json_agg(json_build_object('bodyId', ${i}.body_id, 'feedbackOn', ${i}.feedback_on, 'planAcceptedOn', ${i}.plan_accepted_on, 'own', ${i}.settings, 'filings', ${filingsJson(i, reading)})), '[]'::json) FROM inspection ${i} WHERE ${i}.round_id = ${row}.id AND ${bodiesWithin('readFiling', `${i}.body_id`, reading)})`;
    },
    days: () =>
      `(SELECT json_agg(json_build_object('day', cd.day, 'kind', cd.kind, 'name', cd.name)) FROM calendar_day cd)`,
    years: calendarNeeds.years,
  },
  value: (facts, { viewer, today }) => {
    const { days, years, settings: round } = facts;
    const all = (facts['inspections'] as Record<string, unknown>[]).flatMap((one) =>
      filingsOf({ ...one, round, days, years }, viewer, today),
    );
    return counted(all, today);
  },
};
