import { sideOf, whyNotAcknowledge, type HandoverFacts, type Viewer } from '@closeout/domain';
import { within } from '../../read/filter.ts';
import { uuidOf } from '../../read/ids.ts';
import { column, globalId, list, one, readType, type ComputedField, type Reading } from '../../read/model.ts';
import { rootOne, rootPage } from '../../read/roots.ts';
import { bodiesWithin, holdsAll, visibleFinding } from '../access/visibility.ts';
import { readHandoverFacts } from './handover-facts.ts';
import { allItems, handoverFactsSql } from './handover-items.ts';

const me = (reading: Reading): string => reading.statement.param(reading.viewer.personId, 'text::uuid');

/** The two people, the secretary and the clerk read what is handed over. */
const itemsReader = (h: string, reading: Reading): string =>
  `(coalesce(${me(reading)} IN (${h}.outgoing_id, ${h}.incoming_id), false) OR ${bodiesWithin('readHandover', `${h}.body_id`, reading)})`;

/** Who keeps posts sees that a handover waits, never what it holds. */
const handoverReader = (h: string, reading: Reading): string =>
  holdsAll(reading.viewer, 'manageDirectory') ? 'true' : itemsReader(h, reading);

const asked = (value: (facts: HandoverFacts, viewer: Viewer) => unknown): ComputedField => ({
  kind: 'computed',
  class: 'STATISTICS',
  needs: {
    facts: (row, reading) => handoverFactsSql(row, reading.statement.param(reading.today, 'text::date')),
  },
  value: ({ facts }, { viewer }) => value(readHandoverFacts(facts), viewer),
});

readType({
  name: 'HandoverItem',
  table: (reading) => allItems(reading.statement.param(reading.today, 'text::date')),
  prefix: 'hoi',
  visible: (row, reading) => {
    const handover = reading.statement.alias('vh');
    return `EXISTS (SELECT 1 FROM handover ${handover} WHERE ${handover}.id = ${row}.handover_id AND ${itemsReader(handover, reading)})`;
  },
  fields: {
    id: globalId('hoi'),
    kind: column('kind', 'STATISTICS'),
    label: column('label', 'TEXT'),
    dueOn: column('due_on', 'STATISTICS'),
    finding: one('Finding', (p, c) => `${c}.id = ${p}.finding_id`, { guarded: visibleFinding, class: 'STATISTICS' }),
  },
});

readType({
  name: 'Handover',
  table: 'handover',
  prefix: 'hov',
  visible: handoverReader,
  orders: { NEWEST: { sql: (row) => `-extract(epoch FROM ${row}.started_at)`, type: 'numeric', class: 'STATISTICS' } },
  filters: { STATISTICS: { state: within('state', 'handover_state') } },
  fields: {
    id: globalId('hov'),
    post: one('Post', (p, c) => `${c}.id = ${p}.post_id`, { class: 'STATISTICS' }),
    outgoing: one('Person', (p, c) => `${c}.id = ${p}.outgoing_id`, { class: 'NAMES' }),
    incoming: one('Person', (p, c) => `${c}.id = ${p}.incoming_id`, { class: 'NAMES' }),
    reason: column('reason', 'TEXT'),
    state: column('state', 'STATISTICS'),
    startedByName: column('started_by_name', 'NAMES'),
    startedAt: column('started_at', 'STATISTICS'),
    items: list(
      'HandoverItem',
      (p, c) => `${c}.handover_id = ${p}.id`,
      (c) => `${c}.kind, ${c}.ordinal, ${c}.id`,
      { class: 'STATISTICS', guarded: true },
    ),
    digest: asked((facts) => facts.digest),
    outgoingAckByName: column('outgoing_ack_by_name', 'NAMES'),
    outgoingAckAt: column('outgoing_ack_at', 'STATISTICS'),
    outgoingCurrent: asked(
      (facts) => facts.outgoingSeen !== null && (facts.state === 'DONE' || facts.outgoingSeen === facts.digest),
    ),
    inPlaceReason: column('in_place_reason', 'TEXT'),
    incomingAckAt: column('incoming_ack_at', 'STATISTICS'),
    incomingCurrent: asked(
      (facts) => facts.incomingSeen !== null && (facts.state === 'DONE' || facts.incomingSeen === facts.digest),
    ),
    missingRoles: asked((facts) => facts.missingRoles),
    acknowledgeAs: asked((facts, viewer) => {
      const reason = whyNotAcknowledge(viewer, facts);
      return reason === null || reason === 'ROLES_MISSING' ? sideOf(viewer, facts) : null;
    }),
    endedAt: column('ended_at', 'STATISTICS'),
    version: column('version', 'STATISTICS'),
  },
});

rootPage('handovers', 'Handover');
rootOne(
  'handover',
  'Handover',
  (row, args, reading) =>
    `${row}.id = ${reading.statement.param(uuidOf(args['id'] as string, 'hov', 'the handover'), 'uuid')}`,
);
