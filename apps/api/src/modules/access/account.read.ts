import { holdsAll } from './visibility.ts';
import { column, globalId, list, one, readType, type Order, type Filter, type Reading } from '../../read/model.ts';
import { rootPage } from '../../read/roots.ts';
import { uuidOf } from '../../read/ids.ts';

/** Accounts and grants are for who manages accounts and who manages grants: the one names whom, the other must find them. */
const forKeepers = (_row: string, reading: Reading): string =>
  holdsAll(reading.viewer, 'manageAccounts') || holdsAll(reading.viewer, 'manageGrants') ? 'true' : 'false';

const sameId =
  (of: string, prefix: string, what: string): Filter =>
  (row, value, reading) =>
    `${row}.${of} = ${reading.statement.param(uuidOf(value as string, prefix, what), 'uuid')}`;
const newest = (of: string): Order => ({
  sql: (row) => `${row}.${of}`,
  type: 'timestamptz',
  class: 'STATISTICS',
});

/** In force today or later: what counts for the separation of duties. */
const standing = (grant: string, reading: Reading): string =>
  `${grant}.revoked_at IS NULL AND (${grant}.to_on IS NULL OR ${grant}.to_on >= ${reading.statement.param(reading.today, 'text::date')})`;

readType({
  name: 'Account',
  table: 'account',
  prefix: 'acc',
  visible: forKeepers,
  orders: { LOGIN: { sql: (row) => `${row}.login`, type: 'text', class: 'NAMES' } },
  filters: {
    STATISTICS: {
      active: (row, value) => `${row}.active = ${value === true ? 'true' : 'false'}`,
      bodyId: (row, value, reading) =>
        `EXISTS (SELECT 1 FROM person ap WHERE ap.id = ${row}.person_id AND ap.body_id = ${reading.statement.param(uuidOf(value as string, 'bdy', 'the body'), 'uuid')})`,
    },
    NAMES: {
      text: (row, value, reading) => {
        const text = reading.statement.param(value, 'text');
        return `strpos(${row}.login, lower(${text})) > 0 OR EXISTS (SELECT 1 FROM person ap WHERE ap.id = ${row}.person_id AND strpos(ap.name, ${text}) > 0)`;
      },
    },
  },
  fields: {
    id: globalId('acc'),
    login: column('login', 'NAMES'),
    person: one('Person', (p, c) => `${c}.id = ${p}.person_id`, { class: 'NAMES' }),
    active: column('active', 'NAMES'),
    mustChangePassword: column('must_change_password', 'NAMES'),
    lockedUntil: column('locked_until', 'NAMES'),
    lastSignInAt: column('last_sign_in_at', 'NAMES'),
    createdAt: column('created_at', 'NAMES'),
    version: column('version', 'NAMES'),
    grants: list(
      'RoleGrant',
      (p, c, reading) => `${c}.account_id = ${p}.id AND ${standing(c, reading)}`,
      (c) => `${c}.created_at, ${c}.id`,
      { class: 'NAMES' },
    ),
  },
});

readType({
  name: 'RoleGrant',
  table: 'role_grant',
  prefix: 'grt',
  visible: forKeepers,
  orders: { CREATED: newest('created_at') },
  filters: {
    STATISTICS: {
      accountId: sameId('account_id', 'acc', 'the account'),
      bodyId: sameId('body_id', 'bdy', 'the body'),
      role: (row, value, reading) => `${row}.role = ANY(${reading.statement.param(value, 'text[]::role[]')})`,
      standing: (row, value, reading) => (value === true ? standing(row, reading) : `NOT (${standing(row, reading)})`),
    },
  },
  fields: {
    id: globalId('grt'),
    role: column('role', 'NAMES'),
    account: one('Account', (p, c) => `${c}.id = ${p}.account_id`, { class: 'NAMES' }),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'NAMES' }),
    department: one('Department', (p, c) => `${c}.id = ${p}.department_id`, { class: 'NAMES' }),
    post: one('Post', (p, c) => `${c}.id = ${p}.post_id`, { class: 'NAMES' }),
    fromOn: column('from_on', 'NAMES'),
    toOn: column('to_on', 'NAMES'),
    revokedAt: column('revoked_at', 'NAMES'),
    createdAt: column('created_at', 'NAMES'),
  },
});

rootPage('accounts', 'Account');
rootPage('roleGrants', 'RoleGrant');
rootPage('departments', 'Department');
