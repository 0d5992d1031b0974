import { addDays, grantsWith, sightRuns, sightVerbsOf, type SightFacts } from '@closeout/domain';
import { within } from '../../read/filter.ts';
import { uuidOf } from '../../read/ids.ts';
import { column, globalId, list, one, readType, sql, type ComputedField, type Reading } from '../../read/model.ts';
import { rootPage } from '../../read/roots.ts';
import { bodiesWithin } from '../access/visibility.ts';
import { settingsOf } from '../rounds/settings-of-inspection.ts';

/** To the office that asked, and to who prepares and files for the body. */
function visibleSight(row: string, reading: Reading): string {
  const offices = grantsWith(reading.viewer, 'requestSight').flatMap(({ grant }) => grant.bodyId ?? []);
  const body = `${row}.body_id`;
  return `(${bodiesWithin('grantSight', body, reading)} OR ${bodiesWithin('prepareFiling', body, reading)} OR (${bodiesWithin('requestSight', body, reading)} AND ${row}.office_id = ANY(${reading.statement.param(offices, 'text[]::uuid[]')})))`;
}

const withSight = (row: string, reading: Reading): string => {
  const sight = reading.statement.alias('ws');
  return `EXISTS (SELECT 1 FROM sight ${sight} WHERE ${sight}.id = ${row}.sight_id AND ${visibleSight(sight, reading)})`;
};

const facts: ComputedField['needs'] = {
  bodyId: (row) => `${row}.body_id`,
  officeId: (row) => `${row}.office_id`,
  state: (row) => `${row}.state`,
  toOn: (row) => `${row}.to_on`,
};
const factsOf = (needs: Record<string, unknown>): SightFacts => needs as unknown as SightFacts;

const refNo = (row: string): string => `(SELECT sf.ref_no FROM finding sf WHERE sf.id = ${row}.finding_id)`;

readType({
  name: 'Sight',
  table: 'sight',
  prefix: 'sgt',
  visible: visibleSight,
  // the newest first
  orders: {
    NEWEST: { sql: (row) => `-extract(epoch FROM ${row}.requested_at)`, type: 'numeric', class: 'STATISTICS' },
  },
  filters: {
    STATISTICS: {
      state: within('state', 'sight_state'),
      inspectionId: (row, value, reading) =>
        `${row}.inspection_id = ${reading.statement.param(uuidOf(value as string, 'ins', 'the inspection'), 'uuid')}`,
    },
  },
  fields: {
    id: globalId('sgt'),
    inspection: one('Inspection', (p, c) => `${c}.id = ${p}.inspection_id`, { class: 'STATISTICS', guarded: true }),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'STATISTICS' }),
    office: one('Body', (p, c) => `${c}.id = ${p}.office_id`, { class: 'STATISTICS' }),
    whole: column('whole', 'STATISTICS'),
    findings: list(
      'SightFinding',
      (p, c) => `${c}.sight_id = ${p}.id`,
      (c) => `(SELECT sq.seq FROM finding sq WHERE sq.id = ${c}.finding_id)`,
      { class: 'STATISTICS' },
    ),
    reason: column('reason', 'TEXT'),
    state: column('state', 'STATISTICS'),
    runs: {
      kind: 'computed',
      class: 'STATISTICS',
      needs: facts,
      value: (needs, { today }) => sightRuns(factsOf(needs), today),
    },
    fromOn: column('from_on', 'STATISTICS'),
    toOn: column('to_on', 'STATISTICS'),
    grantedUntilAtMost: {
      kind: 'computed',
      class: 'STATISTICS',
      needs: {
        own: (row) => `(SELECT i.settings FROM inspection i WHERE i.id = ${row}.inspection_id)`,
        round: (row) =>
          `(SELECT r.settings FROM inspection i JOIN round r ON r.id = i.round_id WHERE i.id = ${row}.inspection_id)`,
        state: (row) => `${row}.state`,
      },
      value: (needs, { today }) =>
        needs['state'] === 'PENDING' ? addDays(today, settingsOf(needs).sight.maxDays - 1) : null,
    },
    requestedByName: column('requested_by_name', 'NAMES'),
    requestedAt: column('requested_at', 'STATISTICS'),
    decidedByName: column('decided_by_name', 'NAMES'),
    decidedByPost: column('decided_by_post', 'STATISTICS'),
    decidedAt: column('decided_at', 'STATISTICS'),
    answer: column('answer', 'TEXT'),
    withdrawnByName: column('withdrawn_by_name', 'NAMES'),
    withdrawnAt: column('withdrawn_at', 'STATISTICS'),
    version: column('version', 'STATISTICS'),
    openings: list(
      'SightOpening',
      (p, c) => `${c}.sight_id = ${p}.id`,
      (c) => `${c}.last_at DESC, ${c}.id`,
      { class: 'STATISTICS' },
    ),
    viewerCan: {
      kind: 'computed',
      class: 'STATISTICS',
      needs: facts,
      value: (needs, { viewer, today }) => sightVerbsOf(viewer, factsOf(needs), today),
    },
  },
});

readType({
  name: 'SightFinding',
  table: 'sight_finding',
  prefix: 'sgf',
  key: 'finding_id',
  visible: withSight,
  fields: {
    id: globalId('sgf', 'finding_id'),
    outline: one('FindingOutline', (p, c) => `${c}.id = ${p}.finding_id`, { class: 'STATISTICS' }),
  },
});

readType({
  name: 'SightOpening',
  table: 'sight_opening',
  prefix: 'sgo',
  visible: withSight,
  fields: {
    id: globalId('sgo'),
    refNo: sql(refNo, 'STATISTICS'),
    personName: column('person_name', 'NAMES'),
    openedOn: column('opened_on', 'STATISTICS'),
    times: column('times', 'STATISTICS'),
    lastAt: column('last_at', 'STATISTICS'),
  },
});

rootPage('sights', 'Sight');
