import { DomainError, type ErrorCode, type Viewer } from '@closeout/domain';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Context } from '../../graphql/context.ts';
import type { Services } from '../../server.ts';
import { sendOnce, type Written } from '../idempotency/send-once.ts';
import { viewerOfRequest } from '../access/viewer-of-request.ts';

const STATUS: Record<ErrorCode, number> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  INVALID: 422,
  ILLEGAL_TRANSITION: 409,
  MISSING: 422,
  CONFLICT: 409,
  DUPLICATE: 409,
  LIMIT: 413,
};

/** A refusal as an HTTP answer: the same codes as `userErrors`, with the facts that the words need. */
function refuse(response: Response, error: DomainError): void {
  const [first] = error.refusals;
  if (first === undefined) throw error;
  const { code, rule, message, field = null, params = {} } = first;
  response.status(STATUS[code]).json({ code, rule, message, field, ...params });
}

/** Runs a route for a signed-in viewer; refusals of the ledger become answers, faults go on. `link`: the cookie alone is enough (GET). */
export const signedIn =
  (
    services: Services,
    link: boolean,
    work: (ctx: Context, request: Request, response: Response) => Promise<void>,
  ): RequestHandler =>
  async (request, response) => {
    const viewer: Viewer | null = await viewerOfRequest(request, services.database.query, services.now(), link);
    if (viewer === null) {
      response.status(401).json({ code: 'UNAUTHENTICATED', message: 'sign in, or send a valid token' });
      return;
    }
    try {
      await work(services.contextOf(request, viewer), request, response);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refuse(response, error);
    }
  };

/** A route of the console that writes. */
export const writing = (
  services: Services,
  work: (ctx: Context, request: Request) => Promise<Written>,
): RequestHandler =>
  signedIn(services, false, (ctx, request, response) => sendOnce(ctx, request, response, (one) => work(one, request)));

/** Whether the caller is known, before a large body is read. */
export const onlySignedIn =
  (services: Services): RequestHandler =>
  async (request, response, next) => {
    if ((await viewerOfRequest(request, services.database.query, services.now())) !== null) return next();
    response.status(401).json({ code: 'UNAUTHENTICATED', message: 'sign in, or send a valid token' });
  };

/** Bodies that are too large or no JSON, in the user's words; other errors go on. */
export const bodyErrors: ErrorRequestHandler = (error: { type?: string; limit?: number }, _request, response, next) => {
  if (error.type === 'entity.too.large') {
    const megabytes = Math.round((error.limit ?? 0) / 1024 / 1024);
    response.status(413).json({
      code: 'LIMIT',
      rule: 'imports.size',
      message: `文件超过${megabytes} MB，请只上传报告正文或拆分后再试。`,
      field: 'file',
      limit: error.limit,
    });
  } else if (error.type === 'entity.parse.failed' || error.type === 'entity.verify.failed') {
    response
      .status(400)
      .json({ code: 'INVALID', rule: 'input.json', message: '请求内容不是有效的JSON。', field: null });
  } else next(error);
};
