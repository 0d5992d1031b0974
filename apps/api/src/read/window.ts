import { LIMITS, type FieldClass } from '@closeout/domain';
import { GraphQLError } from 'graphql';
import type { Args, Compilation } from './compilation.ts';
import type { ReadType } from './model.ts';

/** Which rows of an ordered list a page shows. */
export interface Window {
  size: number;
  backward: boolean;
  descending: boolean;
  /** The sort value's name, SQL and PostgreSQL type. */
  orderName: string;
  order: string;
  orderType: string;
  orderClass: FieldClass;
  after: string | null;
  before: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const badPage = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });

/** The page size that arguments ask for, clamped to the cap, and from which end. */
export function pageOf(args: Args): { size: number; backward: boolean } {
  const first = args['first'] as number | null | undefined;
  const last = args['last'] as number | null | undefined;
  if (typeof first === 'number' && typeof last === 'number') throw badPage('ask for first or last, not both');
  const wanted = first ?? last ?? LIMITS.pageSize;
  if (wanted < 0) throw badPage('first and last must not be negative');
  return { size: Math.min(wanted, LIMITS.pageSizeMax), backward: typeof last === 'number' };
}

/** The page that the arguments ask for. Page sizes are clamped to the cap whatever the variables say. */
export function windowOf(type: ReadType, args: Args, child: string, c: Compilation): Window {
  const by = args['orderBy'] as { field?: string; direction?: string } | null | undefined;
  const orderName = by?.field ?? type.defaultOrder;
  const order = type.orders[orderName];
  if (order === undefined) throw new Error(`no order ${orderName} for ${type.name}`);
  return {
    ...pageOf(args),
    descending: by?.direction === 'DESC',
    orderName,
    order: order.sql(child, c),
    orderType: order.type,
    orderClass: order.class,
    after: (args['after'] as string | null | undefined) ?? null,
    before: (args['before'] as string | null | undefined) ?? null,
  };
}

/** A cursor is the base64 of the JSON `[order, sort value, id]`: one of another order is none of this connection. */
function readCursor(cursor: string, order: string): [string, string] {
  try {
    const [of, value, id] = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8')) as unknown[];
    if (of === order && typeof value === 'string' && typeof id === 'string' && UUID.test(id)) return [value, id];
  } catch {
    // falls through to the same answer
  }
  throw badPage('this cursor is not one of this connection');
}

/** Only the rows after and before the cursors, as ` AND …`. */
export function keyset(c: Compilation, window: Window, key: string): string {
  const bound = (cursor: string, sign: '<' | '>'): string => {
    const [value, id] = readCursor(cursor, window.orderName);
    return ` AND (${window.order}, ${key}) ${sign} (${c.statement.param(value, `text::${window.orderType}`)}, ${c.statement.param(id, 'uuid')})`;
  };
  return (
    (window.after === null ? '' : bound(window.after, window.descending ? '<' : '>')) +
    (window.before === null ? '' : bound(window.before, window.descending ? '>' : '<'))
  );
}

/** The cursor of a row as an SQL text expression: base64, so that it needs no escaping. */
export const cursorSql = (window: Window, key: string): string =>
  `translate(encode(convert_to(json_build_array('${window.orderName}', (${window.order})::text, ${key})::text, 'UTF8'), 'base64'), E'\\n', '')`;
