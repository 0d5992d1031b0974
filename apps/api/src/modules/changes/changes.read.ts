import { GraphQLError, type FieldNode, type GraphQLObjectType } from 'graphql';
import { demandClass } from '../../read/classes.ts';
import { collectFields, subselections } from '../../read/collect.ts';
import type { Compilation } from '../../read/compilation.ts';
import { argumentsOf, recordSql } from '../../read/compile.ts';
import { computedJson } from '../../read/computed.ts';
import { anyJson, objectJson, render, rowsJson, textJson, whereJson, type Json } from '../../read/json.ts';
import { typeNamed } from '../../read/model.ts';
import { rootOwn } from '../../read/roots.ts';
import { refuseState } from '../../read/refused-states.ts';
import { pageOf } from '../../read/window.ts';
import { bodiesOfMirror } from '../access/visibility.ts';
import { CHANGED_TYPES, type ChangedType } from './changed-types.ts';
import {
  BEGINNING,
  cursorExpired,
  later,
  readCursor,
  rightsOf,
  typesOf,
  writeCursor,
  type Cursor,
  type Place,
} from './change-cursor.ts';
import { changesFrom, SCANNED } from './changes-from.ts';

/** What one request asks of the feed. */
interface Asked {
  size: number;
  types: readonly ChangedType[];
  known: Cursor | null;
  stamp: Pick<Cursor, 'rights' | 'types'>;
}

const refused = (code: string, status: number, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status } } });

function askedOf(c: Compilation, query: GraphQLObjectType, node: FieldNode): Asked {
  if (c.isPast) throw refused('BAD_USER_INPUT', 400, 'changes are those of now: ask without @asOf');
  const args = argumentsOf(c, query, node);
  const chosen = (args['types'] as ChangedType[] | null | undefined) ?? null;
  const stamp = { rights: rightsOf(c.viewer), types: typesOf(chosen) };
  const after = args['after'] as string | null | undefined;
  return {
    size: pageOf({ first: args['first'] }).size,
    types: chosen === null ? (Object.keys(CHANGED_TYPES) as ChangedType[]) : [...new Set(chosen)].toSorted(),
    known: after === null || after === undefined ? null : readCursor(after, stamp),
    stamp,
  };
}

/** One expression for each kind of record, chosen by the row's. */
const byType = (
  row: string,
  types: readonly ChangedType[],
  of: (type: ChangedType) => string,
  otherwise: string,
): string =>
  `CASE ${row}.type ${types.map((type) => `WHEN '${type}' THEN ${of(type)}`).join(' ')} ELSE ${otherwise} END`;

/** Whether the viewer sees the record that a row names. */
function seenSql(c: Compilation, row: string, types: readonly ChangedType[]): string {
  const seen = (name: ChangedType): string => {
    const type = typeNamed(CHANGED_TYPES[name]);
    const record = c.statement.alias('r');
    return `EXISTS (SELECT 1 FROM ${type.table} ${record} WHERE ${record}.id = ${row}.record_id AND (${type.visible(record, c)}))`;
  };
  return `NOT ${row}.gone AND ${byType(row, types, seen, 'false')}`;
}

/** The record as it is now, with what the selection asks of its type; that it is seen is known already. */
function recordJson(c: Compilation, row: string, types: readonly ChangedType[], nodes: FieldNode[]): Json {
  const one = (name: ChangedType): string => {
    const type = typeNamed(CHANGED_TYPES[name]);
    const record = c.statement.alias('r');
    const json = recordSql(c, type, record, subselections(nodes));
    const named = c.isResolved
      ? [`{"__typename":"${type.name}"`, ...(json.join('') === '{}' ? ['}'] : [',', ...rest(json)])]
      : json;
    return `(SELECT ${render(named)} FROM ${type.table} ${record} WHERE ${record}.id = ${row}.record_id)`;
  };
  return whereJson(`${row}.seen`, [{ sql: byType(row, types, one, `'null'`) }]);
}

/** An object's JSON without its opening brace. */
const rest = (json: Json): Json => [(json[0] as string).slice(1), ...json.slice(1)];

