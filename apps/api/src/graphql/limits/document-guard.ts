import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { GraphQLError, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { measureDocument } from './document-limits.ts';
import { beyond, type RequestLimits } from './request-limits.ts';

/** Characters of documents whose measures are remembered; clients send the same few again and again. */
const REMEMBERED = 4_000_000;

function send(response: Response, status: number, { message, extensions }: GraphQLError): void {
  const { http: _http, ...shown } = extensions;
  response.status(status).json({ errors: [{ message, extensions: shown }] });
}

const refusal = (message: string, code: string): GraphQLError => new GraphQLError(message, { extensions: { code } });

/** Levels of objects and lists within the variables; the deepest filter has ten. */
const NESTING = 40;

const tooNested = (): GraphQLError => refusal('lists and objects are nested too deep', 'TOO_DEEP');

/** Whether a value nests deeper than that; level by level, because a deep one would exhaust the stack. */
function nestsTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > NESTING) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one as object) : []));
  }
  return false;
}

/** Null for a document within the limits, or one that cannot be parsed, which Apollo says better. */
function judged(text: string, limits: RequestLimits): GraphQLError | null {
  try {
    measureDocument(parse(text, { maxTokens: limits.tokens, noLocation: true }), limits);
    return null;
  } catch (error) {
    // The parser's stack: brackets within brackets.
    if (error instanceof RangeError) return tooNested();
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('tokens')) return beyond('tokens', limits, limits.tokens + 1);
    return error.extensions['code'] === undefined ? null : error;
  }
}

/** Refuses a document that asks too much before it is validated, and what is no GraphQL request at all. */
export function documentGuard(limits: RequestLimits): RequestHandler {
  const known = new LRUCache<string, { error: GraphQLError | null }>({
    maxSize: REMEMBERED,
    sizeCalculation: (_verdict, text) => text.length,
  });
  return (request, response, next) => {
    const body: unknown = request.body;
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      return send(response, 400, refusal('send one operation as a JSON object', 'BAD_REQUEST'));
    const { query, variables, extensions } = body as Record<string, unknown>;
    if (typeof extensions === 'object' && extensions !== null && 'persistedQuery' in extensions)
      return send(response, 400, refusal('send the document itself', 'PERSISTED_QUERY_NOT_SUPPORTED'));
    if (typeof query !== 'string' || query === '')
      return send(response, 400, refusal('send a document as `query`', 'BAD_REQUEST'));
    if (nestsTooDeep(variables)) return send(response, 400, tooNested());
    const bytes = variables === undefined ? 0 : Buffer.byteLength(JSON.stringify(variables));
    if (bytes > limits.variables) return send(response, 400, beyond('variables', limits, bytes));
    const verdict = known.get(query) ?? { error: judged(query, limits) };
    known.set(query, verdict);
    if (verdict.error !== null) return send(response, 400, verdict.error);
    next();
  };
}

/** A body that is too long, compressed in a way that is not read, or no JSON, in the form of GraphQL's answers. */
export const unreadableBody: ErrorRequestHandler = (
  error: { status?: unknown; type?: unknown },
  _request,
  response,
  next,
) => {
  if (typeof error.status !== 'number' || error.status < 400 || error.status >= 500) return next(error);
  const tooLong = error.type === 'entity.too.large';
  const message = tooLong ? 'the request is too long' : 'the body cannot be read as JSON';
  send(response, error.status, refusal(message, tooLong ? 'TOO_LARGE' : 'BAD_REQUEST'));
};
