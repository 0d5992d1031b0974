import { DocumentError, readDirectoryWorkbook, writeDirectoryTemplate } from '@closeout/documents';
import { canInBody, forbidden, invalid, LIMITS, type Viewer } from '@closeout/domain';
import express, { Router } from 'express';
import type { Services } from '../../server.ts';
import { bodyErrors, onlySignedIn, signedIn } from '../imports/http-answers.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The list is for who keeps the directory and for who grants the roles that stand in it. */
function demandKeeper(viewer: Viewer): void {
  if (!canInBody(viewer, 'manageDirectory', null) && !canInBody(viewer, 'manageGrants', null)) throw forbidden('manageDirectory');
}

/**
 * The administrator's Excel list: GET /export/directory-template.xlsx gives the blank one, POST /import/directory reads a filled
 * one and answers its rows and remarks. Nothing is stored here: the console then adds row by row with the ordinary mutations.
 */
export function directoryListRouter(services: Services): Router {
  const router = Router();
  router.get(
    '/export/directory-template.xlsx',
    signedIn(services, true, async (ctx, _request, response) => {
      demandKeeper(ctx.viewer);
      response.set({ 'Content-Type': XLSX, 'Content-Disposition': `attachment; filename="directory.xlsx"; filename*=UTF-8''${encodeURIComponent('单位人员清单模板.xlsx')}`, 'Cache-Control': 'private, no-store' });
      response.send(Buffer.from(await writeDirectoryTemplate()));
    }),
  );
  router.post(
    '/import/directory',
    onlySignedIn(services),
    express.raw({ type: () => true, limit: LIMITS.reportBytes }),
    signedIn(services, false, async (ctx, request, response) => {
      demandKeeper(ctx.viewer);
      const bytes: unknown = request.body;
      if (!Buffer.isBuffer(bytes) || bytes.byteLength === 0) throw invalid('file', 'input.required', '没有收到文件内容，请重新选择文件。');
      try {
        response.set('Cache-Control', 'private, no-store').json(await readDirectoryWorkbook(bytes));
      } catch (error) {
        if (!(error instanceof DocumentError)) throw error;
        throw invalid('file', 'directory.file', error.message);
      }
    }),
  );
  router.use('/import/directory', bodyErrors);
  return router;
}
