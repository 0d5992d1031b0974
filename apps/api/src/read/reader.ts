import { DomainError, shanghaiDay, type Viewer } from '@closeout/domain';
import {
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, subselections } from './collect.ts';
import type { Compilation } from './compilation.ts';
import { argumentsOf, recordSql } from './compile.ts';
import { settle } from './computed.ts';
import { decodeId } from './ids.ts';
import { NULL, objectJson, render, rowJson, textJson, type Json } from './json.ts';
import { tableOf, typeNamed, typeOfPrefix, type ReadType } from './model.ts';
import { takeNotes, type NotedRead } from './noted.ts';
import { pageSql } from './page.ts';
import { planOf, type Plan, type PlanInput } from './plan.ts';
import { refusalOfState } from './refused-states.ts';
import { rootNamed } from './roots.ts';
import { Statement } from './statement.ts';

/** Runs one statement that answers one JSON text; a text that comes again is prepared. */
export type RunJson = (text: string, values: readonly unknown[]) => Promise<string | null>;

export interface ReadContext {
  viewer: Viewer;
  now: () => Date;
  runJson: RunJson;
  /** True where the context reads the ledger of a past day: nothing can be done there. */
  isPast?: boolean;
  /** Notes in the audit trail what is about to be answered; what cannot be noted is not answered. */
  noteReads(reads: readonly NotedRead[]): Promise<void>;
}

function compilation(
  viewer: Viewer,
  today: string,
  schema: GraphQLSchema,
  fragments: Record<string, FragmentDefinitionNode>,
  variables: Record<string, unknown>,
  isPast: boolean,
  isResolved: boolean,
): Compilation {
  return {
    isPast,
    isResolved,
    statement: new Statement(),
    viewer,
    today,
    schema,
    fragments,
    variables,
    later: [],
    notes: { found: false },
  };
}

function oneSql(
  c: Compilation,
  type: ReadType,
  condition: (row: string) => string,
  sets: readonly (SelectionSetNode | undefined)[],
): Json {
  const row = c.statement.alias('r');
  const inner = recordSql(c, type, row, sets);
  const from = `FROM ${tableOf(type, c)} ${row} WHERE (${condition(row)}) AND (${type.visible(row, c)}) LIMIT 1`;
  return rowJson(inner, from);
}

/** A record by its global id, of whatever type the id names; an id that names none answers null, like an absent record. */
function nodeSql(c: Compilation, id: string, sets: readonly (SelectionSetNode | undefined)[]): Json {
  const decoded = decodeId(id);
  const type = decoded === null ? undefined : typeOfPrefix(decoded.prefix);
  if (decoded === null || type === undefined) return NULL;
  return oneSql(c, type, (row) => `${row}.${type.key ?? 'id'} = ${c.statement.param(decoded.uuid, 'uuid')}`, sets);
}

function rootSql(c: Compilation, query: GraphQLObjectType, nodes: FieldNode[]): Json {
  const node = nodes[0] as FieldNode;
  const args = argumentsOf(c, query, node);
  if (node.name.value === 'node') return nodeSql(c, args['id'] as string, subselections(nodes));
  const root = rootNamed(node.name.value);
  if (root === undefined) throw new Error(`no root for ${node.name.value}`);
  if (root.kind === 'own') return root.json(c, query, nodes);
  const type = typeNamed(root.type);
  if (root.kind === 'one') {
    try {
      return oneSql(c, type, (row) => root.where(row, args, c), subselections(nodes));
    } catch (error) {
      // An id of another kind or none at all answers like an absent record.
      if (error instanceof DomainError) return NULL;
      throw error;
    }
  }
  const connection = c.schema.getType(`${type.name}Connection`) as GraphQLObjectType;
  return pageSql(c, connection, {
    type,
    args,
    where: (row) => root.where(row, args, c),
    guarded: true,
    sets: subselections(nodes),
    recordSql,
  });
}

const planned = (c: Compilation, json: Json): Plan => ({
  text: `SELECT ${render(json)} AS json`,
  values: c.statement.values,
  later: c.later,
  noted: c.notes.found,
});

const stateOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code);

/** PostgreSQL's class of errors about values: a cursor that was made up, a number out of range. */
const isAboutValues = (error: unknown): boolean => /^22...$/.test(stateOf(error));

