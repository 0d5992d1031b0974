import { bodiesWithin, visibleWithFinding } from '../access/visibility.ts';
import { uuidOf } from '../../read/ids.ts';
import { column, globalId, list, one, readType, sql } from '../../read/model.ts';
import { rootPage } from '../../read/roots.ts';

readType({
  name: 'SupervisoryOpinion',
  table: 'supervisory_opinion',
  prefix: 'opn',
  visible: visibleWithFinding(),
  fields: {
    id: globalId('opn'),
    cycle: column('cycle', 'STATISTICS'),
    kind: column('kind', 'STATISTICS'),
    text: column('text'),
    byName: column('by_name', 'NAMES'),
    byPost: column('by_post', 'STATISTICS'),
    at: column('at', 'STATISTICS'),
  },
});

// A draw shows numbers and results to everybody who sees the states of the body's findings; texts stay with the finding.
readType({
  name: 'RecheckDraw',
  table: 'recheck_draw',
  prefix: 'rcd',
  visible: (row, reading) => bodiesWithin('readOutline', `${row}.body_id`, reading),
  // the newest first
  orders: { NEWEST: { sql: (row) => `-extract(epoch FROM ${row}.drawn_at)`, type: 'numeric' } },
  filters: {
    inspectionId: (row, value, reading) =>
      `${row}.inspection_id = ${reading.statement.param(uuidOf(value as string, 'ins', 'the inspection'), 'uuid')}`,
  },
  fields: {
    id: globalId('rcd'),
    inspection: one('Inspection', (p, c) => `${c}.id = ${p}.inspection_id`, { class: 'STATISTICS' }),
    seed: column('seed', 'STATISTICS'),
    drawnOn: column('drawn_on', 'STATISTICS'),
    size: column('size', 'STATISTICS'),
    population: column('population', 'STATISTICS'),
    drawnByName: column('drawn_by_name', 'NAMES'),
    drawnFor: one('Body', (p, c) => `${c}.id = ${p}.drawn_for_id`, { class: 'STATISTICS' }),
    checks: list(
      'Recheck',
      (p, c) => `${c}.draw_id = ${p}.id`,
      (c) => `${c}.ordinal`,
      { class: 'STATISTICS' },
    ),
    recordedByMe: sql((row, reading) => {
      const own = reading.viewer.grants.map((grant) => grant.bodyId).filter((id) => id !== null);
      return `(${bodiesWithin('drawRecheck', `${row}.body_id`, reading)} AND ${row}.drawn_for_id = ANY(${reading.statement.param(own, 'text[]::uuid[]')}))`;
    }, 'STATISTICS'),
  },
});

readType({
  name: 'Recheck',
  table: 'recheck',
  prefix: 'rck',
  visible: (row, reading) => bodiesWithin('readOutline', `${row}.body_id`, reading),
  fields: {
    id: globalId('rck'),
    ordinal: column('ordinal', 'STATISTICS'),
    refNo: sql((row) => `(SELECT kf.ref_no FROM finding kf WHERE kf.id = ${row}.finding_id)`, 'STATISTICS'),
    finding: one('Finding', (p, c) => `${c}.id = ${p}.finding_id`, { class: 'STATISTICS', guarded: true }),
    outcome: column('outcome', 'STATISTICS'),
    note: column('note'),
    checkedByName: column('checked_by_name', 'NAMES'),
    checkedAt: column('checked_at', 'STATISTICS'),
    version: column('version', 'STATISTICS'),
  },
});

rootPage('recheckDraws', 'RecheckDraw');
