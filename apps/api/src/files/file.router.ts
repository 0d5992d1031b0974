import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { LIMITS, type FieldClass, type Viewer } from '@closeout/domain';
import { Router, type Request, type Response } from 'express';
import type { Context } from '../graphql/context.ts';
import { sendOnce } from '../modules/idempotency/send-once.ts';
import { offLoop } from '../modules/imports/off-loop.ts';
import { viewerOfRequest } from '../modules/access/viewer-of-request.ts';
import type { Services } from '../server.ts';
import { fileFor, type ServedFile } from './read-file.ts';
import { isFull } from './store.ts';
import { receiveUpload, tooLarge, UploadRefused } from './receive-upload.ts';

const SIGN_IN = new UploadRefused(401, 'UNAUTHENTICATED', '请先登录。');
const ABSENT = new UploadRefused(404, 'NOT_FOUND', '文件不存在，或您无权查看。');
const FAULT = new UploadRefused(500, 'FAULT', '服务器出错，文件未保存，请稍后再试。');
const FULL = new UploadRefused(507, 'STORAGE_FULL', '服务器存储空间不足，文件未保存，请联系管理员。');

const send = (response: Response, { status, code, message, params }: UploadRefused): void => {
  if (!response.headersSent) response.status(status).json({ code, message, params });
};

/** Answers every failure in words; a client that hung up gets none. */
function refuse(request: Request, response: Response, error: unknown): void {
  // What was not read of a refused body is not waited for.
  if (!request.complete) response.set('Connection', 'close');
  if (error instanceof UploadRefused) return send(response, error);
  send(response, isFull(error) ? FULL : FAULT);
}

/** PUT or POST /uploads/:ticket with the raw bytes of one file. */
async function upload(services: Services, request: Request, response: Response): Promise<void> {
  const viewer = await viewerOfRequest(request, services.database.query, services.now());
  if (viewer === null) throw SIGN_IN;
  if (Number(request.headers['content-length'] ?? 0) > LIMITS.fileBytes) throw tooLarge();
  if (request.headers['content-encoding'] !== undefined)
    throw new UploadRefused(415, 'CONTENT_ENCODING', '请直接发送文件内容，不要压缩传输。');
  const source = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  const ctx = services.contextOf(request, viewer);
  const receive = async (one: Context) => ({
    status: 201,
    body: await receiveUpload(one, String(request.params['ticket']), source),
  });
  // The ticket is for one file only; its bytes are not read again to answer a repeat.
  await sendOnce(ctx, request, response, receive, request.headers['content-length'] ?? null);
}

/** A file's content cannot be cut by field class: a token needs all that a file may hold. */
const CLASSES: readonly FieldClass[] = ['TEXT', 'NAMES', 'MONEY'];
const mayReadFiles = (viewer: Viewer): boolean =>
  viewer.classes === null || CLASSES.every((one) => viewer.classes?.includes(one));

/** RFC 5987: the name in UTF-8, everything but letters and digits escaped. */
const disposition = (fileName: string, how = 'attachment'): string =>
  `${how}; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)}`;

/** What the browser's own reader shows within the console, and nobody else's page: it does not read what is sandboxed. */
const SHOWN = { 'Content-Security-Policy': "frame-ancestors 'self'", 'X-Frame-Options': 'SAMEORIGIN' };

/** Whatever a file holds, it runs nowhere and stays in no cache. */
const SEALED = {
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-store',
};

async function sendFile(
  ctx: Context,
  file: ServedFile,
  request: Request,
  response: Response,
  shown = false,
): Promise<void> {
  const location = ctx.files.pathOf(file.sha256);
  const { size } = await stat(location);
  if (size !== file.size) throw new Error(`file ${file.sha256} has ${size} bytes, its row says ${file.size}`);
  response.status(200).set({
    'Content-Type': file.mediaType,
    'Content-Length': String(size),
    'Content-Disposition': disposition(file.fileName, shown ? 'inline' : 'attachment'),
    ...SEALED,
    ...(shown ? SHOWN : {}),
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(location), response);
}

/** The file that the caller may read; one of restricted evidence is noted by that. */
async function served(services: Services, request: Request): Promise<{ ctx: Context; file: ServedFile }> {
  const viewer = await viewerOfRequest(request, services.database.query, services.now(), true);
  if (viewer === null) throw SIGN_IN;
  const ctx = services.contextOf(request, viewer);
  const file = mayReadFiles(viewer) ? await fileFor(ctx, String(request.params['attachmentId'])) : null;
  if (file === null) throw ABSENT;
  return { ctx, file };
}

/** GET /files/att_…: the content as an attachment, by session cookie alone (a link) or by token. */
async function download(services: Services, request: Request, response: Response): Promise<void> {
  const { ctx, file } = await served(services, request);
  await sendFile(ctx, file, request, response);
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const NO_PREVIEW = new UploadRefused(415, 'NO_PREVIEW', '这种文件没有预览，请下载后打开。');
const UNREADABLE = new UploadRefused(422, 'UNREADABLE', '这个文件读不出文字，请下载后打开。');

/** GET /files/att_…/inline: a PDF for the browser's own reader. Its type was looked at when it came, and is not guessed again. */
async function inline(services: Services, request: Request, response: Response): Promise<void> {
  const { ctx, file } = await served(services, request);
  if (file.mediaType !== 'application/pdf') throw NO_PREVIEW;
  await sendFile(ctx, file, request, response, true);
}

/** GET /files/att_…/text: the words of a .docx, to look at without opening it; read in a thread of its own. */
async function text(services: Services, request: Request, response: Response): Promise<void> {
  const { ctx, file } = await served(services, request);
  if (file.mediaType !== WORD || file.size > LIMITS.reportBytes) throw NO_PREVIEW;
  const bytes = new Uint8Array(await readFile(ctx.files.pathOf(file.sha256)));
  const read = await offLoop<{ text: string }>('@closeout/report', 'readReportFile', [bytes, file.fileName]).catch(
    () => null,
  );
  if (read === null) throw UNREADABLE;
  response
    .status(200)
    .set({ ...SEALED, 'Content-Type': 'text/plain; charset=utf-8' })
    .send(read.text);
}

/** Files go in by a one-time ticket and come out as attachments; neither passes through GraphQL. */
export function fileRouter(services: Services): Router {
  const router = Router();
  const handle = (work: typeof upload) => async (request: Request, response: Response) => {
    try {
      await work(services, request, response);
    } catch (error) {
      refuse(request, response, error);
    }
  };
  router.route('/uploads/:ticket').put(handle(upload)).post(handle(upload));
  router.get('/files/:attachmentId', handle(download));
  router.get('/files/:attachmentId/text', handle(text));
  router.get('/files/:attachmentId/inline', handle(inline));
  return router;
}
