import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from './context.ts';
import { executeOperation, stringifyResult } from './executor.ts';

/** Codes whose messages are ours and may be shown; anything else is withheld and found again by its id. */
const SHOWN = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'FIELD_CLASS',
  'TOO_LARGE',
  'TOO_DEEP',
  'TOO_MANY',
  'TOO_COSTLY',
  'RATE_LIMITED',
  'FORBIDDEN',
  'CURSOR_EXPIRED',
  'RIGHTS_CHANGED',
  'UNAUTHENTICATED',
  'IDEMPOTENCY_KEY_INVALID',
  'IDEMPOTENCY_KEY_REUSED',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

function formatError(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = String(formatted.extensions?.['code'] ?? '');
    if (SHOWN.has(code)) {
      const { stacktrace: _stack, ...extensions } = formatted.extensions ?? {};
      return { ...formatted, extensions };
    }
    const id = randomUUID();
    // Under `err` pino writes message and stack; of an error that wraps another, the inner one tells what happened.
    const err = error instanceof GraphQLError ? (error.originalError ?? error) : unwrapResolverError(error);
    logger.error({ id, err }, 'request failed');
    return {
      message: `something went wrong here; quote ${id}`,
      path: formatted.path,
      extensions: { code: 'INTERNAL', id },
    };
  };
}

/** The executor is handed in through Apollo's gateway hook, so that planned queries skip graphql-js altogether. */
export async function startApollo(
  schema: GraphQLSchema,
  httpServer: Server,
  logger: Logger,
  plugins: ApolloServerPlugin<Context>[] = [],
): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    gateway: {
      load: async () => ({
        executor: async (request) =>
          executeOperation(schema, {
            document: request.document,
            // As it came: where no operation has this name, Apollo's own field is empty, as if none had been named.
            operationName: request.request.operationName,
            variables: request.request.variables,
            context: request.context as Context,
          }),
      }),
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: async () => undefined,
    },
    stringifyResult: (value) => stringifyResult(value as unknown as Record<string, unknown>),
    formatError: formatError(logger),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: 10_000 }),
      ApolloServerPluginLandingPageDisabled(),
      ...plugins,
    ],
  });
  await apollo.start();
  return apollo;
}
