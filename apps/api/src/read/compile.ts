import {
  getNamedType,
  GraphQLError,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import { demandClass } from './classes.ts';
import { collectFields, subselections } from './collect.ts';
import { guard, type Args, type Compilation } from './compilation.ts';
import { computedJson } from './computed.ts';
import { leafJson, objectJson, render, rowJson, rowsJson, textJson, whereJson, type Json } from './json.ts';
import {
  tableOf,
  typeNamed,
  type GroupField,
  type ListField,
  type OneField,
  type ReadField,
  type ReadType,
} from './model.ts';
import { noteJson } from './noted.ts';
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

/** The row or the rows of a related type. */
function relatedSql(c: Compilation, field: OneField | ListField, row: string, nodes: FieldNode[]): Json {
  const type = typeNamed(field.type);
  const child = c.statement.alias(field.kind === 'one' ? 'o' : 'l');
  const inner = recordSql(c, type, child, subselections(nodes));
  const from = `FROM ${tableOf(type, c)} ${child} WHERE ${field.on(row, child, c)}${guard(c, type, child, field.guarded)}`;
  if (field.kind === 'one') return rowJson(inner, `${from} LIMIT 1`);
  return rowsJson(render(inner), from, ` ORDER BY ${field.orderBy(child)}`);
}

/** An object of the same row, or of the row that another table has for it. */
function groupSql(c: Compilation, parent: GraphQLObjectType, field: GroupField, row: string, nodes: FieldNode[]): Json {
  const type = objectTypeOf(parent, (nodes[0] as FieldNode).name.value);
  if (field.of !== undefined) {
    const child = c.statement.alias('g');
    const inner = fieldsSql(c, type, field.fields, child, subselections(nodes));
    const found = rowJson(inner, `FROM ${field.of.table} ${child} WHERE ${field.of.on(row, child, c)} LIMIT 1`);
    return field.when === undefined ? found : whereJson(field.when(row, c), found);
  }
  const inner = fieldsSql(c, type, field.fields, row, subselections(nodes));
  return field.when === undefined ? inner : whereJson(field.when(row, c), inner);
}

function fieldSql(
  c: Compilation,
  parent: GraphQLObjectType,
  field: ReadField,
  row: string,
  nodes: FieldNode[],
  computed: number[],
): Json {
  const name = (nodes[0] as FieldNode).name.value;
  switch (field.kind) {
    case 'id':
      return [`"${field.prefix}_`, { sql: `${row}.${field.key}` }, '"'];
    case 'sql':
      return leafJson(fieldOf(parent, name).type, field.sql(row, c));
    case 'group':
      return groupSql(c, parent, field, row, nodes);
    case 'computed':
      return computedJson(c, parent, field, row, nodes, computed);
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
): Json {
  const members: [string, Json][] = [];
  const computed: number[] = [];
  for (const [key, nodes] of collectFields(c, parent.name, sets)) {
    const name = (nodes[0] as FieldNode).name.value;
    if (name === '__typename') {
      members.push([key, textJson(parent.name)]);
      continue;
    }
    const field = fields[name];
    if (field === undefined) throw new Error(`the read model of ${parent.name} lacks ${name}`);
    demandClass(c.viewer, field.class, `${parent.name}.${name}`);
    members.push([key, fieldSql(c, parent, field, row, nodes, computed)]);
  }
  return objectJson(members);
}

/** The JSON of one record of a read type. */
export const recordSql = (
  c: Compilation,
  type: ReadType,
  row: string,
  sets: readonly (SelectionSetNode | undefined)[],
): Json => [
  ...fieldsSql(c, c.schema.getType(type.name) as GraphQLObjectType, type.fields, row, sets),
  ...noteJson(c, type, row, sets),
];
