import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { invalid, isDay } from '@closeout/domain';
import { Router, type Request, type Response } from 'express';
import type { Context } from '../../graphql/context.ts';
import { attachment } from '../../http/attachment.ts';
import type { Services } from '../../server.ts';
import { signedIn } from '../imports/http-answers.ts';
import { publicSite } from '../disclosure/public-site.ts';
import { circularPaper } from '../publications/circular.ts';
import {
  exported,
  ledgerAsWorkbook,
  reportAsText,
  reportPaper,
  type Export,
  type ExportedFile,
} from './export-files.ts';
import { noticePaper } from './notice-letter.ts';
import { PAPER_FORMATS, paperAsFile, type Paper } from './paper-file.ts';
import { planPaper } from './plan-paper.ts';
import { principalPaper } from './principal-report.ts';

const PIECE = 64 * 1024;

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

async function send(response: Response, file: ExportedFile): Promise<void> {
  response.status(200).set(attachment({ ...file, size: file.bytes.byteLength }));
  await pipeline(Readable.from(piecesOf(file.bytes)), response);
}

/** `asOf`: the day whose ledger is asked for; absent: as it stands now. */
function asOfDay(request: Request): string | null {
  const day = request.query['asOf'];
  if (day === undefined) return null;
  if (typeof day !== 'string' || !isDay(day))
    throw invalid('asOf', 'exports.filter', 'asOf takes a day such as 2024-06-30');
  return day;
}

/** What keeps its own form of a moment has none of another day. */
function asItStands(request: Request, what: string): void {
  if (asOfDay(request) !== null) throw invalid('asOf', 'exports.filter', `${what} is exported as it stands`);
}

const idIn = (request: Request, name: string): string => {
  const id = request.query[name];
  return typeof id === 'string' ? id : '';
};
const inspectionId = (request: Request): string => idIn(request, 'inspectionId');

/** GET /export/…: what leaves the ledger as a file, by a link (session cookie) or a token that may read all classes. */
export function exportRouter(services: Services): Router {
  const router = Router();
  const route = <T>(
    path: string,
    make: (ctx: Context, request: Request) => Promise<T>,
    fileOf: (ctx: Context, made: T) => Promise<Export>,
  ): void => {
    router.get(
      path,
      signedIn(services, true, async (ctx, request, response) => {
        const file = exported(ctx, asOfDay(request), (at) => make(at, request), (made) => fileOf(ctx, made)); // prettier-ignore
        await send(response, await file);
      }),
    );
  };
  const file = (path: string, make: (ctx: Context, request: Request) => Promise<Export>): void =>
    route(path, make, async (_, made) => made);
  file('/export/report.txt', (ctx, request) => reportAsText(ctx, inspectionId(request)));
  /** An official document, as .docx to work on and as PDF to print. */
  const paper = (path: string, make: (ctx: Context, request: Request) => Promise<Paper>): void => {
    for (const format of PAPER_FORMATS) route(`${path}.${format}`, make, (ctx, made) => paperAsFile(ctx, made, format));
  };
  paper('/export/report', (ctx, request) => reportPaper(ctx, inspectionId(request)));
  paper('/export/plan', (ctx, request) => planPaper(ctx, inspectionId(request), request.query['plan']));
  paper('/export/principal-report', (ctx, request) => principalPaper(ctx, inspectionId(request)));
  paper('/export/notice', (ctx, request) => {
    asItStands(request, 'a notice');
    return noticePaper(ctx, idIn(request, 'noticeId'));
  });
  paper('/export/circular', (ctx, request) => {
    asItStands(request, 'the public document');
    return circularPaper(ctx, inspectionId(request));
  });
  file('/export/public-site.zip', (ctx, request) => {
    asItStands(request, 'what is published');
    return publicSite(ctx, inspectionId(request));
  });
  file('/export/ledger.xlsx', (ctx, request) => ledgerAsWorkbook(ctx, inspectionId(request), request.query));
  return router;
}
