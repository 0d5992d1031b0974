import { canInBody, forbidden, invalid, LIMITS } from '@closeout/domain';
import { DocumentError, writeDirectoryTemplate } from '@closeout/documents';
import express, { Router, type Request, type RequestHandler } from 'express';
import type { Context } from '../../graphql/context.ts';
import type { Services } from '../../server.ts';
import type { Written } from '../idempotency/send-once.ts';
import { bodyErrors, onlySignedIn, signedIn, writing } from '../imports/http-answers.ts';
import { ListRefused, type Remark } from './directory-remarks.ts';
import { importDirectory } from './import-directory.ts';
import { importGrants } from './import-grants.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const raw = express.raw({ type: () => true, limit: LIMITS.reportBytes });

function bytesOf(request: Request): Uint8Array {
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.byteLength === 0)
    throw invalid('file', 'input.required', '没有收到文件内容，请重新选择文件。');
  return bytes;
}

const refusedList = (message: string, rowErrors: readonly Remark[]): Written => ({
  status: 422,
  body: { code: 'INVALID', rule: 'people.list', message, field: 'file', rowErrors },
});

/** A list becomes records, or an answer that names what is wrong in which row. */
const list = (services: Services, work: (ctx: Context, bytes: Uint8Array) => Promise<object>): RequestHandler =>
  writing(services, async (ctx, request) => {
    try {
      return { status: 201, body: await work(ctx, bytesOf(request)) };
    } catch (error) {
      if (error instanceof ListRefused) return refusedList('名单有误，没有导入任何内容。', error.remarks);
      if (error instanceof DocumentError) return refusedList(error.message, []);
      throw error;
    }
  });

/** Lists of bodies, departments, posts and people: the template, the accounts (system), the roles (security administrator). */
export function directoryRouter(services: Services): Router {
  const router = Router();
  router.get(
    '/import/directory-template',
    signedIn(services, true, async (ctx, _request, response) => {
      if (!canInBody(ctx.viewer, 'manageDirectory', null) && !canInBody(ctx.viewer, 'manageGrants', null))
        throw forbidden('manageDirectory');
      const bytes = await writeDirectoryTemplate();
      response.status(200).set({
        'Content-Type': XLSX,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent('名单模板.xlsx')}`,
      });
      response.end(bytes);
    }),
  );
  router.post('/import/directory', onlySignedIn(services), raw, list(services, importDirectory));
  router.post('/import/grants', onlySignedIn(services), raw, list(services, importGrants));
  router.use('/import', bodyErrors);
  return router;
}
