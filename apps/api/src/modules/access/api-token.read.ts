import { classesInForce, tokenActs, tokenStateOf } from '@closeout/domain';
import { column, globalId, one, readType, sql, type ComputedField, type Expression } from '../../read/model.ts';
import { rootPage } from '../../read/roots.ts';
import { idFilter } from '../findings/finding-filters.ts';
import { readTokenFacts, tokenFactsSql } from './token-facts.ts';
import { bodiesWithin, holdsAll } from './visibility.ts';

const nameOf =
  (account: string): Expression =>
  (row) =>
    `(SELECT nn.name FROM account na JOIN person nn ON nn.id = na.person_id WHERE na.id = ${row}.${account})`;

const byRules = (value: ComputedField['value']): ComputedField => ({
  kind: 'computed',
  class: 'STATISTICS',
  needs: { token: (row, reading) => tokenFactsSql(row, reading.statement.param(reading.today, 'text::date')) },
  value,
});

readType({
  name: 'ApiToken',
  table: 'api_token',
  prefix: 'tok',
  visible: (row, reading) =>
    holdsAll(reading.viewer, 'manageTokens') ? 'true' : bodiesWithin('approveTokens', `${row}.body_id`, reading),
  orders: { CREATED: { sql: (row) => `${row}.created_at`, type: 'timestamptz', class: 'STATISTICS' } },
  filters: { STATISTICS: { bodyId: idFilter('body_id', 'bdy', 'the body') } },
  fields: {
    id: globalId('tok'),
    name: column('name', 'TEXT'),
    purpose: column('purpose', 'TEXT'),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'STATISTICS' }),
    verbs: sql((row) => `to_json(${row}.verbs)`, 'STATISTICS'),
    classes: sql((row) => `to_json(${row}.classes)`, 'STATISTICS'),
    classesInForce: byRules(({ token }, { today }) => classesInForce(readTokenFacts(token), today) ?? []),
    state: byRules(({ token }, { today }) => tokenStateOf(readTokenFacts(token), today)),
    createdByName: sql(nameOf('created_by_id'), 'NAMES'),
    createdAt: column('created_at', 'STATISTICS'),
    expiresAt: column('expires_at', 'STATISTICS'),
    lastUsedAt: column('last_used_at', 'STATISTICS'),
    revokedAt: column('revoked_at', 'STATISTICS'),
    approverName: sql(nameOf('approver_id'), 'NAMES'),
    decidedByName: sql(nameOf('decided_by_id'), 'NAMES'),
    decidedAt: column('decided_at', 'STATISTICS'),
    decisionReason: column('decision_reason', 'TEXT'),
    viewerCan: byRules(({ token }, { viewer, today }) => tokenActs(viewer, readTokenFacts(token), today)),
    version: column('version', 'STATISTICS'),
  },
});

rootPage('apiTokens', 'ApiToken');
