import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { Request, RequestHandler } from 'express';
import type { Context } from './context.ts';

/**
 * Hands a request whose JSON body is parsed to Apollo and sends the answer as it comes. In place of the ready-made
 * integration because that sends through express, which hashes every answer for an ETag that nobody asks for.
 */
export function graphqlHandler(
  apollo: ApolloServer<Context>,
  contextOf: (request: Request) => Context,
): RequestHandler {
  return async (request, response) => {
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    const context = contextOf(request);
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method, headers, search: '', body: request.body as unknown },
      context: async () => context,
    });
    if (answer.body.kind !== 'complete') throw new Error('answers in parts are not offered');
    const bytes = Buffer.from(answer.body.string, 'utf8');
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    for (const [name, value] of context.answerHeaders) response.setHeader(name, value);
    response.statusCode = answer.status ?? 200;
    response.setHeader('content-length', bytes.length);
    response.end(bytes);
  };
}
