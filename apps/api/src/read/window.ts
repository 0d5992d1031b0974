import { LIMITS } from '@closeout/domain';
import { GraphQLError } from 'graphql';
import type { Args, Compilation } from './compilation.ts';
import type { ReadType } from './model.ts';

/** Which rows of an ordered list a page shows. */
export interface Window {
  size: number;
  backward: boolean;
  descending: boolean;
  order: string;
  orderType: string;
  after: string | null;
  before: string | null;
}

const badPage = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });

function sizeOf(args: Args): { size: number; backward: boolean } {
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
  const order = type.orders[by?.field ?? type.defaultOrder] ?? type.orders[type.defaultOrder];
  if (order === undefined) throw new Error(`no order for ${type.name}`);
  return {
    ...sizeOf(args),
    descending: by?.direction === 'DESC',
    order: order.sql(child, c),
    orderType: order.type,
    after: (args['after'] as string | null | undefined) ?? null,
    before: (args['before'] as string | null | undefined) ?? null,
  };
}

/** A cursor is the base64 of the JSON `[sort value, id]`. */
function readCursor(cursor: string): [string, string] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    if (
      Array.isArray(value) &&
      typeof value[0] === 'string' &&
      typeof value[1] === 'string' &&
      /^[0-9a-f-]{36}$/.test(value[1])
    )
      return [value[0], value[1]];
  } catch {
    // falls through to the same answer
  }
  throw badPage('this cursor is not one of this connection');
}

/** Only the rows after and before the cursors, as ` AND …`. */
export function keyset(c: Compilation, window: Window, key: string): string {
  const bound = (cursor: string, sign: '<' | '>'): string => {
    const [value, id] = readCursor(cursor);
    return ` AND (${window.order}, ${key}) ${sign} (${c.statement.param(value, `text::${window.orderType}`)}, ${c.statement.param(id, 'uuid')})`;
  };
  return (
    (window.after === null ? '' : bound(window.after, window.descending ? '<' : '>')) +
    (window.before === null ? '' : bound(window.before, window.descending ? '>' : '<'))
  );
}

/** The cursor of a row as an SQL text expression: base64, so that it needs no escaping. */
export const cursorSql = (window: Window, key: string): string =>
  `translate(encode(convert_to(json_build_array((${window.order})::text, ${key})::text, 'UTF8'), 'base64'), E'\\n', '')`;
