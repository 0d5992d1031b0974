import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { pino } from 'pino';

const logger = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' }, pino.destination(2));

/** What no route has answered. */
export const unknownRoute: RequestHandler = (_request, response) => {
  response.status(404).json({ code: 'NOT_FOUND', message: 'there is nothing at this address' });
};

/** Logs a fault under an id that the answer may name. */
export function logFault(error: unknown, { method, path }: Request): string {
  const id = randomUUID();
  logger.error({ id, error, method, path }, 'request failed');
  return id;
}

/** A fault is logged under an id, and the answer holds nothing but that id: no stack, no word of the database. */
export const faults: ErrorRequestHandler = (error: { status?: unknown; type?: unknown }, request, response, next) => {
  if (response.headersSent) return next(error);
  const status = typeof error.status === 'number' && error.status >= 400 && error.status < 500 ? error.status : 500;
  if (status < 500) {
    const type = typeof error.type === 'string' ? error.type : '';
    response.status(status).json({
      code: 'BAD_REQUEST',
      message: type === 'entity.parse.failed' ? 'the body is not valid JSON' : 'this request cannot be read',
    });
    return;
  }
  const id = logFault(error, request);
  response.status(500).json({ code: 'INTERNAL', id, message: `something went wrong here; quote ${id}` });
};
