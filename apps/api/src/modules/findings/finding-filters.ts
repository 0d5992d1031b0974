import { dayRange, within } from '../../read/filter.ts';
import { uuidOf } from '../../read/ids.ts';
import type { Filters, Order, Reading } from '../../read/model.ts';
import { overdueSql } from './overdue.ts';
import { waitsForMe } from './waits-for-me.ts';

/** Rows whose column holds one record, named by its global id. */
export const idFilter =
  (columnName: string, prefix: string, what: string) =>
  (f: string, value: unknown, reading: Reading): string =>
    `${f}.${columnName} = ${reading.statement.param(uuidOf(value as string, prefix, what), 'uuid')}`;
/** A condition, or its contrary where the filter says `false`. */
export const yes = (condition: string, value: unknown): string => (value === true ? condition : `NOT (${condition})`);

/** Orders of findings and of their outlines. */
export const orders: Record<string, Order> = {
  SEQ: { sql: (f) => `${f}.seq`, type: 'int', class: 'STATISTICS' },
  DUE: { sql: (f) => `coalesce(${f}.due_on, 'infinity'::date)`, type: 'date', class: 'STATISTICS' },
  UPDATED: { sql: (f) => `${f}.updated_at`, type: 'timestamptz', class: 'STATISTICS' },
  STATE: { sql: (f) => `${f}.state`, type: 'finding_state', class: 'STATISTICS' },
};

/** A sum that is due back and neither recovered nor waived in full. */
const OUTSTANDING = (f: string): string =>
  `EXISTS (SELECT 1 FROM money_sum om WHERE om.finding_id = ${f}.id AND om.disposition = 'REFUND_DUE' AND om.established_fen > (SELECT coalesce(sum(orr.fen), 0) FROM recovery orr WHERE orr.sum_id = om.id) + (SELECT coalesce(sum(ow.fen), 0) FROM waiver ow WHERE ow.sum_id = om.id))`;

/** What findings are filtered by. */
export const filters: Filters = {
  STATISTICS: {
    state: within('state', 'finding_state'),
    result: within('result', 'result'),
    plan: within('plan', 'plan_kind'),
    remediationType: within('remediation_type', 'remediation_type'),
    bodyId: idFilter('body_id', 'bdy', 'the body'),
    inspectionId: idFilter('inspection_id', 'ins', 'the inspection'),
    aspectId: idFilter('aspect_id', 'asp', 'the aspect'),
    leaderId: idFilter('leader_post_id', 'pst', 'the post'),
    departmentId: (f, value, reading) => {
      const id = reading.statement.param(uuidOf(value as string, 'dep', 'the department'), 'uuid');
      return `${f}.lead_department_id = ${id} OR EXISTS (SELECT 1 FROM finding_department dd WHERE dd.finding_id = ${f}.id AND dd.department_id = ${id})`;
    },
    dueOn: dayRange('due_on'),
    overdue: (f, value, reading) => yes(overdueSql(f, reading), value),
    returned: (f, value) => yes(`${f}.return_reason IS NOT NULL`, value),
    waitsForMe: (f, value, reading) => yes(waitsForMe(f, reading), value),
  },
  TEXT: {
    text: (f, value, reading) => {
      const like = reading.statement.param(`%${String(value).replace(/[\\%_]/g, '\\$&')}%`, 'text');
      return `${f}.title ILIKE ${like} OR ${f}.description ILIKE ${like} OR ${f}.ref_no ILIKE ${like} OR EXISTS (SELECT 1 FROM action ta WHERE ta.finding_id = ${f}.id AND ta.text ILIKE ${like})`;
    },
  },
  NAMES: {
    handlerId: (f, value, reading) => {
      const id = reading.statement.param(uuidOf(value as string, 'psn', 'the person'), 'uuid');
      return `${f}.handler_id = ${id} OR EXISTS (SELECT 1 FROM action ha WHERE ha.finding_id = ${f}.id AND ha.handler_id = ${id})`;
    },
  },
  MONEY: {
    outstanding: (f, value) => yes(OUTSTANDING(f), value),
  },
};
