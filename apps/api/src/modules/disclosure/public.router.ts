import { createHash } from 'node:crypto';
import { itemPage, listPage, LOOK_HASH, plainPage, prose, publicationPage, type Links } from '@closeout/disclosure';
import { isOnPage, shanghaiDay, type PublicSnapshot, type PublishedRow } from '@closeout/domain';
import compression from 'compression';
import { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { logFault } from '../../http/faults.ts';
import type { Services } from '../../server.ts';
import { listPublished, readPublished } from '../publications/read-published.ts';
import { readerLimit } from './reader-limit.ts';

const LIST = '/public/';
/** A cache shows a page for half a minute at most before it asks again: what is taken down is gone from every cache within one. */
const CACHED = 'public, max-age=30, must-revalidate';
/** No script at all, one style; forms go nowhere else. */
const CSP = `default-src 'none'; style-src '${LOOK_HASH}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const linksOf = (slug: string): Links => ({
  list: LIST,
  publication: `${LIST}${slug}`,
  item: (number) => `${LIST}${slug}/${number}`,
  circular: null,
});

const dayOf = (instant: string): string => shanghaiDay(new Date(instant));

function sendPage(response: Response, page: string): void {
  const etag = createHash('sha256').update(page, 'utf8').digest('base64url');
  response.status(200).set({ 'Cache-Control': CACHED, ETag: `"${etag}"` });
  response.type('html').send(page);
}

const refusePage = (response: Response, status: number, heading: string, words: string): void => {
  response
    .status(status)
    .type('html')
    .send(plainPage(heading, words, LIST));
};

const absent = (response: Response): void =>
  refusePage(response, 404, '没有这个页面', '地址可能有误，或者内容没有公开。');

/** Answers for what is not up; else hands on what is. */
function demandUp(response: Response, row: PublishedRow | null): PublicSnapshot | null {
  if (row !== null && isOnPage(row)) return row.content;
  if (row?.pageOn === true && row.takenDownAt !== null)
    refusePage(response, 410, '本页内容已撤下', `公开单位已于${prose(dayOf(row.takenDownAt))}撤下本页内容。`);
  else absent(response);
  return null;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const NUMBER = /^[1-9]\d{0,4}$/;

const slugOf = (request: Request): string | null => {
  const slug = String(request.params['slug']);
  return slug.length <= 100 && SLUG.test(slug) ? slug : null;
};

const headers: RequestHandler = (_request, response, next) => {
  response.set({ 'Content-Security-Policy': CSP, 'Content-Language': 'zh-CN' });
  next();
};

const onlyReading: RequestHandler = (_request, response) => {
  response.set('Allow', 'GET, HEAD');
  refusePage(response, 405, '不能这样打开', '这个地址只能查看。');
};

const broken: ErrorRequestHandler = (error: { status?: unknown }, request, response, next) => {
  if (response.headersSent) return next(error);
  // An address that cannot be read leads nowhere.
  if (typeof error.status === 'number' && error.status < 500) return absent(response);
  const id = logFault(error, request);
  refusePage(response, 500, '暂时无法打开', `请稍后再试；仍打不开时，请联系公开单位并告知编号 ${id}。`);
};

/** GET /public/…: pages for everybody, rendered from the published snapshots alone, complete without JavaScript. */
export function publicRouter({ database: { db }, settings }: Services): Router {
  const router = Router();
  router.use('/public', headers, readerLimit(settings.rates.reader, refusePage), compression());
  router.get('/public', async (_request, response) => {
    const listed = await listPublished(db);
    const entries = listed.map(({ slug, bodyName, title, publishedAt }) => ({
      href: linksOf(slug).publication,
      bodyName,
      title,
      publishedOn: dayOf(publishedAt),
    }));
    sendPage(response, listPage(entries));
  });
  router.get('/public/:slug', async (request, response) => {
    const slug = slugOf(request);
    const row = slug === null ? null : await readPublished(db, slug);
    const snapshot = demandUp(response, row);
    if (row === null || snapshot === null) return;
    sendPage(response, publicationPage({ snapshot, publishedOn: dayOf(row.publishedAt) }, linksOf(row.slug)));
  });
  router.get('/public/:slug/:item', async (request, response) => {
    const [slug, item] = [slugOf(request), String(request.params['item'])];
    const row = slug === null || !NUMBER.test(item) ? null : await readPublished(db, slug);
    const snapshot = demandUp(response, row);
    if (row === null || snapshot === null) return;
    const page = itemPage(snapshot, Number(item), linksOf(row.slug));
    if (page === null) absent(response);
    else sendPage(response, page);
  });
  router.get('/public/*path', (_request, response) => absent(response));
  router.all(['/public', '/public/*path'], onlyReading);
  router.use('/public', broken);
  return router;
}
