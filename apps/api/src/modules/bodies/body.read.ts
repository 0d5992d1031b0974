import { bodiesWithin } from '../access/visibility.ts';
import { column, globalId, list, one, page, readType } from '../../read/model.ts';
import { rootOne, rootPage } from '../../read/roots.ts';
import { uuidOf } from '../../read/ids.ts';

readType({
  name: 'Body',
  table: 'body',
  prefix: 'bdy',
  visible: (row, reading) => bodiesWithin('readDirectory', `${row}.id`, reading),
  orders: { NAME: { sql: (row) => `${row}.name`, type: 'text', class: 'STATISTICS' } },
  fields: {
    id: globalId('bdy'),
    kind: column('kind', 'STATISTICS'),
    name: column('name', 'STATISTICS'),
    shortName: column('short_name', 'STATISTICS'),
    creditCode: column('credit_code', 'STATISTICS'),
    regionCode: column('region_code', 'STATISTICS'),
    active: column('active', 'STATISTICS'),
    version: column('version', 'STATISTICS'),
    departments: list(
      'Department',
      (p, c) => `${c}.body_id = ${p}.id AND ${c}.active`,
      (c) => `${c}.ordinal, ${c}.id`,
      { class: 'STATISTICS' },
    ),
    leaders: list(
      'Post',
      (p, c) => `${c}.body_id = ${p}.id AND ${c}.leadership AND ${c}.active`,
      (c) => `${c}.ordinal, ${c}.id`,
      { class: 'STATISTICS' },
    ),
    posts: page('Post', (p, c) => `${c}.body_id = ${p}.id`, { class: 'STATISTICS' }),
    inspections: page('Inspection', (p, c) => `${c}.body_id = ${p}.id`, { class: 'STATISTICS', guarded: true }),
    supervises: list(
      'Body',
      (p, c) => `${c}.id IN (SELECT s.body_id FROM supervision s WHERE s.group_id = ${p}.id)`,
      (c) => `${c}.name`,
      { class: 'STATISTICS' },
    ),
  },
});

readType({
  name: 'Department',
  table: 'department',
  prefix: 'dep',
  visible: (row, reading) => bodiesWithin('readDirectory', `${row}.body_id`, reading),
  orders: { ORDINAL: { sql: (row) => `${row}.ordinal`, type: 'int', class: 'STATISTICS' } },
  filters: {
    STATISTICS: {
      bodyId: (row, value, reading) =>
        `${row}.body_id = ${reading.statement.param(uuidOf(value as string, 'bdy', 'the body'), 'uuid')}`,
      active: (row, value) => `${row}.active = ${value === true ? 'true' : 'false'}`,
    },
  },
  fields: {
    id: globalId('dep'),
    name: column('name', 'STATISTICS'),
    ordinal: column('ordinal', 'STATISTICS'),
    active: column('active', 'STATISTICS'),
    version: column('version', 'STATISTICS'),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'STATISTICS' }),
    findings: page('Finding', (p, c) => `${c}.lead_department_id = ${p}.id`, { class: 'STATISTICS', guarded: true }),
  },
});

rootPage('bodies', 'Body');
rootOne(
  'body',
  'Body',
  (row, args, reading) =>
    `${row}.id = ${reading.statement.param(uuidOf(args['id'] as string, 'bdy', 'the body'), 'uuid')}`,
);
rootOne(
  'department',
  'Department',
  (row, args, reading) =>
    `${row}.id = ${reading.statement.param(uuidOf(args['id'] as string, 'dep', 'the department'), 'uuid')}`,
);
