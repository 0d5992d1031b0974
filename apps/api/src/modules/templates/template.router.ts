import { MAX_TEMPLATE_BYTES, startingTemplate } from '@closeout/documents';
import { invalid, TEMPLATE_KINDS, type TemplateKind } from '@closeout/domain';
import express, { Router, type Request } from 'express';
import type { Context } from '../../graphql/context.ts';
import type { Services } from '../../server.ts';
import { bodyErrors, onlySignedIn, signedIn, writing } from '../imports/http-answers.ts';
import type { ExportedFile } from '../reports/export-files.ts';
import { MEDIA_TYPES } from '../reports/paper-file.ts';
import { send } from '../reports/export.router.ts';
import { previewTemplate, storedTemplate } from './preview-template.ts';
import { keptPlace } from './template.shelf.ts';
import { uploadTemplate } from './upload-template.ts';

const NAMES: Record<TemplateKind, string> = {
  REPORT: '整改进展情况',
  PLAN: '整改方案',
  PRINCIPAL_REPORT: '主要负责人报告',
  NOTICE: '通知',
};

const parameter = ({ query }: Request, name: string): string => {
  const value = query[name];
  return typeof value === 'string' ? value : '';
};

function kindOf(request: Request): TemplateKind {
  const kind = TEMPLATE_KINDS.find((one) => one === parameter(request, 'kind'));
  if (kind === undefined) throw invalid('kind', 'templates.kind', `kind is one of ${TEMPLATE_KINDS.join(', ')}`);
  return kind;
}

function fileOf(request: Request): { bytes: Uint8Array; fileName: string } {
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.byteLength === 0)
    throw invalid('file', 'input.required', '没有收到文件内容，请重新选择文件。');
  return { bytes, fileName: parameter(request, 'fileName') };
}

const starting = async (kind: TemplateKind): Promise<ExportedFile> => ({
  fileName: `起始模板-${NAMES[kind]}.docx`,
  mediaType: MEDIA_TYPES.docx,
  bytes: await startingTemplate(kind),
});

/** POST /import/template: a .docx becomes a checked version. GET /export/template…: what to begin with, as uploaded, filled for a look. */
export function templateRouter(services: Services): Router {
  const router = Router();
  router.post(
    '/import/template',
    onlySignedIn(services),
    // One byte more is read than is accepted: the check says it in its own words.
    express.raw({ type: () => true, limit: MAX_TEMPLATE_BYTES + 1 }),
    writing(services, async (ctx, request) => {
      const place = keptPlace(ctx, parameter(request, 'bodyId'), kindOf(request));
      const made = await uploadTemplate(ctx, place, fileOf(request));
      if (!('problems' in made)) return { status: 201, body: made };
      const message = made.problems.map(({ zh }) => zh).join('');
      return { status: 422, body: { code: 'INVALID', rule: 'templates.unfit', field: 'file', message, ...made } };
    }),
  );
  router.use('/import/template', bodyErrors);
  const get = (path: string, make: (ctx: Context, request: Request) => Promise<ExportedFile>): void => {
    router.get(
      path,
      signedIn(services, true, async (ctx, request, response) => send(response, await make(ctx, request))),
    );
  };
  get('/export/template-start.docx', (_, request) => starting(kindOf(request)));
  get('/export/template.docx', (ctx, request) => storedTemplate(ctx, parameter(request, 'templateId')));
  get('/export/template-preview.docx', (ctx, request) => previewTemplate(ctx, parameter(request, 'templateId')));
  return router;
}
