import { statesOf } from '@closeout/domain';
import { bodiesWithin, findingsWithin, visibleWithFinding } from '../access/visibility.ts';
import { within } from '../../read/filter.ts';
import { uuidOf } from '../../read/ids.ts';
import { column, globalId, one, readType, sql, type Reading } from '../../read/model.ts';
import { rootPage } from '../../read/roots.ts';

/** The office reads a request that was put to it, never the finding behind it. */
const forOffice = (row: string, reading: Reading): string =>
  `(${row}.approver = 'OFFICE' AND ${bodiesWithin('approveExtensions', `${row}.body_id`, reading)})`;

const DECIDABLE = statesOf('decideExtension')
  .map((state) => `'${state}'`)
  .join(', ');

/** SQL twin of `judge(decideExtension)` and of the office's `whyNotDecide`, held to them by a test. */
function waitsForMe(row: string, reading: Reading): string {
  const finding = reading.statement.alias('xf');
  const me = reading.statement.param(reading.viewer.personId, 'text::uuid');
  const open = `EXISTS (SELECT 1 FROM finding ${finding} WHERE ${finding}.id = ${row}.finding_id AND ${finding}.state IN (${DECIDABLE}) AND`;
  return `(${row}.state = 'PENDING' AND ${row}.requested_by_id IS DISTINCT FROM ${me} AND CASE ${row}.approver
    WHEN 'OFFICE' THEN ${open} ${bodiesWithin('approveExtensions', `${row}.body_id`, reading)})
    ELSE ${open} (${findingsWithin('decideExtension', finding, reading)})) END)`;
}

readType({
  name: 'Extension',
  table: 'extension',
  prefix: 'ext',
  visible: (row, reading) => `(${visibleWithFinding()(row, reading)} OR ${forOffice(row, reading)})`,
  orders: { REQUESTED: { sql: (row) => `${row}.requested_at`, type: 'timestamptz', class: 'STATISTICS' } },
  filters: {
    STATISTICS: {
      state: within('state', 'extension_state'),
      bodyId: (row, value, reading) =>
        `${row}.body_id = ${reading.statement.param(uuidOf(value as string, 'bdy', 'the body'), 'uuid')}`,
      waitsForMe: (row, value, reading) =>
        value === true ? waitsForMe(row, reading) : `NOT ${waitsForMe(row, reading)}`,
    },
  },
  fields: {
    id: globalId('ext'),
    number: column('number', 'STATISTICS'),
    refNo: sql((row) => `(SELECT rf.ref_no FROM finding rf WHERE rf.id = ${row}.finding_id)`, 'STATISTICS'),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'STATISTICS' }),
    finding: one('Finding', (p, c) => `${c}.id = ${p}.finding_id`, { class: 'STATISTICS', guarded: true }),
    reason: column('reason', 'TEXT'),
    fromDueOn: column('from_due_on', 'STATISTICS'),
    toDueOn: column('to_due_on', 'STATISTICS'),
    days: sql((row) => `(${row}.to_due_on - ${row}.from_due_on)`, 'STATISTICS'),
    state: column('state', 'STATISTICS'),
    approver: column('approver', 'STATISTICS'),
    requestedByName: column('requested_by_name', 'NAMES'),
    requestedByPost: column('requested_by_post', 'STATISTICS'),
    requestedAt: column('requested_at', 'STATISTICS'),
    decidedByName: column('decided_by_name', 'NAMES'),
    decidedByPost: column('decided_by_post', 'STATISTICS'),
    decidedAt: column('decided_at', 'STATISTICS'),
    opinion: column('opinion', 'TEXT'),
    waitsForMe: sql(waitsForMe, 'STATISTICS'),
  },
});

rootPage('extensions', 'Extension');