/** What the statement answers, once the reading of what it holds is noted where it must be. */
async function runNoted(ctx: ReadContext, plan: Plan): Promise<string> {
  const text = (await ctx.runJson(plan.text, plan.values)) ?? 'null';
  if (!plan.noted) return text;
  const taken = takeNotes(text);
  if (taken.reads.length > 0) await ctx.noteReads(taken.reads);
  return taken.text;
}

/** The JSON text that a plan answers; values that PostgreSQL cannot read as what they stand for are the caller's mistake. */
async function runPlan(ctx: ReadContext, plan: Plan): Promise<string> {
  try {
    return settle(await runNoted(ctx, plan), plan.later);
  } catch (error) {
    if (!isAboutValues(error)) throw refusalOfState(stateOf(error)) ?? error;
    throw new GraphQLError(
      'a cursor or a filter of this query has a value that cannot be read: begin without the cursor',
      {
        extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
      },
    );
  }
}

const isRoot = (name: string): boolean => name === 'node' || name === '__typename' || rootNamed(name) !== undefined;

/** Whether every root field of a query is answered by the read model, so that one statement answers the operation. */
export function isPlannable(document: DocumentNode, operationName: string | null | undefined): boolean {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY) return false;
  return operation.selectionSet.selections.every(
    (node) => node.kind === Kind.FIELD && isRoot(node.name.value) && (node.directives ?? []).length === 0,
  );
}

const fragmentsOf = (document: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );

function compileOperation(schema: GraphQLSchema, input: PlanInput): Plan {
  const operation = getOperationAST(input.document, input.operationName);
  const query = schema.getQueryType();
  if (operation === null || operation === undefined || !query) throw new GraphQLError('no such operation');
  const { viewer, today, document, variables, isPast } = input;
  const c = compilation(viewer, today, schema, fragmentsOf(document), variables, isPast, false);
  const members: [string, Json][] = [];
  for (const [key, nodes] of collectFields(c, query.name, [operation.selectionSet])) {
    if ((nodes[0] as FieldNode).name.value === '__typename') {
      members.push([key, textJson(query.name)]);
      continue;
    }
    members.push([key, rootSql(c, query, nodes)]);
  }
  return planned(c, objectJson(members));
}

/** Answers a plannable query with one statement: the JSON text of `data`. */
export async function readOperation(
  ctx: ReadContext,
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
): Promise<string> {
  const input = {
    document,
    operationName,
    variables,
    viewer: ctx.viewer,
    today: shanghaiDay(ctx.now()),
    isPast: ctx.isPast === true,
  };
  return runPlan(
    ctx,
    planOf(input, (wanted) => compileOperation(schema, wanted)),
  );
}

const compilationOf = (ctx: ReadContext, info: GraphQLResolveInfo): Compilation =>
  compilation(
    ctx.viewer,
    shanghaiDay(ctx.now()),
    info.schema,
    info.fragments,
    info.variableValues,
    ctx.isPast === true,
    true,
  );

/** One root field, for operations that also hold fields with resolvers of their own. */
export async function readField(ctx: ReadContext, info: GraphQLResolveInfo): Promise<unknown> {
  const c = compilationOf(ctx, info);
  const value: unknown = JSON.parse(await runPlan(ctx, planned(c, rootSql(c, info.parentType, [...info.fieldNodes]))));
  if (info.fieldName !== 'node' || value === null) return value;
  // graphql-js asks an interface's value for its type, whether or not the query does.
  const id = argumentsOf(c, info.parentType, info.fieldNodes[0] as FieldNode)['id'] as string;
  return { ...(value as object), __typename: typeOfPrefix(decodeId(id)?.prefix ?? '')?.name };
}

/** A record that a resolver names by its id (a mutation's answer, the viewer's person): with the selection of that field, if visible. */
export async function readRecord(
  ctx: ReadContext,
  info: GraphQLResolveInfo,
  typeName: string,
  uuid: string,
): Promise<unknown> {
  const c = compilationOf(ctx, info);
  const type = typeNamed(typeName);
  const sets = subselections([...info.fieldNodes]);
  const condition = (row: string): string => `${row}.${type.key ?? 'id'} = ${c.statement.param(uuid, 'uuid')}`;
  return JSON.parse(await runPlan(ctx, planned(c, oneSql(c, type, condition, sets))));
}
