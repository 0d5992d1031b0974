import {
  getNamedType,
  isObjectType,
  specifiedDirectives,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { isReadType, readTypes, typeNamed, type ReadField } from '../read/model.ts';
import { recordDenials } from '../modules/audit/record-denial.ts';
import { markRefusals } from '../modules/idempotency/mark-refusals.ts';
import { readRecord } from '../read/reader.ts';
import { AsOfDirective } from './as-of.directive.ts';
import type { Context } from './context.ts';
import { Ref } from './ref.ts';
import { guardPlainTypes } from './plain-classes.ts';
import { orphanedTypes, resolvers } from './resolvers.ts';

/** Fields of planned objects stand in the answer under their response key. */
const byResponseKey: GraphQLFieldResolver<Record<string, unknown>, Context> = (source, _args, _ctx, info) =>
  source[info.path.key];

/** The types whose fields the read model answers; what they hold is checked where it is compiled. */
export function plannedTypes(schema: GraphQLSchema): Set<GraphQLObjectType> {
  const found = new Set<GraphQLObjectType>();
  const addObject = (type: unknown): void => {
    if (!isObjectType(type) || found.has(type)) return;
    found.add(type);
    for (const field of Object.values(type.getFields())) addObject(getNamedType(field.type));
  };
  const addFields = (type: GraphQLObjectType, fields: Record<string, ReadField>): void => {
    for (const [name, field] of Object.entries(fields)) {
      const inner = getNamedType(type.getFields()[name]?.type);
      if (field.kind === 'group' && isObjectType(inner)) {
        found.add(inner);
        addFields(inner, field.fields);
      }
      if (field.kind === 'computed') addObject(inner);
    }
  };
  for (const read of readTypes()) {
    const type = schema.getType(read.name) as GraphQLObjectType;
    found.add(type);
    for (const name of [`${read.name}Connection`, `${read.name}Edge`]) {
      const page = schema.getType(name);
      if (isObjectType(page)) found.add(page);
    }
    addFields(type, read.fields);
  }
  for (const name of ['PageInfo', 'ChangePage']) addObject(schema.getType(name));
  return found;
}

async function resolveRefs(value: unknown, ctx: Context, info: Parameters<typeof readRecord>[1]): Promise<unknown> {
  if (value instanceof Ref) return readRecord(ctx, info, value.typeName, value.uuid);
  if (!Array.isArray(value) || !value.some((one) => one instanceof Ref)) return value;
  const records: unknown[] = [];
  for (const one of value) records.push(await resolveRefs(one, ctx, info));
  return records.filter((one) => one !== null);
}

/** Fields outside the read model that return a record: their resolver names it, the read model reads it. */
function wrapRefs(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    if (!isReadType(getNamedType(field.type).name)) continue;
    const own = field.resolve;
    field.resolve = async (source: Record<string, unknown>, args, ctx: Context, info) =>
      resolveRefs(own === undefined ? source[field.name] : await own(source, args, ctx, info), ctx, info);
  }
}

/** Each read type has exactly the fields of its GraphQL type: a difference stops the start, not a request. */
function checkReadModel(schema: GraphQLSchema): void {
  for (const read of readTypes()) {
    const type = schema.getType(read.name);
    if (!isObjectType(type)) throw new Error(`the schema lacks ${read.name}`);
    const declared = Object.keys(type.getFields()).sort().join();
    const readable = Object.keys(read.fields).sort().join();
    if (declared !== readable) throw new Error(`${read.name}: schema has ${declared}; read model has ${readable}`);
    for (const field of Object.values(read.fields)) if ('type' in field) typeNamed(field.type);
  }
}

/** The executable schema: TypeGraphQL's classes, with record fields answered by the read model. */
export function buildApiSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers,
    orphanedTypes,
    directives: [...specifiedDirectives, AsOfDirective],
    validate: false,
    emitSchemaFile: false,
  });
  checkReadModel(schema);
  const planned = plannedTypes(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    if (planned.has(type))
      for (const field of Object.values(type.getFields()))
        field.resolve = byResponseKey as GraphQLFieldResolver<unknown, unknown>;
    else wrapRefs(type);
  }
  guardPlainTypes(schema, planned);
  markRefusals(schema.getMutationType());
  recordDenials(schema.getMutationType());
  return schema;
}
