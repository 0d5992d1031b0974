import type { FieldClass, Viewer } from '@closeout/domain';
import type { Json } from './json.ts';
import type { Statement } from './statement.ts';

/**
 * The read model: for each GraphQL record type, its table, who may see its rows, and what each field is in SQL.
 * The compiler (compile.ts) turns any selection into one statement; no resolver runs per row.
 */

/** What an SQL expression may depend on, apart from its row. */
export interface Reading {
  statement: Statement;
  viewer: Viewer;
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  today: string;
  /** The ledger of a past day: rights are still those of now. */
  isPast?: boolean;
}

export type Expression = (row: string, reading: Reading) => string;
export type Join = (parent: string, child: string, reading: Reading) => string;

interface Classed {
  /** What a token must have been given to read it; there is no default, so that no field is given by having been forgotten. */
  class: FieldClass;
}

export interface SqlField extends Classed {
  kind: 'sql';
  sql: Expression;
}
/** The record's own opaque id: the prefix of its type and the uuid in the key column. */
export interface IdField extends Classed {
  kind: 'id';
  prefix: string;
  key: string;
}
/** How rows of a related type are bounded: not beyond the parent, by the child's own visibility, or by a condition of their own. */
export type Guard = boolean | Expression;

/** A related record, or null. */
export interface OneField extends Classed {
  kind: 'one';
  type: string;
  on: Join;
  guarded: Guard;
}
/** A short list that belongs to its record (steps, points); not paged. */
export interface ListField extends Classed {
  kind: 'list';
  type: string;
  on: Join;
  orderBy: (child: string) => string;
  guarded: Guard;
}
/** A Relay connection. `from` replaces the plain table where a link table stands between. */
export interface PageField extends Classed {
  kind: 'page';
  type: string;
  on: Join;
  from?: (child: string, link: string) => string;
  guarded: Guard;
}
/** An object of the same row (deadline, balance), or of the one row that another table has for it; null where there is none. */
export interface GroupField extends Classed {
  kind: 'group';
  fields: Record<string, ReadField>;
  of?: { table: string; on: Join };
  /** Null object where this is false; then nothing is looked up. */
  when?: Expression;
}
/** A value that the domain computes from facts of the row, after the statement. */
export interface ComputedField extends Classed {
  kind: 'computed';
  /** An SQL value, or JSON already. */
  needs: Record<string, (row: string, reading: Reading) => string | Json>;
  value: (needs: Record<string, unknown>, reading: Pick<Reading, 'viewer' | 'today'>) => unknown;
}

export type ReadField = IdField | SqlField | OneField | ListField | PageField | GroupField | ComputedField;

/** One way to sort: a non-null expression, its PostgreSQL type; the id breaks ties. A cursor shows the value. */
export interface Order extends Classed {
  sql: Expression;
  type: string;
}

/** Turns one filter argument into a condition. */
export type Filter = (row: string, value: unknown, reading: Reading) => string;
/** The filters of a type, under the class of what they ask about: who may not read a field may not guess it by filtering. */
export type Filters = Partial<Record<FieldClass, Record<string, Filter>>>;

/** Rows of a type that nobody reads unnoted: the entry's verb, which rows, and the fields that only name a row in a list. */
export interface NotedType {
  verb: string;
  when: (row: string) => string;
  listed: readonly string[];
}

export interface ReadType {
  name: string;
  /** The table, or the subquery that stands for one. */
  table: string | ((reading: Reading) => string);
  /** Prefix of the opaque global id, e.g. `fnd` for fnd_0190…. */
  prefix: string;
  /** Condition under which the viewer may see a row. */
  visible: (row: string, reading: Reading) => string;
  fields: Record<string, ReadField>;
  orders: Record<string, Order>;
  defaultOrder: string;
  filters: Filters;
  /** Whose reading the audit trail notes, if any. */
  noted?: NotedType;
  /** The column of the id; evidence details use their evidence's. */
  key?: string;
}

const types = new Map<string, ReadType>();
const prefixes = new Map<string, ReadType>();

/** Declares the read model of one record type; its GraphQL type has the same name and exactly these fields (tested). */
export function readType(
  definition: Omit<ReadType, 'orders' | 'filters' | 'defaultOrder'> &
    Partial<Pick<ReadType, 'orders' | 'filters' | 'defaultOrder'>>,
): ReadType {
  const orders = definition.orders ?? { ID: { sql: (row) => `${row}.id`, type: 'uuid', class: 'STATISTICS' as const } };
  const type: ReadType = {
    filters: {},
    ...definition,
    orders,
    defaultOrder: definition.defaultOrder ?? Object.keys(orders)[0] ?? 'ID',
  };
  types.set(type.name, type);
  if (type.prefix !== '') prefixes.set(type.prefix, type);
  return type;
}

export const tableOf = (type: ReadType, reading: Reading): string =>
  typeof type.table === 'string' ? type.table : type.table(reading);

export function typeNamed(name: string): ReadType {
  const type = types.get(name);
  if (type === undefined) throw new Error(`no read model for ${name}`);
  return type;
}

export const isReadType = (name: string): boolean => types.has(name);
export const readTypes = (): ReadType[] => [...types.values()];
export const typeOfPrefix = (prefix: string): ReadType | undefined => prefixes.get(prefix);

// Shorthands for the definitions
export const sql = (expression: Expression, cls: FieldClass): SqlField => ({
  kind: 'sql',
  sql: expression,
  class: cls,
});
export const column = (name: string, cls: FieldClass): SqlField => sql((row) => `${row}.${name}`, cls);
/** Fen travels as a decimal string. */
export const fen = (name: string): SqlField => sql((row) => `${row}.${name}::text`, 'MONEY');
export const one = (type: string, on: Join, options: { class: FieldClass; guarded?: Guard }): OneField => ({
  kind: 'one',
  type,
  on,
  guarded: options.guarded ?? false,
  class: options.class,
});
export const list = (
  type: string,
  on: Join,
  orderBy: (child: string) => string,
  options: { class: FieldClass; guarded?: Guard },
): ListField => ({ kind: 'list', type, on, orderBy, guarded: options.guarded ?? false, class: options.class });
export const page = (
  type: string,
  on: Join,
  options: { class: FieldClass; guarded?: Guard; from?: PageField['from'] },
): PageField => ({
  kind: 'page',
  type,
  on,
  guarded: options.guarded ?? false,
  from: options.from,
  class: options.class,
});
/** The record's own opaque id. */
export const globalId = (prefix: string, key = 'id'): IdField => ({ kind: 'id', prefix, key, class: 'STATISTICS' });
