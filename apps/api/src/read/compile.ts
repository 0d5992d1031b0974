import {
  getNamedType,
  GraphQLError,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import { collectFields, subselections } from './collect.ts';
import { guard, withinDepth, type Args, type Compilation, type Compiled } from './compilation.ts';
import { computeLater, finishEach, finishMembers, finishOne, type Finish } from './finish.ts';
import { anyJson, leafJson, objectJson, render, rowJson, rowsJson, textJson, whereJson, type Json } from './json.ts';
import { typeNamed, type GroupField, type ListField, type OneField, type ReadField, type ReadType } from './model.ts';
import { pageSql } from './page.ts';

/** The arguments of a field, coerced as GraphQL says, variables filled in. */
export function argumentsOf(c: Compilation, parent: GraphQLObjectType, node: FieldNode): Args {
  return getArgumentValues(fieldOf(parent, node.name.value), node, c.variables);
}

function fieldOf(parent: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> {
  const field = parent.getFields()[name];
  if (field === undefined) throw new GraphQLError(`no field ${parent.name}.${name}`);
  return field;
}

const objectTypeOf = (parent: GraphQLObjectType, name: string): GraphQLObjectType =>
  getNamedType(fieldOf(parent, name).type) as GraphQLObjectType;

function mayRead(c: Compilation, typeName: string, name: string, field: ReadField): void {
  const needed = field.class ?? 'TEXT';
  if (c.viewer.classes === null || c.viewer.classes.includes(needed)) return;
  throw new GraphQLError(`${typeName}.${name} needs the field class ${needed}, which this token was not given`, {
    extensions: { code: 'FIELD_CLASS', fieldClass: needed, http: { status: 403 } },
  });
}

/** The rows of a related type, and what is left to do on each of them. */
function relatedSql(c: Compilation, field: OneField | ListField, row: string, nodes: FieldNode[]): Compiled {
  const type = typeNamed(field.type);
  const child = c.statement.alias(field.kind === 'one' ? 'o' : 'l');
  const inner = recordSql(c, type, child, subselections(nodes));
  const from = `FROM ${type.table} ${child} WHERE ${field.on(row, child, c)}${guard(c, type, child, field.guarded)}`;
  if (field.kind === 'one')
    return { json: rowJson(inner.json, `${from} LIMIT 1`), finish: inner.finish && finishOne(inner.finish) };
  const order = ` ORDER BY ${field.orderBy(child)}`;
  return { json: rowsJson(render(inner.json), from, order), finish: inner.finish && finishEach(inner.finish) };
}

/** An object of the same row, or of the one row that `from` finds for it. */
function groupSql(
  c: Compilation,
  parent: GraphQLObjectType,
  field: GroupField,
  row: string,
  nodes: FieldNode[],
): Compiled {
  const type = objectTypeOf(parent, (nodes[0] as FieldNode).name.value);
  const inner = fieldsSql(c, type, field.fields, row, subselections(nodes));
  if (field.when === undefined) return inner;
  return { json: whereJson(field.when(row, c), inner.json), finish: inner.finish && finishOne(inner.finish) };
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
    case 'id':
      return { json: [`"${field.prefix}_`, { sql: `${row}.${field.key}` }, '"'], finish: null };
    case 'sql':
      return { json: leafJson(fieldOf(parent, name).type, field.sql(row, c)), finish: null };
    case 'group':
      return groupSql(c, parent, field, row, nodes);
    case 'computed': {
      const needs = Object.entries(field.needs).map(([key, needed]) => [key, anyJson(needed(row, c))] as const);
      return { json: objectJson(needs), finish: computeLater(c, parent, field, nodes) };
    }
    case 'one':
    case 'list':
      return relatedSql(c, field, row, nodes);
    case 'page':
      return pageSql(c, objectTypeOf(parent, name), {
        type: typeNamed(field.type),
        args: argumentsOf(c, parent, nodes[0] as FieldNode),
        where: (child, link) => field.on(row, field.from === undefined ? child : link, c),
        from: field.from,
        guarded: field.guarded,
        sets: subselections(nodes),
        recordSql,
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
  const members: [string, Json][] = [];
  const finishes: [string, Finish][] = [];
  for (const [key, nodes] of collectFields(c, parent.name, sets)) {
    const name = (nodes[0] as FieldNode).name.value;
    if (name === '__typename') {
      members.push([key, textJson(parent.name)]);
      continue;
    }
    const field = fields[name];
    if (field === undefined) throw new Error(`the read model of ${parent.name} lacks ${name}`);
    mayRead(c, parent.name, name, field);
    const compiled = fieldSql(c, parent, field, row, nodes);
    members.push([key, compiled.json]);
    if (compiled.finish !== null) finishes.push([key, compiled.finish]);
  }
  return { json: objectJson(members), finish: finishes.length === 0 ? null : finishMembers(finishes) };
}

/** The JSON of one record of a read type. */
export const recordSql = (
  c: Compilation,
  type: ReadType,
  row: string,
  sets: readonly (SelectionSetNode | undefined)[],
): Compiled =>
  withinDepth(c, () => fieldsSql(c, c.schema.getType(type.name) as GraphQLObjectType, type.fields, row, sets));
