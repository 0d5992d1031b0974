import { getNamedType, GraphQLError, type FieldNode, type GraphQLObjectType, type SelectionSetNode } from 'graphql';
import { demandClass } from './classes.ts';
import { collectFields, subselections } from './collect.ts';
import { guard, type Args, type Compilation } from './compilation.ts';
import { filterSql } from './filter.ts';
import { leafJson, objectJson, NULL, render, textJson, type Json } from './json.ts';
import { tableOf, type Guard, type ReadType } from './model.ts';
import { cursorSql, keyset, windowOf, type Window } from './window.ts';

export interface PageRequest {
  type: ReadType;
  args: Args;
  /** The condition that ties the rows to their parent; `link` is the alias of the link table where there is one. */
  where: (child: string, link: string) => string;
  from?: (child: string, link: string) => string;
  guarded: Guard;
  sets: readonly (SelectionSetNode | undefined)[];
  /** Compiles the record of each row. */
  recordSql: (c: Compilation, type: ReadType, row: string, sets: PageRequest['sets']) => Json;
}

/** A page while it is compiled: `p` is the alias of its rows, whose columns are collected here. */
interface Rows {
  request: PageRequest;
  window: Window;
  child: string;
  /** The column of the id, which breaks ties. */
  key: string;
  /** One row more than the page shows is fetched, to know whether there are more. */
  peeks: boolean;
  columns: string[];
}

/** Rows are numbered in the order in which they were fetched; a page from the end is fetched from its end. */
const numbered = (rows: Rows): boolean => rows.peeks || rows.window.backward;
const inOrder = ({ window }: Rows): string => ` ORDER BY p.rn${window.backward ? ' DESC' : ''}`;
const fromEnd = ({ window }: Rows): string => ` ORDER BY p.rn${window.backward ? '' : ' DESC'}`;
const shown = ({ window }: Rows): string => ` FILTER (WHERE p.rn <= ${window.size})`;

/** The name of the new column of the page's rows. */
function addColumn(rows: Rows, expression: string): string {
  const name = `x${rows.columns.length}`;
  rows.columns.push(`${expression} AS ${name}`);
  return `p.${name}`;
}

/** The edges: each is written as text in the row it comes from, and joined in order. */
function edgesSql(c: Compilation, rows: Rows, nodes: FieldNode[], type: GraphQLObjectType): Json {
  const members: [string, Json][] = [];
  for (const [key, edgeNodes] of collectFields(c, type.name, subselections(nodes))) {
    const name = (edgeNodes[0] as FieldNode).name.value;
    if (name === '__typename') members.push([key, textJson(type.name)]);
    else if (name === 'cursor') members.push([key, ['"', { sql: cursorSql(rows.window, rows.key) }, '"']]);
    else {
      members.push([key, rows.request.recordSql(c, rows.request.type, rows.child, subselections(edgeNodes))]);
    }
  }
  const column = addColumn(rows, render(objectJson(members)));
  const order = numbered(rows) ? inOrder(rows) : '';
  const filter = rows.peeks ? shown(rows) : '';
  return ['[', { sql: `string_agg(${column}, ','${order})${filter}` }, ']'];
}

function pageInfoSql(c: Compilation, rows: Rows, nodes: FieldNode[], type: GraphQLObjectType): Json {
  const { window } = rows;
  const more = `count(*) > ${window.size}`;
  const cursor = (order: string): Json => {
    const column = addColumn(rows, cursorSql(window, rows.key));
    return [{ sql: `coalesce('"' || (array_agg(${column}${order})${shown(rows)})[1] || '"', 'null')` }];
  };
  const valueOf = (name: string): Json => {
    switch (name) {
      case '__typename':
        return textJson(type.name);
      case 'hasNextPage':
        return window.backward ? [String(window.before !== null)] : [{ sql: `(${more})::text` }];
      case 'hasPreviousPage':
        return window.backward ? [{ sql: `(${more})::text` }] : [String(window.after !== null)];
      case 'startCursor':
        return cursor(inOrder(rows));
      case 'endCursor':
        return cursor(fromEnd(rows));
      default:
        return NULL;
    }
  };
  const selected = collectFields(c, type.name, subselections(nodes));
  return objectJson([...selected].map(([key, infoNodes]) => [key, valueOf((infoNodes[0] as FieldNode).name.value)]));
}

/** The rows of the page as ` FROM (…) p`. */
function rowsSql(c: Compilation, rows: Rows, from: string): string {
  const { window, key, columns } = rows;
  const direction = window.descending !== window.backward ? 'DESC' : 'ASC';
  const list = columns.length === 0 ? '1 AS one' : columns.join(', ');
  const limit = rows.peeks ? window.size + 1 : window.size;
  const page = `SELECT ${list} FROM ${from}${keyset(c, window, key)} ORDER BY ${window.order} ${direction}, ${key} ${direction} LIMIT ${limit}`;
  return numbered(rows) ? `FROM (SELECT q.*, row_number() OVER () AS rn FROM (${page}) q) p` : `FROM (${page}) p`;
}

function memberSql(c: Compilation, rows: Rows, connection: GraphQLObjectType, nodes: FieldNode[], from: string): Json {
  const name = (nodes[0] as FieldNode).name.value;
  if (name === '__typename') return textJson(connection.name);
  const type = connection.getFields()[name]?.type;
  if (type === undefined) throw new GraphQLError(`no field ${connection.name}.${name}`);
  if (name === 'totalCount') return leafJson(type, `SELECT count(*) FROM ${from}`);
  const object = getNamedType(type) as GraphQLObjectType;
  if (name === 'pageInfo') return pageInfoSql(c, rows, nodes, object);
  return edgesSql(c, rows, nodes, object);
}

/**
 * A connection as one scalar subquery: keyset pages, one row more than asked for where the page info is selected, the
 * total only where it is.
 */
export function pageSql(c: Compilation, connection: GraphQLObjectType, request: PageRequest): Json {
  const { type, args } = request;
  const child = c.statement.alias('c');
  const link = c.statement.alias('k');
  const window = windowOf(type, args, child, c);
  const table = request.from === undefined ? `${tableOf(type, c)} ${child}` : request.from(child, link);
  const conditions = `${request.where(child, link)}${guard(c, type, child, request.guarded)}${filterSql(c, type, child, args['filter'])}`;
  const from = `${table} WHERE ${conditions}`;
  const selected = [...collectFields(c, connection.name, request.sets)];
  const named = (name: string): boolean => selected.some(([, nodes]) => nodes[0]?.name.value === name);
  const peeks = named('pageInfo');
  const rows: Rows = { request, window, child, key: `${child}.${type.key ?? 'id'}`, peeks, columns: [] };
  // The place of a row and its cursor show the sort value; a count does not.
  if (peeks || named('edges'))
    demandClass(c.viewer, window.orderClass, `the order ${window.orderName} of ${type.name}`);
  const members: [string, Json][] = [];
  for (const [key, nodes] of selected) members.push([key, memberSql(c, rows, connection, nodes, from)]);
  if (!peeks && !named('edges')) return objectJson(members);
  return [{ sql: `(SELECT ${render(objectJson(members))} ${rowsSql(c, rows, from)})` }];
}
