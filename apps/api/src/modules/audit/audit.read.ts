import { holdsAll } from '../access/visibility.ts';
import { dayRange } from '../../read/filter.ts';
import { column, globalId, one, readType, sql, type Expression } from '../../read/model.ts';
import { rootPage } from '../../read/roots.ts';
import { uuidOf } from '../../read/ids.ts';
import { ADMINISTRATIVE } from './administrative.ts';

const administrative =
  (of: string): Expression =>
  (row) =>
    `CASE WHEN ${row}.record_type IN (${ADMINISTRATIVE.map((name) => `'${name}'`).join(', ')}) THEN ${row}.${of} END`;

readType({
  name: 'AuditEvent',
  // The trail counts upwards; the global id carries the number as a uuid, like every other record's.
  table: `(SELECT ae.*, (ae.at AT TIME ZONE 'Asia/Shanghai')::date AS on_day, lpad(to_hex(ae.id), 32, '0')::uuid AS uid FROM audit_event ae)`,
  key: 'uid',
  prefix: 'aud',
  visible: (_row, reading) => (holdsAll(reading.viewer, 'readAudit') ? 'true' : 'false'),
  orders: { AT: { sql: (row) => `${row}.id`, type: 'bigint', class: 'STATISTICS' } },
  filters: {
    STATISTICS: {
      verb: (row, value, reading) => `${row}.verb = ANY(${reading.statement.param(value, 'text[]')})`,
      recordType: (row, value, reading) => `${row}.record_type = ANY(${reading.statement.param(value, 'text[]')})`,
      recordId: (row, value, reading) =>
        `${row}.record_id = ${reading.statement.param(/^[0-9a-f-]{36}$/.test(String(value)) ? value : '00000000-0000-0000-0000-000000000000', 'text::uuid')}`,
      accountId: (row, value, reading) =>
        `${row}.account_id = ${reading.statement.param(uuidOf(value as string, 'acc', 'the account'), 'uuid')}`,
      bodyId: (row, value, reading) =>
        `${row}.body_id = ${reading.statement.param(uuidOf(value as string, 'bdy', 'the body'), 'uuid')}`,
      success: (row, value) => `${row}.success = ${value === true ? 'true' : 'false'}`,
      on: dayRange('on_day'),
    },
    NAMES: {
      actor: (row, value, reading) => `strpos(${row}.actor_name, ${reading.statement.param(value, 'text')}) > 0`,
    },
  },
  fields: {
    id: globalId('aud', 'uid'),
    at: column('at', 'NAMES'),
    actorName: column('actor_name', 'NAMES'),
    actorPost: column('actor_post', 'NAMES'),
    verb: column('verb', 'NAMES'),
    recordType: column('record_type', 'NAMES'),
    recordId: column('record_id', 'NAMES'),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'NAMES' }),
    changed: sql(
      (row) =>
        `(SELECT coalesce(json_agg(k.name ORDER BY k.name), '[]'::json) FROM jsonb_object_keys(CASE WHEN jsonb_typeof(${row}.after) = 'object' THEN ${row}.after ELSE '{}' END) AS k(name))`,
      'NAMES',
    ),
    before: sql(administrative('before'), 'NAMES'),
    after: sql(administrative('after'), 'NAMES'),
    reason: sql(administrative('reason'), 'NAMES'),
    origin: column('origin', 'NAMES'),
    success: column('success', 'NAMES'),
    chain: column('chain', 'NAMES'),
    seq: sql((row) => `${row}.seq::int`, 'NAMES'),
    hash: sql((row) => `encode(${row}.hash, 'hex')`, 'NAMES'),
    sealedAt: sql(
      (row) => `(SELECT min(vs.signed_at) FROM audit_seal vs WHERE vs.chain = ${row}.chain AND vs.seq >= ${row}.seq)`,
      'NAMES',
    ),
  },
});

rootPage('auditEvents', 'AuditEvent');
