import { invalid, LIMITS } from '@closeout/domain';
import express, { Router, type Request } from 'express';
import type { Services } from '../../server.ts';
import { openResults } from '../jobs/results.ts';
import { bodyErrors, onlySignedIn, writing } from './http-answers.ts';
import { readInBackground } from './read-in-background.ts';
import { demandFlat } from './flat-json.ts';
import { importLedger, importReport, type SourceFile } from './start-import.ts';

const limit = LIMITS.reportBytes;
/** Pasted text comes as JSON; escapes may take more bytes than the text. */
const json = express.json({ limit: limit * 2, verify: (_request, _response, body) => demandFlat(body) });
const raw = express.raw({ type: () => true, limit });

const parameter = (request: Request, name: string): string => {
  const value = request.query[name];
  return typeof value === 'string' ? value : '';
};

/** The raw body with the name from the address. */
function fileOf(request: Request, otherwise: string): SourceFile {
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.byteLength === 0)
    throw invalid('file', 'input.required', '没有收到文件内容，请重新选择文件。');
  return {
    inspectionId: parameter(request, 'inspectionId'),
    fileName: parameter(request, 'fileName') || otherwise,
    bytes,
  };
}

/** Pasted text becomes a file like any other, so that it is kept and found again by its SHA-256. */
function pasteOf(body: unknown): SourceFile {
  const { inspectionId, text } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  if (typeof inspectionId !== 'string' || typeof text !== 'string')
    throw invalid('text', 'input.required', '请粘贴报告正文（inspectionId 和 text）。');
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.byteLength > limit) throw invalid('text', 'imports.size', `粘贴的文字超过${limit / 1024 / 1024} MB。`);
  return { inspectionId, fileName: '粘贴的文本', bytes };
}

/** The sender would rather not wait until it is read: a job does it. */
const toBackground = (request: Request): boolean => parameter(request, 'background') === 'true';

const isJson = (request: Request): boolean => /^application\/json\b/i.test(request.headers['content-type'] ?? '');

/** POST /import/report and /import/ledger: a file becomes a draft to be checked; with `background=true` a job reads it (202). The clerk of the inspection's body. */
export function importRouter(services: Services): Router {
  const router = Router();
  const results = openResults(services.options.filesDir);
  router.post(
    '/import/report',
    onlySignedIn(services),
    (request, response, next) => (isJson(request) ? json : raw)(request, response, next),
    writing(services, async (ctx, request) => {
      const file = isJson(request) ? pasteOf(request.body) : fileOf(request, '报告.txt');
      if (toBackground(request))
        return { status: 202, body: await readInBackground(ctx, results, 'IMPORT_REPORT', file) };
      const { importId, parsed } = await importReport(ctx, file);
      const actions = parsed.findings.reduce((sum, finding) => sum + finding.actions.length, 0);
      return {
        status: 201,
        body: { importId, findings: parsed.findings.length, actions, warnings: parsed.warnings },
      };
    }),
  );
  router.post(
    '/import/ledger',
    onlySignedIn(services),
    raw,
    writing(services, async (ctx, request) => {
      const file = fileOf(request, '台账.xlsx');
      if (toBackground(request))
        return { status: 202, body: await readInBackground(ctx, results, 'IMPORT_LEDGER', file) };
      const { importId, workbook } = await importLedger(ctx, file);
      const { findings, sheet, headerRow, columns, rowErrors, skippedRows, nameWarnings } = workbook;
      const actions = findings.reduce((sum, finding) => sum + finding.actions.length, 0);
      const remarks = { columns, rowErrors, nameWarnings, skippedRows };
      return {
        status: 201,
        body: { importId, findings: findings.length, actions, sheet, headerRow, ...remarks },
      };
    }),
  );
  router.use('/import', bodyErrors);
  return router;
}
