import { bodiesWithin, visibleWithFinding, wholeBodiesWithin } from '../access/visibility.ts';
import { uuidOf } from '../../read/ids.ts';
import { column, globalId, list, one, readType, sql, type Reading } from '../../read/model.ts';
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
    text: column('text', 'TEXT'),
    byName: column('by_name', 'NAMES'),
    byPost: column('by_post', 'STATISTICS'),
    at: column('at', 'STATISTICS'),
  },
});

/** A draw among the closed shows numbers and results to whoever sees the states of the body's findings; one before the close-out stays with those who read all of them. */
const drawVisible = (row: string, reading: Reading): string =>
  `CASE ${row}.stage WHEN 'CLOSED' THEN ${bodiesWithin('readOutline', `${row}.body_id`, reading)} ELSE ${wholeBodiesWithin('readFinding', `${row}.body_id`, reading)} END`;

readType({
  name: 'RecheckDraw',
  table: 'recheck_draw',
  prefix: 'rcd',
  visible: drawVisible,
  // the newest first
  orders: { NEWEST: { sql: (row) => `-extract(epoch FROM ${row}.drawn_at)`, type: 'numeric', class: 'STATISTICS' } },
  filters: {
    STATISTICS: {
      inspectionId: (row, value, reading) =>
        `${row}.inspection_id = ${reading.statement.param(uuidOf(value as string, 'ins', 'the inspection'), 'uuid')}`,
    },
  },
  fields: {
    id: globalId('rcd'),
    inspection: one('Inspection', (p, c) => `${c}.id = ${p}.inspection_id`, { class: 'STATISTICS' }),
    stage: column('stage', 'STATISTICS'),
    seed: column('seed', 'STATISTICS'),
    drawnOn: column('drawn_on', 'STATISTICS'),
    size: column('size', 'STATISTICS'),
    // Whoever reads a submission sees that it was drawn, by whom and when; what else was drawn needs the right to the draw.
    population: sql(
      (row, reading) => `CASE WHEN ${drawVisible(row, reading)} THEN ${row}.population ELSE '{}' END`,
      'STATISTICS',
    ),
    drawnByName: column('drawn_by_name', 'NAMES'),
    drawnFor: one('Body', (p, c) => `${c}.id = ${p}.drawn_for_id`, { class: 'STATISTICS' }),
    checks: list(
      'Recheck',
      (p, c) => `${c}.draw_id = ${p}.id`,
      (c) => `${c}.ordinal`,
      { class: 'STATISTICS', guarded: true },
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
  visible: (row, reading) => {
    const draw = reading.statement.alias('vd');
    return `EXISTS (SELECT 1 FROM recheck_draw ${draw} WHERE ${draw}.id = ${row}.draw_id AND ${drawVisible(draw, reading)})`;
  },
  fields: {
    id: globalId('rck'),
    ordinal: column('ordinal', 'STATISTICS'),
    refNo: sql((row) => `(SELECT kf.ref_no FROM finding kf WHERE kf.id = ${row}.finding_id)`, 'STATISTICS'),
    finding: one('Finding', (p, c) => `${c}.id = ${p}.finding_id`, { class: 'STATISTICS', guarded: true }),
    outcome: column('outcome', 'STATISTICS'),
    note: column('note', 'TEXT'),
    checkedByName: column('checked_by_name', 'NAMES'),
    checkedAt: column('checked_at', 'STATISTICS'),
    draw: one('RecheckDraw', (p, c) => `${c}.id = ${p}.draw_id`, { class: 'STATISTICS' }),
    lapsed: sql(
      (row) =>
        `(${row}.outcome IS NULL AND EXISTS (SELECT 1 FROM submission ks WHERE ks.id = ${row}.submission_id AND ks.outcome <> 'PENDING'))`,
      'STATISTICS',
    ),
    version: column('version', 'STATISTICS'),
  },
});

rootPage('recheckDraws', 'RecheckDraw');
