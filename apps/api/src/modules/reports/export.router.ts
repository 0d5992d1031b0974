import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { invalid, isDay } from '@closeout/domain';
import { Router, type Request, type Response } from 'express';
import type { Context } from '../../graphql/context.ts';
import { attachment } from '../../http/attachment.ts';
import type { Services } from '../../server.ts';
import { signedIn } from '../imports/http-answers.ts';
import { importRemarks } from '../imports/import-remarks.ts';
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
import { ledgerFilterOf } from './ledger-filter.ts';
import { archiveList } from './lists/archive-list.ts';
import { closeOutForm, closeOutList } from './lists/close-out-forms.ts';
import { decisionList } from './lists/decision-list.ts';
import { meetingList } from './lists/meeting-list.ts';
import { refundList } from './lists/refund-list.ts';
import { roundSummary } from './lists/round-summary.ts';
import { urgeLists } from './lists/urge-lists.ts';
import { noticePaper } from './notice-letter.ts';
import { PAPER_FORMATS, paperAsFile, type Paper, type PaperLayout } from './paper-file.ts';
import { planPaper } from './plan-paper.ts';
import { principalPaper } from './principal-report.ts';

const PIECE = 64 * 1024;

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** A file as the answer. */
export async function send(response: Response, file: ExportedFile): Promise<void> {
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

/** The template in force, where there is one; `layout=builtin` goes round it. */
function layoutOf(request: Request): PaperLayout {
  const layout = request.query['layout'];
  if (layout === undefined || layout === 'builtin') return layout ?? 'own';
  throw invalid('layout', 'exports.filter', 'layout takes builtin, or is left out');
}

const idIn = (request: Request, name: string): string => {
  const id = request.query[name];
  return typeof id === 'string' ? id : '';
};
const inspectionId = (request: Request): string => idIn(request, 'inspectionId');

type Make<T> = (ctx: Context, request: Request) => Promise<T>;

/** Official documents, each as .docx to work on and as PDF to print. */
const PAPERS: Readonly<Record<string, Make<Paper>>> = {
  report: (ctx, request) => reportPaper(ctx, inspectionId(request)),
  plan: (ctx, request) => planPaper(ctx, inspectionId(request), request.query['plan']),
  'principal-report': (ctx, request) => principalPaper(ctx, inspectionId(request)),
  notice: (ctx, request) => {
    asItStands(request, 'a notice');
    return noticePaper(ctx, idIn(request, 'noticeId'));
  },
  circular: (ctx, request) => {
    asItStands(request, 'the public document');
    return circularPaper(ctx, inspectionId(request));
  },
};

/** Everything else, by its name with suffix. */
const FILES: Readonly<Record<string, Make<Export>>> = {
  'report.txt': (ctx, request) => reportAsText(ctx, inspectionId(request)),
  'ledger.xlsx': (ctx, request) => ledgerAsWorkbook(ctx, inspectionId(request), request.query),
  'close-out-list.xlsx': (ctx, request) => closeOutList(ctx, inspectionId(request), ledgerFilterOf(request.query)),
  'close-out-form.xlsx': (ctx, request) => closeOutForm(ctx, idIn(request, 'findingId')),
  'archive-list.xlsx': (ctx, request) => archiveList(ctx, idIn(request, 'findingId')),
  'meetings.xlsx': (ctx, request) => meetingList(ctx, inspectionId(request)),
  'refunds.xlsx': (ctx, request) => refundList(ctx, inspectionId(request)),
  'decisions.xlsx': (ctx, request) => decisionList(ctx, inspectionId(request)),
  'urges.xlsx': (ctx, request) => urgeLists(ctx, inspectionId(request), idIn(request, 'departmentId')),
  'round-summary.xlsx': (ctx, request) => roundSummary(ctx, idIn(request, 'roundId')),
  'import-remarks.xlsx': (ctx, request) => {
    asItStands(request, 'remarks on a file');
    return importRemarks(ctx, idIn(request, 'importId'));
  },
  'public-site.zip': (ctx, request) => {
    asItStands(request, 'what is published');
    return publicSite(ctx, inspectionId(request));
  },
};

/** GET /export/…: what leaves the ledger as a file, by a link (session cookie) or a token that may read all classes. */
export function exportRouter(services: Services): Router {
  const router = Router();
  const route = <T>(
    name: string,
    make: Make<T>,
    fileOf: (ctx: Context, made: T, request: Request) => Promise<Export>,
  ): void => {
    router.get(
      `/export/${name}`,
      signedIn(services, true, async (ctx, request, response) => {
        const file = exported(ctx, asOfDay(request), (at) => make(at, request), (made) => fileOf(ctx, made, request)); // prettier-ignore
        await send(response, await file);
      }),
    );
  };
  for (const [name, make] of Object.entries(FILES)) route(name, make, async (_, made) => made);
  for (const [name, make] of Object.entries(PAPERS))
    for (const format of PAPER_FORMATS)
      route(`${name}.${format}`, make, (ctx, made, request) => paperAsFile(ctx, made, format, layoutOf(request)));
  return router;
}
