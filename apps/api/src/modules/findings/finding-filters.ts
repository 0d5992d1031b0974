import type { FieldClass } from '@closeout/domain';
import { uuidOf } from '../../read/ids.ts';
import type { Order, Reading } from '../../read/model.ts';

/** Rows whose column holds one record, named by its global id. */
export const idFilter =
  (columnName: string, prefix: string, what: string) =>
  (f: string, value: unknown, reading: Reading): string =>
    `${f}.${columnName} = ${reading.statement.param(uuidOf(value as string, prefix, what), 'uuid')}`;
/** A condition, or its contrary where the filter says `false`. */
export const yes = (condition: string, value: unknown): string => (value === true ? condition : `NOT (${condition})`);

/** Orders of findings and of their outlines. */
export const orders: Record<string, Order> = {
  SEQ: { sql: (f) => `${f}.seq`, type: 'int' },
  DUE: { sql: (f) => `coalesce(${f}.due_on, 'infinity'::date)`, type: 'date' },
  UPDATED: { sql: (f) => `${f}.updated_at`, type: 'timestamptz' },
  STATE: { sql: (f) => `${f}.state`, type: 'finding_state' },
};

/** A sum that is due back and neither recovered nor waived in full. */
export const OUTSTANDING = (f: string): string =>
  `EXISTS (SELECT 1 FROM money_sum om WHERE om.finding_id = ${f}.id AND om.disposition = 'REFUND_DUE' AND om.established_fen > (SELECT coalesce(sum(orr.fen), 0) FROM recovery orr WHERE orr.sum_id = om.id) + (SELECT coalesce(sum(ow.fen), 0) FROM waiver ow WHERE ow.sum_id = om.id))`;

/** What a token needs for each filter; one that is not named needs TEXT. */
export const filterClasses: Partial<Record<FieldClass, readonly string[]>> = {
  STATISTICS:
    'state result plan remediationType bodyId inspectionId aspectId leaderId departmentId dueOn overdue returned waitsForMe'.split(
      ' ',
    ),
  NAMES: ['handlerId'],
  MONEY: ['outstanding'],
};
