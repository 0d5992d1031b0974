import { visibleEvidenceOfVisibleAction, visibleWithFinding } from '../access/visibility.ts';
import type { ActionKind } from '@closeout/domain';
import { settingsOf } from '../rounds/settings-of-inspection.ts';
import { column, globalId, list, one, page, readType, sql, type ComputedField } from '../../read/model.ts';
import { rootOne } from '../../read/roots.ts';
import { uuidOf } from '../../read/ids.ts';

/** The rule of its kind, by the settings of its inspection over its round's. */
const evidenceAsked: ComputedField = {
  kind: 'computed',
  class: 'STATISTICS',
  needs: {
    of: (row) => `${row}.kind`,
    own: (row) =>
      `(SELECT i.settings FROM finding f JOIN inspection i ON i.id = f.inspection_id WHERE f.id = ${row}.finding_id)`,
    round: (row) =>
      `(SELECT r.settings FROM finding f JOIN inspection i ON i.id = f.inspection_id JOIN round r ON r.id = i.round_id WHERE f.id = ${row}.finding_id)`,
  },
  value: (needs) => settingsOf(needs).evidence[needs['of'] as ActionKind],
};

readType({
  name: 'Action',
  table: 'action',
  prefix: 'act',
  visible: visibleWithFinding(),
  orders: { ORDINAL: { sql: (row) => `${row}.ordinal`, type: 'int', class: 'STATISTICS' } },
  fields: {
    id: globalId('act'),
    ordinal: column('ordinal', 'STATISTICS'),
    kind: column('kind', 'STATISTICS'),
    text: column('text', 'TEXT'),
    state: column('state', 'STATISTICS'),
    dropReason: column('drop_reason', 'TEXT'),
    progress: column('progress', 'TEXT'),
    doneOn: column('done_on', 'STATISTICS'),
    dueOn: column('due_on', 'STATISTICS'),
    dueText: column('due_text', 'TEXT'),
    needsEvidence: column('needs_evidence', 'STATISTICS'),
    evidenceAsked,
    reportedBySource: column('reported_by_source', 'STATISTICS'),
    span: sql(
      (a) => `CASE WHEN ${a}.span_from IS NOT NULL THEN json_build_array(${a}.span_from, ${a}.span_to) END`,
      'TEXT',
    ),
    department: one('Department', (p, c) => `${c}.id = ${p}.department_id`, { class: 'STATISTICS' }),
    handler: one('Person', (p, c) => `${c}.id = ${p}.handler_id`, { class: 'NAMES' }),
    finding: one('Finding', (p, c) => `${c}.id = ${p}.finding_id`, { class: 'STATISTICS', guarded: false }),
    updates: list(
      'ProgressUpdate',
      (p, c) => `${c}.action_id = ${p}.id`,
      (c) => `${c}.at DESC, ${c}.id DESC`,
      { class: 'STATISTICS' },
    ),
    evidenceCount: sql(
      (a, reading) =>
        `(SELECT count(*) FROM evidence_action ce JOIN evidence cv ON cv.id = ce.evidence_id WHERE ce.action_id = ${a}.id AND ${visibleEvidenceOfVisibleAction('cv', reading)})`,
      'STATISTICS',
    ),
    evidence: page('Evidence', (p, link) => `${link}.action_id = ${p}.id`, {
      class: 'STATISTICS',
      from: (child, link) => `evidence_action ${link} JOIN evidence ${child} ON ${child}.id = ${link}.evidence_id`,
      guarded: visibleEvidenceOfVisibleAction,
    }),
    version: column('version', 'STATISTICS'),
  },
});

readType({
  name: 'ProgressUpdate',
  table: 'progress_update',
  prefix: 'upd',
  visible: (row, reading) => {
    const action = reading.statement.alias('va');
    return `EXISTS (SELECT 1 FROM action ${action} WHERE ${action}.id = ${row}.action_id AND ${visibleWithFinding()(action, reading)})`;
  },
  fields: {
    id: globalId('upd'),
    text: column('text', 'TEXT'),
    state: column('state', 'STATISTICS'),
    at: column('at', 'STATISTICS'),
    byName: column('by_name', 'NAMES'),
    onBehalfOf: column('on_behalf_of', 'STATISTICS'),
    onBehalfSource: column('on_behalf_source', 'TEXT'),
  },
});

rootOne(
  'action',
  'Action',
  (row, args, reading) =>
    `${row}.id = ${reading.statement.param(uuidOf(args['id'] as string, 'act', 'the action'), 'uuid')}`,
);
