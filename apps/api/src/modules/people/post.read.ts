import { grantInForce } from '../access/grant-in-force.ts';
import { bodiesWithin } from '../access/visibility.ts';
import { column, globalId, list, one, page, readType } from '../../read/model.ts';
import { rootOne, rootPage } from '../../read/roots.ts';
import { uuidOf } from '../../read/ids.ts';

const inReach = (row: string, reading: Parameters<typeof bodiesWithin>[2]): string =>
  bodiesWithin('readDirectory', `${row}.body_id`, reading);

readType({
  name: 'Person',
  table: 'person',
  prefix: 'psn',
  visible: inReach,
  orders: { NAME: { sql: (row) => `${row}.name`, type: 'text', class: 'NAMES' } },
  filters: {
    STATISTICS: {
      bodyId: (row, value, reading) =>
        `${row}.body_id = ${reading.statement.param(uuidOf(value as string, 'bdy', 'the body'), 'uuid')}`,
      departmentId: (row, value, reading) =>
        `EXISTS (SELECT 1 FROM account pa JOIN role_grant pg ON pg.account_id = pa.id WHERE pa.person_id = ${row}.id AND ${grantInForce('pg', reading.statement.param(reading.today, 'text::date'))} AND pg.department_id = ${reading.statement.param(uuidOf(value as string, 'dep', 'the department'), 'uuid')})`,
    },
    NAMES: {
      text: (row, value, reading) => `${row}.name ILIKE '%' || ${reading.statement.param(value, 'text')} || '%'`,
    },
  },
  fields: {
    id: globalId('psn'),
    name: column('name', 'NAMES'),
    active: column('active', 'NAMES'),
    version: column('version', 'NAMES'),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'NAMES' }),
    posts: list(
      'Post',
      (p, c) => `${c}.id IN (SELECT h.post_id FROM post_holding h WHERE h.person_id = ${p}.id AND h.to_on IS NULL)`,
      (c) => `${c}.ordinal, ${c}.id`,
      { class: 'NAMES' },
    ),
  },
});

readType({
  name: 'Post',
  table: 'post',
  prefix: 'pst',
  visible: inReach,
  orders: { ORDINAL: { sql: (row) => `${row}.ordinal`, type: 'int', class: 'STATISTICS' } },
  fields: {
    id: globalId('pst'),
    title: column('title', 'STATISTICS'),
    leadership: column('leadership', 'STATISTICS'),
    ordinal: column('ordinal', 'STATISTICS'),
    active: column('active', 'STATISTICS'),
    version: column('version', 'STATISTICS'),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'STATISTICS' }),
    department: one('Department', (p, c) => `${c}.id = ${p}.department_id`, { class: 'STATISTICS' }),
    holder: one(
      'Person',
      (p, c) => `${c}.id = (SELECT h.person_id FROM post_holding h WHERE h.post_id = ${p}.id AND h.to_on IS NULL)`,
      { class: 'NAMES' },
    ),
    inChargeOf: list(
      'Department',
      (p, c) => `${c}.id IN (SELECT pd.department_id FROM post_department pd WHERE pd.post_id = ${p}.id)`,
      (c) => `${c}.ordinal, ${c}.id`,
      { class: 'STATISTICS' },
    ),
    findings: page('Finding', (p, c) => `${c}.leader_post_id = ${p}.id`, { class: 'STATISTICS', guarded: true }),
  },
});

rootPage('persons', 'Person');
rootPage('posts', 'Post');
rootOne(
  'leader',
  'Post',
  (row, args, reading) =>
    `${row}.id = ${reading.statement.param(uuidOf(args['id'] as string, 'pst', 'the post'), 'uuid')}`,
);
