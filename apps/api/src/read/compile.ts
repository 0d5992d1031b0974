import {
  getNamedType,
  GraphQLError,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import { collectFields, subselections, type Source } from './collect.ts';
import { computeLater, finishEach, finishOne, type Finish } from './finish.ts';
import { typeNamed, type Guard, type ReadField, type Reading, type ReadType } from './model.ts';
import { pageSql } from './page.ts';
import { literal } from './statement.ts';

/** The state of compiling one operation. */
export interface Compilation extends Reading, Source {
  schema: GraphQLSchema;
  /** Rows that the statement may visit at most, by its page sizes: refused beyond a bound. */
  cost: { rows: number; depth: number };
}

/** A JSON expression, and what is left to do on the parsed JSON (nothing: the text is the answer). */
export interface Compiled {
  sql: string;
  finish: Finish | null;
}

export type Args = Record<string, unknown>;

export const MAX_ROWS = 500_000;
export const MAX_DEPTH = 12;
const PAIRS_PER_CALL = 50;

/** PostgreSQL functions take at most 100 arguments: larger objects are joined from parts, in order. */
function objectSql(pairs: readonly [string, string][]): string {
  const call = (part: readonly [string, string][]): string =>
    `json_build_object(${part.map(([key, value]) => `${literal(key)}, ${value}`).join(', ')})`;
  if (pairs.length <= PAIRS_PER_CALL) return call(pairs);
  const parts: string[] = [];
  for (let at = 0; at < pairs.length; at += PAIRS_PER_CALL) parts.push(call(pairs.slice(at, at + PAIRS_PER_CALL)));
  return `(SELECT json_object_agg(e.key, e.value) FROM (${parts.map((part) => `SELECT * FROM json_each(${part})`).join(' UNION ALL ')}) e)`;
}

/** The arguments of a field, coerced as GraphQL says, variables filled in. */
export function argumentsOf(c: Compilation, parent: GraphQLObjectType, node: FieldNode): Args {
  const field = parent.getFields()[node.name.value];
  if (field === undefined) throw new GraphQLError(`no field ${parent.name}.${node.name.value}`);
  return getArgumentValues(field, node, c.variables);
}

function objectTypeOf(parent: GraphQLObjectType, name: string): GraphQLObjectType {
  const field = parent.getFields()[name];
  if (field === undefined) throw new GraphQLError(`no field ${parent.name}.${name}`);
  return getNamedType(field.type) as GraphQLObjectType;
}

function mayRead(c: Compilation, typeName: string, name: string, field: ReadField): void {
  const needed = field.class ?? 'TEXT';
  if (c.viewer.classes === null || c.viewer.classes.includes(needed)) return;
  throw new GraphQLError(`${typeName}.${name} needs the field class ${needed}, which this token was not given`, {
    extensions: { code: 'FIELD_CLASS', fieldClass: needed, http: { status: 403 } },
  });
}

/** Whether the rows of a related type are bounded by the child's own visibility. */
export function guard(c: Compilation, type: ReadType, row: string, guarded: Guard): string {
  if (guarded === false) return '';
  return ` AND (${guarded === true ? type.visible(row, c) : guarded(row, c)})`;
}

function fieldSql(
  c: Compilation,
  parent: GraphQLObjectType,
  field: ReadField,
  row: string,
  nodes: FieldNode[],
): Compiled {
  const name = (nodes[0] as FieldNode).name.value;
  switch (field.kind) {
    case 'sql':
      return { sql: field.sql(row, c), finish: null };
    case 'group': {
      const inner = fieldsSql(c, objectTypeOf(parent, name), field.fields, row, subselections(nodes));
      if (field.when === undefined) return inner;
      return {
        sql: `CASE WHEN ${field.when(row, c)} THEN ${inner.sql} END`,
        finish: inner.finish === null ? null : finishOne(inner.finish),
      };
    }
    case 'computed': {
      const needs = objectSql(Object.entries(field.needs).map(([key, expression]) => [key, expression(row, c)]));
      return { sql: needs, finish: computeLater(c, parent, field, nodes) };
    }
    case 'one': {
      const type = typeNamed(field.type);
      const child = c.statement.alias('o');
      const inner = recordSql(c, type, child, subselections(nodes));
      return {
        sql: `(SELECT ${inner.sql} FROM ${type.table} ${child} WHERE ${field.on(row, child, c)}${guard(c, type, child, field.guarded)} LIMIT 1)`,
        finish: inner.finish === null ? null : finishOne(inner.finish),
      };
    }
    case 'list': {
      const type = typeNamed(field.type);
      const child = c.statement.alias('l');
      const inner = recordSql(c, type, child, subselections(nodes));
      return {
        sql: `(SELECT coalesce(json_agg(${inner.sql} ORDER BY ${field.orderBy(child)}), '[]'::json) FROM ${type.table} ${child} WHERE ${field.on(row, child, c)}${guard(c, type, child, field.guarded)})`,
        finish: inner.finish === null ? null : finishEach(inner.finish),
      };
    }
    case 'page':
      return pageSql(c, objectTypeOf(parent, name), {
        type: typeNamed(field.type),
        args: argumentsOf(c, parent, nodes[0] as FieldNode),
        where: (child, link) => field.on(row, field.from === undefined ? child : link, c),
        from: field.from,
        guarded: field.guarded,
        sets: subselections(nodes),
      });
  }
}

/** The JSON of an object whose fields come from one row. */
export function fieldsSql(
  c: Compilation,
  parent: GraphQLObjectType,
  fields: Record<string, ReadField>,
  row: string,
  sets: readonly (SelectionSetNode | undefined)[],
): Compiled {
  const pairs: [string, string][] = [];
  const finishes: [string, Finish][] = [];
  for (const [key, nodes] of collectFields(c, parent.name, sets)) {
    const name = (nodes[0] as FieldNode).name.value;
    if (name === '__typename') {
      pairs.push([key, `${literal(parent.name)}::text`]);
      continue;
    }
    const field = fields[name];
    if (field === undefined) throw new Error(`the read model of ${parent.name} lacks ${name}`);
    mayRead(c, parent.name, name, field);
    const compiled = fieldSql(c, parent, field, row, nodes);
    pairs.push([key, compiled.sql]);
    if (compiled.finish !== null) finishes.push([key, compiled.finish]);
  }
  const finish: Finish | null =
    finishes.length === 0
      ? null
      : (value) => {
          const record = value as Record<string, unknown>;
          for (const [key, one] of finishes) record[key] = one(record[key]);
          return record;
        };
  return { sql: objectSql(pairs), finish };
}

/** The JSON of one record of a read type. Records nest at most twelve deep. */
export function recordSql(
  c: Compilation,
  type: ReadType,
  row: string,
  sets: readonly (SelectionSetNode | undefined)[],
): Compiled {
  c.cost.depth += 1;
  if (c.cost.depth > MAX_DEPTH) {
    throw new GraphQLError('this query nests records too deep', {
      extensions: { code: 'TOO_DEEP', limit: MAX_DEPTH, http: { status: 400 } },
    });
  }
  const compiled = fieldsSql(c, c.schema.getType(type.name) as GraphQLObjectType, type.fields, row, sets);
  c.cost.depth -= 1;
  return compiled;
}
