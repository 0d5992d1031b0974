import {
  canInBody,
  deadlineByRule,
  DEFAULT_SETTINGS,
  EVIDENCE_RULES_BY_KIND,
  INSPECTION_VERBS,
  PRESETS,
  PUBLISHED_CALENDAR,
} from '@closeout/domain';
import { bodiesWithin, holdsAll } from '../access/visibility.ts';
import {
  column,
  globalId,
  list,
  one,
  page,
  readType,
  sql,
  type ComputedField,
  type Reading,
} from '../../read/model.ts';
import { rootOne, rootPage } from '../../read/roots.ts';
import { uuidOf } from '../../read/ids.ts';
import { settingsOf } from './settings-of-inspection.ts';
import { grades } from '../effects/effect.read.ts';
import { noticeCounts, noticeLadder } from '../notices/notice.read.ts';
import { progress } from '../oversight/progress.read.ts';
import { filingCounts, filingsOfInspection, filingCountsOfRound } from '../filings/filing-standing.ts';
import { besideFindings } from '../recommendations/recommendation.read.ts';
import { prescribedSteps } from '../steps/step.read.ts';
import { settingsNeeds } from './settings-needs.ts';
import { dateNeeds, datesByRule } from './settings.read.ts';

const managesAll = (reading: Reading): boolean => holdsAll(reading.viewer, 'manageRounds');

const outlined = (row: string, reading: Reading): string => bodiesWithin('readOutline', `${row}.body_id`, reading);

/** Who manages all rounds sees every inspection, though nothing of its findings. */
const visibleInspection = (row: string, reading: Reading): string =>
  managesAll(reading) ? 'true' : outlined(row, reading);

/** A round is visible with any of its inspections, to its office, and to who manages all rounds. */
function visibleRound(row: string, reading: Reading): string {
  if (managesAll(reading)) return 'true';
  const inspection = reading.statement.alias('vi');
  return `EXISTS (SELECT 1 FROM inspection ${inspection} WHERE ${inspection}.round_id = ${row}.id AND ${visibleInspection(inspection, reading)}) OR ${bodiesWithin('manageRounds', `${row}.office_id`, reading)}`;
}

/** A version of an inspection's settings lies over what its round said then. */
const versionNeeds = {
  own: (row: string) => `${row}.settings`,
  round: (row: string) =>
    `(SELECT rv.settings FROM settings_version rv JOIN inspection vo ON vo.round_id = rv.round_id WHERE vo.id = ${row}.inspection_id AND rv.from_at <= ${row}.from_at ORDER BY rv.from_at DESC LIMIT 1)`,
};

readType({
  name: 'SettingsVersion',
  table: 'settings_version',
  prefix: 'stv',
  visible: (row, reading) => {
    const [round, inspection] = [reading.statement.alias('vr'), reading.statement.alias('vi')];
    return `EXISTS (SELECT 1 FROM round ${round} WHERE ${round}.id = ${row}.round_id AND (${visibleRound(round, reading)})) OR EXISTS (SELECT 1 FROM inspection ${inspection} WHERE ${inspection}.id = ${row}.inspection_id AND (${visibleInspection(inspection, reading)}))`;
  },
  fields: {
    id: globalId('stv'),
    settingsInForce: { kind: 'computed', class: 'STATISTICS', needs: versionNeeds, value: settingsOf },
    from: column('from_at', 'STATISTICS'),
    byName: column('by_name', 'NAMES'),
  },
});

const versionsBy = (column: 'round_id' | 'inspection_id') =>
  list(
    'SettingsVersion',
    (p, c) => `${c}.${column} = ${p}.id`,
    (c) => `${c}.from_at DESC, ${c}.id`,
    { class: 'STATISTICS', guarded: false },
  );

readType({
  name: 'Round',
  table: 'round',
  prefix: 'rnd',
  visible: visibleRound,
  orders: { NUMBER: { sql: (row) => `(${row}.year * 100 + ${row}.number)`, type: 'int', class: 'STATISTICS' } },
  fields: {
    id: globalId('rnd'),
    level: column('level', 'STATISTICS'),
    name: column('name', 'STATISTICS'),
    year: column('year', 'STATISTICS'),
    number: column('number', 'STATISTICS'),
    settings: column('settings', 'STATISTICS'),
    settingsInForce: {
      kind: 'computed',
      class: 'STATISTICS',
      needs: { round: (row) => `${row}.settings` },
      value: (needs) => settingsOf(needs),
    },
    settingsBase: { kind: 'computed', class: 'STATISTICS', needs: {}, value: () => DEFAULT_SETTINGS },
    settingsVersions: versionsBy('round_id'),
    grades,
    presets: { kind: 'computed', class: 'STATISTICS', needs: {}, value: () => PRESETS },
    evidencePreset: { kind: 'computed', class: 'STATISTICS', needs: {}, value: () => EVIDENCE_RULES_BY_KIND },
    version: column('version', 'STATISTICS'),
    filingCounts: filingCountsOfRound,
    office: one('Body', (p, c) => `${c}.id = ${p}.office_id`, { class: 'STATISTICS' }),
    noticeCounts,
    inspections: page('Inspection', (p, c) => `${c}.round_id = ${p}.id`, { class: 'STATISTICS', guarded: true }),
  },
});

