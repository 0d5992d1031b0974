import { DomainError } from '@closeout/domain';
import {
  execute,
  getDirectiveValues,
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  print,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { asOf } from '../modules/history/as-of.ts';
import { KeyRefused, onceForKey } from '../modules/idempotency/once-for-key.ts';
import { demandAffordable } from './limits/cost.ts';
import { isPlannable, readOperation } from '../read/reader.ts';
import { AsOfDirective } from './as-of.directive.ts';
import type { Context } from './context.ts';

/** An answer whose `data` is JSON text as PostgreSQL wrote it: sent as it is, never parsed here. */
export class RawData {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

const plannable = new WeakMap<DocumentNode, Map<string, boolean>>();

function isPlanned(document: DocumentNode, operationName: string | null | undefined): boolean {
  const known = plannable.get(document) ?? new Map<string, boolean>();
  plannable.set(document, known);
  const name = operationName ?? '';
  const answer = known.get(name) ?? isPlannable(document, operationName);
  known.set(name, answer);
  return answer;
}

interface Operation {
  document: DocumentNode;
  operationName: string | null | undefined;
  variables: Record<string, unknown> | undefined;
  context: Context;
}

const refused = (code: string, status: number, message: string): ExecutionResult => ({
  errors: [new GraphQLError(message, { extensions: { code, http: { status } } })],
});
const keyRefused = ({ code, status, message }: KeyRefused): ExecutionResult => refused(code, status, message);

/** One mutation under an Idempotency-Key: carried out once, answered alike every time. */
async function executeOnce(schema: GraphQLSchema, request: Operation, key: string): Promise<ExecutionResult> {
  const { document, operationName, variables } = request;
  const fields = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  if (fields.length !== 1 || fields[0]?.kind !== Kind.FIELD)
    return keyRefused(new KeyRefused('IDEMPOTENCY_KEY_INVALID', 'a request with an Idempotency-Key has one mutation'));
  try {
    const outcome = await onceForKey<ExecutionResult>(request.context, key, {
      request: [print(document), operationName ?? null, variables ?? {}],
      execute: async (contextValue) =>
        execute({ schema, document, operationName, variableValues: variables, contextValue }),
      keep: ({ data, errors }) => (errors === undefined && data ? JSON.stringify(data) : null),
    });
    if ('result' in outcome) return outcome.result;
    request.context.answerHeaders.set('idempotency-replayed', 'true');
    return { data: new RawData(outcome.replayed) as unknown as Record<string, unknown> };
  } catch (error) {
    if (error instanceof KeyRefused) return keyRefused(error);
    return { errors: [new GraphQLError('internal', { originalError: error as Error })] };
  }
}

/** A refusal of a read is the caller's mistake; what nobody expected is told to nobody. */
function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (!(error instanceof DomainError)) return new GraphQLError('internal', { originalError: error as Error });
  const { rule, params } = error.refusals[0] ?? {};
  return new GraphQLError(error.message, {
    extensions: { code: 'BAD_USER_INPUT', rule, params, http: { status: 400 } },
  });
}

interface AsOfArgs {
  day?: string | null;
  at?: Date | null;
}

/** Executes a validated operation: wholly planned queries by one statement, everything else by graphql-js. */
export async function executeOperation(schema: GraphQLSchema, request: Operation): Promise<ExecutionResult> {
  const { document, operationName, context } = request;
  const operation = getOperationAST(document, operationName);
  if (!operation || schema.getRootType(operation.operation) === undefined)
    return refused('OPERATION_RESOLUTION_FAILURE', 400, 'there is no such operation in the document, or in the schema');
  const isQuery = operation.operation === OperationTypeNode.QUERY;
  if (context.viewer.kind === 'TOKEN' && !isQuery) return refused('FORBIDDEN', 403, 'a token only reads');
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
  if (coerced.errors !== undefined) return { errors: coerced.errors };
  const asked = { document, operationName, variables: coerced.coerced };
  try {
    await context.spend(demandAffordable(schema, asked, context.settings.limits));
  } catch (error) {
    return { errors: [asGraphQLError(error)] };
  }
  if (!isQuery && context.idempotencyKey !== undefined) return executeOnce(schema, request, context.idempotencyKey);
  const { day, at } = (getDirectiveValues(AsOfDirective, operation, coerced.coerced) ?? {}) as AsOfArgs;
  if (!day && !at) return answer(schema, request, coerced.coerced);
  if (day && at) return refused('BAD_USER_INPUT', 400, '@asOf takes a day or a moment, not both');
  try {
    const then = at ? { at } : { day: day as string };
    return await asOf(context, then, (past) => answer(schema, { ...request, context: past }, coerced.coerced));
  } catch (error) {
    return { errors: [asGraphQLError(error)] };
  }
}

async function answer(
  schema: GraphQLSchema,
  request: Operation,
  variables: Record<string, unknown>,
): Promise<ExecutionResult> {
  const { document, operationName, context } = request;
  if (!isPlanned(document, operationName)) {
    return execute({ schema, document, operationName, variableValues: request.variables, contextValue: context });
  }
  try {
    const json = await readOperation(context, schema, document, operationName, variables);
    return { data: new RawData(json) as unknown as Record<string, unknown> };
  } catch (error) {
    return { errors: [asGraphQLError(error)] };
  }
}

/** Writes a response; raw data goes through as text. */
export function stringifyResult(value: { data?: unknown } & Record<string, unknown>): string {
  if (!(value.data instanceof RawData)) return JSON.stringify(value);
  const rest = JSON.stringify({ ...value, data: undefined });
  return rest === '{}' ? `{"data":${value.data.json}}` : `{"data":${value.data.json},${rest.slice(1)}`;
}
