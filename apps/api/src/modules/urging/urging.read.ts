import { encodeId, uuidOf } from '../../read/ids.ts';
import { column, globalId, one, readType, sql, type Reading } from '../../read/model.ts';
import { rootPage } from '../../read/roots.ts';
import { bodiesWithin, oneOf } from '../access/visibility.ts';
import type { StoredLine } from './urge-lines.ts';

/** `mayAcknowledge` of packages/domain in SQL. */
function ownDepartment(u: string, reading: Reading): string {
  const heads = reading.viewer.grants.filter((grant) => grant.role === 'DEPARTMENT_HEAD');
  const departments = heads.flatMap(({ departmentId }) => (departmentId === null ? [] : [departmentId]));
  return oneOf(`${u}.department_id`, departments, reading);
}

const waitsForMe = (u: string, reading: Reading): string =>
  `(${u}.acknowledged_at IS NULL AND ${ownDepartment(u, reading)})`;

readType({
  name: 'Urge',
  table: 'urge',
  prefix: 'urg',
  // `mayReadUrge` of packages/domain in SQL
  visible: (u, reading) => `(${ownDepartment(u, reading)} OR ${bodiesWithin('readUrges', `${u}.body_id`, reading)})`,
  orders: { NEWEST: { sql: (u) => `-extract(epoch FROM ${u}.sent_at)`, type: 'numeric', class: 'STATISTICS' } },
  filters: {
    STATISTICS: {
      inspectionId: (u, value, reading) =>
        `${u}.inspection_id = ${reading.statement.param(uuidOf(value as string, 'ins', 'the inspection'), 'uuid')}`,
      waitsForMe: (u, value, reading) => (value === true ? waitsForMe(u, reading) : `NOT ${waitsForMe(u, reading)}`),
    },
  },
  fields: {
    id: globalId('urg'),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'STATISTICS' }),
    department: one('Department', (p, c) => `${c}.id = ${p}.department_id`, { class: 'STATISTICS' }),
    note: column('note', 'TEXT'),
    lines: {
      kind: 'computed',
      class: 'NAMES',
      needs: { lines: (u) => `${u}.lines` },
      value: ({ lines }) =>
        (lines as StoredLine[]).map((line) => ({ ...line, findingId: encodeId('fnd', line.findingId) })),
    },
    sentAt: column('sent_at', 'STATISTICS'),
    sentByName: column('sent_by_name', 'NAMES'),
    sentByPost: column('sent_by_post', 'STATISTICS'),
    acknowledgedAt: column('acknowledged_at', 'STATISTICS'),
    acknowledgedByName: column('acknowledged_by_name', 'NAMES'),
    acknowledgedByPost: column('acknowledged_by_post', 'STATISTICS'),
    waitsForMe: sql(waitsForMe, 'STATISTICS'),
  },
});

rootPage('urges', 'Urge');
