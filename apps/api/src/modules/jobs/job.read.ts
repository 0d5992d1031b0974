import { jobVerbs, OPEN_JOB_STATES, stillHeld, type Grant, type JobState, type Refusal } from '@closeout/domain';
import { toUserError } from '../../graphql/errors.ts';
import { within } from '../../read/filter.ts';
import { encodeId, uuidOf } from '../../read/ids.ts';
import { column, globalId, one, readType, sql, type Expression } from '../../read/model.ts';
import { rootOne, rootPage } from '../../read/roots.ts';

const OPEN = OPEN_JOB_STATES.map((state) => `'${state}'`).join(', ');
const param =
  (name: string): Expression =>
  (j) =>
    `${j}.params->>'${name}'`;

readType({
  name: 'Job',
  table: 'job',
  prefix: 'job',
  // Asked for by him: nobody reads another's list.
  visible: (j, { statement, viewer }) => `${j}.account_id = ${statement.param(viewer.accountId, 'text::uuid')}`,
  orders: { NEWEST: { sql: (j) => `-extract(epoch FROM ${j}.created_at)`, type: 'numeric', class: 'STATISTICS' } },
  filters: {
    STATISTICS: {
      open: (j, value) => `${j}.state ${value === true ? 'IN' : 'NOT IN'} (${OPEN})`,
      kind: within('kind', 'text'),
    },
  },
  fields: {
    id: globalId('job'),
    kind: column('kind', 'STATISTICS'),
    state: column('state', 'STATISTICS'),
    step: column('step', 'STATISTICS'),
    done: column('done', 'STATISTICS'),
    total: column('total', 'STATISTICS'),
    format: sql(param('format'), 'STATISTICS'),
    plan: sql(param('plan'), 'STATISTICS'),
    asOf: sql(param('asOf'), 'STATISTICS'),
    fileName: sql(param('fileName'), 'TEXT'),
    inspection: one('Inspection', (p, c) => `${c}.id = ${p}.inspection_id`, { guarded: true, class: 'STATISTICS' }),
    resultName: column('result_name', 'TEXT'),
    resultSize: column('result_size', 'STATISTICS'),
    resultSha256: column('result_sha256', 'TEXT'),
    resultUntil: column('result_until', 'STATISTICS'),
    resultPath: {
      kind: 'computed',
      class: 'TEXT',
      needs: { id: (j) => `${j}.id`, name: (j) => `${j}.result_name`, grants: (j) => `${j}.grants` },
      value: ({ id, name, grants }, { viewer }) =>
        name !== null && stillHeld(grants as Grant[], viewer.grants)
          ? `/export/job/${encodeId('job', id as string)}`
          : null,
    },
    import: one('Import', (p, c) => `${c}.id = ${p}.import_id`, { guarded: true, class: 'STATISTICS' }),
    refusals: {
      kind: 'computed',
      class: 'TEXT',
      needs: { refusals: (j) => `${j}.refusals` },
      value: ({ refusals }) => (refusals as Refusal[]).map(toUserError),
    },
    createdAt: column('created_at', 'STATISTICS'),
    startedAt: column('started_at', 'STATISTICS'),
    endedAt: column('ended_at', 'STATISTICS'),
    viewerCan: {
      kind: 'computed',
      class: 'STATISTICS',
      needs: { state: (j) => `${j}.state` },
      value: ({ state }) => jobVerbs(state as JobState),
    },
  },
});

rootPage('jobs', 'Job');
rootOne(
  'job',
  'Job',
  (j, args, reading) => `${j}.id = ${reading.statement.param(uuidOf(args['id'] as string, 'job', 'the job'), 'uuid')}`,
);
