import { whyNotConfirm, whyNotEnd, type DeputationFacts, type Viewer } from '@closeout/domain';
import { wholeBodiesWithin } from '../access/visibility.ts';
import { column, globalId, readType, sql, type ComputedField, type Reading } from '../../read/model.ts';
import { rootPage } from '../../read/roots.ts';
import { inForce } from './deputies-of.ts';

const me = (reading: Reading): string => reading.statement.param(reading.viewer.personId, 'text::uuid');
const nameOf = (column: string) =>
  sql((row) => `(SELECT qn.name FROM person qn WHERE qn.id = ${row}.${column})`, 'NAMES');

/** Where a grant is held: its department, its post, or its body. */
export const scopeNameSql = (grant: string): string =>
  `coalesce((SELECT sd.name FROM department sd WHERE sd.id = ${grant}.department_id), (SELECT sp.title FROM post sp WHERE sp.id = ${grant}.post_id), (SELECT sb.short_name FROM body sb WHERE sb.id = ${grant}.body_id))`;

/** What the rules ask, as the domain names it. */
const FACTS = (row: string): string =>
  `json_build_object('bodyId', ${row}.body_id, 'principalId', ${row}.principal_id, 'deputyId', ${row}.deputy_id, 'appointedById', ${row}.appointed_by_id, 'appointedBySecretary', ${row}.appointed_by_secretary, 'state', ${row}.state, 'toOn', ${row}.to_on)`;

const asked = (whyNot: (viewer: Viewer, facts: DeputationFacts, today: string) => string | null): ComputedField => ({
  kind: 'computed',
  class: 'STATISTICS',
  needs: { facts: FACTS },
  value: ({ facts }, { viewer, today }) => whyNot(viewer, facts as DeputationFacts, today) === null,
});

// Read by the two people, by who appointed, and by those who read every finding of the body: the reason of an absence is nobody else's.
readType({
  name: 'Deputation',
  table: 'deputation',
  prefix: 'dpt',
  visible: (row, reading) =>
    `(${me(reading)} IN (${row}.principal_id, ${row}.deputy_id, ${row}.appointed_by_id) OR ${wholeBodiesWithin('readFinding', `${row}.body_id`, reading)})`,
  orders: {
    NEWEST: { sql: (row) => `-extract(epoch FROM ${row}.appointed_at)`, type: 'numeric', class: 'STATISTICS' },
  },
  fields: {
    id: globalId('dpt'),
    role: sql((row) => `(SELECT qg.role FROM role_grant qg WHERE qg.id = ${row}.grant_id)`, 'STATISTICS'),
    scopeName: sql(
      (row) => `(SELECT ${scopeNameSql('qg')} FROM role_grant qg WHERE qg.id = ${row}.grant_id)`,
      'STATISTICS',
    ),
    principalName: nameOf('principal_id'),
    deputyName: nameOf('deputy_id'),
    fromOn: column('from_on', 'STATISTICS'),
    toOn: column('to_on', 'STATISTICS'),
    reason: column('reason', 'TEXT'),
    state: column('state', 'STATISTICS'),
    inForce: sql((row, reading) => inForce(row, reading.statement.param(reading.today, 'text::date')), 'STATISTICS'),
    appointedByName: column('appointed_by_name', 'NAMES'),
    appointedAt: column('appointed_at', 'STATISTICS'),
    confirmedByDeputy: column('appointed_by_secretary', 'STATISTICS'),
    decidedByName: column('decided_by_name', 'NAMES'),
    decidedAt: column('decided_at', 'STATISTICS'),
    opinion: column('opinion', 'TEXT'),
    endedByName: column('ended_by_name', 'NAMES'),
    endedAt: column('ended_at', 'STATISTICS'),
    waitsForMe: asked(whyNotConfirm),
    mayEnd: asked(whyNotEnd),
    mine: sql(
      (row, reading) => `coalesce(${me(reading)} IN (${row}.principal_id, ${row}.deputy_id), false)`,
      'STATISTICS',
    ),
    version: column('version', 'STATISTICS'),
  },
});

rootPage('deputations', 'Deputation');