function changeJson(c: Compilation, asked: Asked, type: GraphQLObjectType, nodes: FieldNode[]): Json {
  const row = 'p';
  const prefixed = (name: ChangedType): string => `'${typeNamed(CHANGED_TYPES[name]).prefix}_'`;
  const members: [string, Json][] = [];
  for (const [key, fieldNodes] of collectFields(c, type.name, subselections(nodes))) {
    const { value: name } = (fieldNodes[0] as FieldNode).name;
    const json: Record<string, () => Json> = {
      __typename: () => textJson(type.name),
      type: () => ['"', { sql: `${row}.type` }, '"'],
      id: () => ['"', { sql: `${byType(row, asked.types, prefixed, `''`)} || ${row}.record_id` }, '"'],
      deleted: () => [{ sql: `(NOT ${row}.seen)::text` }],
      changedAt: () => anyJson(`${row}.at`),
      record: () => recordJson(c, row, asked.types, fieldNodes),
    };
    demandClass(c.viewer, 'STATISTICS', `${type.name}.${name}`);
    members.push([key, (json[name] as () => Json)()]);
  }
  return rowsJson(
    render(objectJson(members)),
    `FROM feed_page ${row} WHERE ${row}.rn <= ${asked.size}`,
    ` ORDER BY ${row}.rn`,
  );
}

const more = (size: number): string => `(SELECT count(*) FROM feed_page) > ${size}`;
const wide = `(SELECT count(*) FROM feed_scan) > ${SCANNED}`;
const place = (from: string): string => `(SELECT json_build_array(z.xid::text, z.n::text) FROM ${from})`;
const placeOf = (value: unknown): Place | null =>
  Array.isArray(value) ? { xid: BigInt(value[0] as string), n: BigInt(value[1] as string) } : null;

/** The cursor after the page: behind its last row where there are more, else behind everything that has been committed for good. */
function cursorJson(c: Compilation, asked: Asked, page: GraphQLObjectType, nodes: FieldNode[]): Json {
  const from = asked.known?.at ?? BEGINNING;
  const needs = {
    run: () => '(SELECT z.run FROM feed_state z)',
    end: () => place('feed_end z'),
    at: () =>
      `CASE WHEN ${more(asked.size)} THEN ${place(`feed_page z WHERE z.rn = ${asked.size}`)} WHEN ${wide} THEN ${place(`feed_scan z WHERE z.rn = ${SCANNED}`)} ELSE ${place('feed_end z')} END`,
  };
  const value = ({ run, end, at }: Record<string, unknown>): string =>
    writeCursor({
      run: run as string,
      at: later(placeOf(at) ?? from, from),
      base: asked.known?.base ?? placeOf(end) ?? BEGINNING,
      ...asked.stamp,
    });
  return computedJson(c, page, { kind: 'computed', needs, value, class: 'STATISTICS' }, 'feed_state', nodes, []);
}

/** A page of changes as one scalar subquery. */
function changesSql(c: Compilation, query: GraphQLObjectType, nodes: FieldNode[]): Json {
  demandClass(c.viewer, 'STATISTICS', 'Query.changes');
  const asked = askedOf(c, query, nodes[0] as FieldNode);
  const bodies = bodiesOfMirror(c.viewer);
  if (bodies.seen.length === 0) throw refused('FORBIDDEN', 403, 'you read the findings of no body');
  const page = c.schema.getType('ChangePage') as GraphQLObjectType;
  const change = c.schema.getType('Change') as GraphQLObjectType;
  const members: [string, Json][] = [];
  for (const [key, fieldNodes] of collectFields(c, page.name, subselections(nodes))) {
    const json: Record<string, () => Json> = {
      __typename: () => textJson(page.name),
      hasMore: () => [{ sql: `(${more(asked.size)} OR ${wide})::text` }],
      cursor: () => cursorJson(c, asked, page, fieldNodes),
      nodes: () => changeJson(c, asked, change, fieldNodes),
    };
    members.push([key, (json[(fieldNodes[0] as FieldNode).name.value] as () => Json)()]);
  }
  const ctes = changesFrom({ ...asked, bodies, seen: (row) => seenSql(c, row, asked.types), statement: c.statement });
  return [{ sql: `(${ctes} SELECT ${render(objectJson(members))} FROM feed_state)` }];
}

rootOwn('changes', changesSql);
// Raised by feed.standing, in the same statement that would have gone on from the cursor.
refuseState('CX410', cursorExpired);
