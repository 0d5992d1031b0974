import { LIMITS } from '@closeout/domain';
import { getNamedType, GraphQLError, type FieldNode, type GraphQLObjectType, type SelectionSetNode } from 'graphql';
import { collectFields, subselections } from './collect.ts';
import { guard, MAX_ROWS, recordSql, type Args, type Compilation, type Compiled } from './compile.ts';
import { filterSql } from './filter.ts';
import { finishEach, type Finish } from './finish.ts';
import type { Guard, ReadType } from './model.ts';
import { literal } from './statement.ts';

export interface PageRequest {
  type: ReadType;
  args: Args;
  /** The condition that ties the rows to their parent; `link` is the alias of the link table where there is one. */
  where: (child: string, link: string) => string;
  from?: (child: string, link: string) => string;
  guarded: Guard;
  sets: readonly (SelectionSetNode | undefined)[];
}

interface Window {
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

function windowOf(type: ReadType, args: Args, child: string, c: Compilation): Window {
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

function keyset(c: Compilation, window: Window, key: string): string {
  const bound = (cursor: string, sign: '<' | '>'): string => {
    const [value, id] = readCursor(cursor);
    return ` AND (${window.order}, ${key}) ${sign} (${c.statement.param(value, `text::${window.orderType}`)}, ${c.statement.param(id, 'uuid')})`;
  };
  return (
    (window.after === null ? '' : bound(window.after, window.descending ? '<' : '>')) +
    (window.before === null ? '' : bound(window.before, window.descending ? '>' : '<'))
  );
}

/** Which parts of a connection are selected, by response key. */
function partsOf(
  c: Compilation,
  connection: GraphQLObjectType,
  sets: PageRequest['sets'],
): { key: string; name: string; nodes: FieldNode[] }[] {
  return [...collectFields(c, connection.name, sets)].map(([key, nodes]) => ({
    key,
    nodes,
    name: (nodes[0] as FieldNode).name.value,
  }));
}

interface Inner {
  /** Forward and without page info: the rows come in order and all are shown, so nothing needs numbering. */
  plain: boolean;
  columns: string[];
  pairs: [string, string][];
  finishes: [string, Finish][];
}

const CURSOR = (order: string, key: string): string =>
  `translate(encode(convert_to(json_build_array((${order})::text, ${key})::text, 'UTF8'), 'base64'), E'\\n', '')`;

function addRows(
  c: Compilation,
  request: PageRequest,
  child: string,
  key: string,
  nodes: FieldNode[],
  edgeType: GraphQLObjectType,
  inner: Inner,
): void {
  const edge: string[] = [];
  let finishEdge: [string, Finish] | null = null;
  for (const [edgeKey, edgeNodes] of collectFields(c, edgeType.name, subselections(nodes))) {
    const name = (edgeNodes[0] as FieldNode).name.value;
    if (name === '__typename') edge.push(`${literal(edgeKey)}, ${literal(edgeType.name)}::text`);
    else if (name === 'cursor') edge.push(`${literal(edgeKey)}, p.cursor`);
    else {
      const record = recordSql(c, request.type, child, subselections(edgeNodes));
      const column = `n${inner.columns.length}`;
      inner.columns.push(`${record.sql} AS ${column}`);
      edge.push(`${literal(edgeKey)}, p.${column}`);
      if (record.finish !== null) finishEdge = [edgeKey, record.finish];
    }
  }
  const rows = inner.plain ? '' : ' ORDER BY p.rn';
  const shown = inner.plain ? '' : ' FILTER (WHERE p.shown)';
  inner.pairs.push([key, `coalesce(json_agg(json_build_object(${edge.join(', ')})${rows})${shown}, '[]'::json)`]);
  if (finishEdge !== null) {
    const [edgeKey, finish] = finishEdge;
    inner.finishes.push([key, finishEach((value) => finish((value as Record<string, unknown>)[edgeKey]))]);
  }
}

function addPageInfo(
  c: Compilation,
  window: Window,
  key: string,
  nodes: FieldNode[],
  type: GraphQLObjectType,
  inner: Inner,
): void {
  const more = `count(*) > ${window.size}`;
  const pairs = [...collectFields(c, type.name, subselections(nodes))].map(([infoKey, infoNodes]) => {
    const name = (infoNodes[0] as FieldNode).name.value;
    const value: Record<string, string> = {
      __typename: `${literal(type.name)}::text`,
      hasNextPage: window.backward ? String(window.before !== null) : more,
      hasPreviousPage: window.backward ? more : String(window.after !== null),
      startCursor: '(array_agg(p.cursor ORDER BY p.rn) FILTER (WHERE p.shown))[1]',
      endCursor: '(array_agg(p.cursor ORDER BY p.rn DESC) FILTER (WHERE p.shown))[1]',
    };
    return `${literal(infoKey)}, ${value[name] ?? 'NULL'}`;
  });
  inner.pairs.push([key, `json_build_object(${pairs.join(', ')})`]);
}

/**
 * A connection as one scalar subquery: keyset pages, one row more than asked for where the page info is selected, the
 * total only where it is. Page sizes are clamped to the cap whatever the variables say.
 */
export function pageSql(c: Compilation, connection: GraphQLObjectType, request: PageRequest): Compiled {
  const { type, args } = request;
  const child = c.statement.alias('c');
  const link = c.statement.alias('k');
  const window = windowOf(type, args, child, c);
  const key = `${child}.${type.key ?? 'id'}`;
  const outerRows = c.cost.rows;
  c.cost.rows = outerRows * Math.max(1, window.size);
  if (c.cost.rows > MAX_ROWS)
    throw new GraphQLError('this query may visit too many rows: ask for smaller pages', {
      extensions: { code: 'TOO_COSTLY', limit: MAX_ROWS, http: { status: 400 } },
    });

  const from = request.from === undefined ? `${type.table} ${child}` : request.from(child, link);
  const conditions = `${request.where(child, link)}${guard(c, type, child, request.guarded)}${filterSql(c, type, child, args['filter'])}`;
  const parts = partsOf(c, connection, request.sets);
  const withInfo = parts.some(({ name }) => name === 'pageInfo');
  const inner: Inner = { plain: !withInfo && !window.backward, columns: [], pairs: [], finishes: [] };
  const fields = connection.getFields();
  for (const { key: partKey, name, nodes } of parts) {
    if (name === '__typename') inner.pairs.push([partKey, `${literal(connection.name)}::text`]);
    if (name === 'totalCount') inner.pairs.push([partKey, `(SELECT count(*) FROM ${from} WHERE ${conditions})`]);
    if (name === 'edges')
      addRows(c, request, child, partKey, nodes, getNamedType(fields['edges']?.type) as GraphQLObjectType, inner);
    if (name === 'pageInfo')
      addPageInfo(c, window, partKey, nodes, getNamedType(fields['pageInfo']?.type) as GraphQLObjectType, inner);
  }
  c.cost.rows = outerRows;
  const pairs = inner.pairs.map(([pairKey, value]) => `${literal(pairKey)}, ${value}`).join(', ');
  const finish: Finish | null =
    inner.finishes.length === 0
      ? null
      : (value) => {
          for (const [partKey, one] of inner.finishes) one((value as Record<string, unknown>)[partKey]);
          return value;
        };
  if (!parts.some(({ name }) => name === 'edges' || name === 'pageInfo'))
    return { sql: `(SELECT json_build_object(${pairs}))`, finish };

  const withCursor = pairs.includes('p.cursor');
  const direction = window.descending !== window.backward ? 'DESC' : 'ASC';
  const sign = window.descending ? 'DESC' : 'ASC';
  const numbered = [
    `row_number() OVER (ORDER BY ${window.order} ${sign}, ${key} ${sign}) AS rn`,
    withInfo
      ? `row_number() OVER (ORDER BY ${window.order} ${direction}, ${key} ${direction}) <= ${window.size} AS shown`
      : 'true AS shown',
  ];
  const columns = [
    ...inner.columns,
    ...(inner.plain ? [] : numbered),
    ...(withCursor ? [`${CURSOR(window.order, key)} AS cursor`] : []),
  ];
  const limit = withInfo ? window.size + 1 : window.size;
  return {
    sql: `(SELECT json_build_object(${pairs}) FROM (SELECT ${columns.length === 0 ? '1' : columns.join(', ')} FROM ${from} WHERE ${conditions}${keyset(c, window, key)} ORDER BY ${window.order} ${direction}, ${key} ${direction} LIMIT ${limit}) p)`,
    finish,
  };
}
