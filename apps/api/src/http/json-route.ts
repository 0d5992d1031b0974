import { DomainError, type ErrorCode } from '@closeout/domain';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { fromConsole } from '../modules/access/viewer-of-request.ts';
import type { Client } from '../modules/access/session-store.ts';

const LIMIT = '16kb';
const STATUS: Partial<Record<ErrorCode, number>> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  DUPLICATE: 409,
  CONFLICT: 409,
  LIMIT: 429,
};

/** Only what the console itself can send: its own header, not from another site, exactly JSON where there is a body. */
const onlyConsole: RequestHandler = (request, response, next) => {
  if (!fromConsole(request)) {
    response.status(403).json({ code: 'FORBIDDEN', message: 'send the header x-closeout: 1, from the same site' });
    return;
  }
  const json = /^application\/json\s*(;\s*charset=utf-8)?$/i.test(request.headers['content-type'] ?? '');
  if (request.method === 'POST' && !json) {
    response.status(415).json({ code: 'BAD_REQUEST', message: 'send application/json' });
    return;
  }
  next();
};

const unreadable: ErrorRequestHandler = (error: { type?: string }, _request, response, next) => {
  if (error.type === 'entity.too.large') response.status(413).json({ code: 'LIMIT', message: `at most ${LIMIT}` });
  else if (
    error.type?.startsWith('entity.') ||
    error.type?.startsWith('encoding.') ||
    error.type?.startsWith('charset.')
  )
    response.status(400).json({ code: 'BAD_REQUEST', message: 'the body is not valid JSON' });
  else next(error);
};

/** What stands before every route that changes who is signed in. */
export const jsonRoute: (RequestHandler | ErrorRequestHandler)[] = [
  onlyConsole,
  express.json({ limit: LIMIT, type: 'application/json', inflate: false }),
  unreadable,
];

/** A text of the body; anything else counts as empty, so that it is refused like an empty one. */
export function textOf(request: Request, key: string): string {
  const body: unknown = request.body;
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' ? value : '';
}

export const clientOf = (request: Request): Client => ({
  address: request.ip ?? '',
  userAgent: request.headers['user-agent'] ?? '',
});

/** A refusal of the rules as an HTTP answer with the codes of `userErrors`. */
export function refuse(response: Response, error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
  const [first] = error.refusals;
  if (first === undefined) throw error;
  const { code, rule, message, field = null, params = {} } = first;
  response.status(STATUS[code] ?? 422).json({ code, rule, message, field, params });
}
