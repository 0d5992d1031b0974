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
