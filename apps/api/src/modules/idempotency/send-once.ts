import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Context } from '../../graphql/context.ts';
import { KeyRefused, onceForKey } from './once-for-key.ts';

/** What a route that writes answers. */
export interface Written {
  status: number;
  body: object;
}

/** The bytes or the JSON that a route got, as what tells its request from another. */
const contentOf = (body: unknown): unknown =>
  Buffer.isBuffer(body) ? createHash('sha256').update(body).digest('hex') : (body ?? null);

/** Sends what a write answers; with an Idempotency-Key it is carried out once, and answered alike every time. */
export async function sendOnce(
  ctx: Context,
  request: Request,
  response: Response,
  work: (ctx: Context) => Promise<Written>,
  content: unknown = contentOf(request.body),
): Promise<void> {
  const send = ({ status, body }: Written): void => void response.status(status).json(body);
  if (ctx.idempotencyKey === undefined) return send(await work(ctx));
  try {
    const outcome = await onceForKey<Written>(ctx, ctx.idempotencyKey, {
      request: [request.method, request.originalUrl, content],
      execute: work,
      keep: (written) => (written.status < 300 ? JSON.stringify(written) : null),
    });
    if ('result' in outcome) return send(outcome.result);
    response.set('idempotency-replayed', 'true');
    send(JSON.parse(outcome.replayed) as Written);
  } catch (error) {
    if (!(error instanceof KeyRefused)) throw error;
    send({ status: error.status, body: { code: error.code, message: error.message } });
  }
}