readType({
  name: 'Aspect',
  table: 'aspect',
  prefix: 'asp',
  visible: (row, reading) => {
    const inspection = reading.statement.alias('vi');
    return `EXISTS (SELECT 1 FROM inspection ${inspection} WHERE ${inspection}.id = ${row}.inspection_id AND ${outlined(inspection, reading)})`;
  },
  fields: { id: globalId('asp'), ordinal: column('ordinal', 'STATISTICS'), title: column('title', 'TEXT') },
});

const concentratedUntil: ComputedField = {
  kind: 'computed',
  class: 'STATISTICS',
  needs: {
    feedbackOn: (row) => `${row}.feedback_on`,
    ...settingsNeeds,
  },
  value: (needs) =>
    deadlineByRule(needs['feedbackOn'] as string | null, 'STAGED', settingsOf(needs), PUBLISHED_CALENDAR)?.dueOn ??
    null,
};

const dates: ComputedField = { kind: 'computed', class: 'STATISTICS', needs: dateNeeds, value: datesByRule };

const viewerCan: ComputedField = {
  kind: 'computed',
  class: 'STATISTICS',
  needs: { bodyId: (row) => `${row}.body_id` },
  value: ({ bodyId }, { viewer }) => INSPECTION_VERBS.filter((verb) => canInBody(viewer, verb, bodyId as string)),
};

readType({
  name: 'Inspection',
  table: 'inspection',
  prefix: 'ins',
  visible: visibleInspection,
  orders: {
    FEEDBACK: { sql: (row) => `coalesce(${row}.feedback_on, 'infinity'::date)`, type: 'date', class: 'STATISTICS' },
  },
  defaultOrder: 'FEEDBACK',
  fields: {
    id: globalId('ins'),
    type: column('type', 'STATISTICS'),
    team: column('team', 'STATISTICS'),
    onSiteFrom: column('on_site_from', 'STATISTICS'),
    onSiteTo: column('on_site_to', 'STATISTICS'),
    feedbackOn: column('feedback_on', 'STATISTICS'),
    planAcceptedOn: column('plan_accepted_on', 'STATISTICS'),
    concentratedUntil,
    dates,
    plans: sql((row) => `to_json(${row}.plans)`, 'STATISTICS'),
    prescribedSteps,
    ...besideFindings,
    assessments: list(
      'EffectAssessment',
      (p, c) => `${c}.inspection_id = ${p}.id`,
      (c) => `${c}.number DESC`,
      { class: 'STATISTICS', guarded: true },
    ),
    viewerCan,
    classification: column('classification', 'STATISTICS'),
    statedCounts: column('stated_counts', 'STATISTICS'),
    settings: column('settings', 'STATISTICS'),
    settingsInForce: { kind: 'computed', class: 'STATISTICS', needs: settingsNeeds, value: settingsOf },
    settingsVersions: versionsBy('inspection_id'),
    settingsBase: {
      kind: 'computed',
      class: 'STATISTICS',
      needs: { round: settingsNeeds.round },
      value: settingsOf,
    },
    version: column('version', 'STATISTICS'),
    progress,
    filings: filingsOfInspection,
    filingCounts,
    noticeLadder,
    recordsPapers: sql((row, reading) => bodiesWithin('recordPaper', `${row}.body_id`, reading), 'STATISTICS'),
    round: one('Round', (p, c) => `${c}.id = ${p}.round_id`, { class: 'STATISTICS' }),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'STATISTICS' }),
    // Under an inspection that is visible for its findings' sake nothing more is asked; an administrator sees no aspects.
    aspects: list(
      'Aspect',
      (p, c) => `${c}.inspection_id = ${p}.id`,
      (c) => `${c}.ordinal, ${c}.id`,
      { class: 'STATISTICS', guarded: (_row, reading) => (managesAll(reading) ? 'false' : 'true') },
    ),
    findings: page('Finding', (p, c) => `${c}.inspection_id = ${p}.id`, { class: 'STATISTICS', guarded: true }),
  },
});

rootPage('rounds', 'Round');
rootPage('inspections', 'Inspection');
rootOne(
  'inspection',
  'Inspection',
  (row, args, reading) =>
    `${row}.id = ${reading.statement.param(uuidOf(args['id'] as string, 'ins', 'the inspection'), 'uuid')}`,
);
