import { itemPage, listPage, publicationPage } from '@closeout/disclosure';
import compression from 'compression';
import { Router, type ErrorRequestHandler, type RequestHandler } from 'express';
import { logFault } from '../../http/faults.ts';
import type { Services } from '../../server.ts';
import { listPublished, readPublished } from '../publications/read-published.ts';
import { commentRoutes } from './comment-routes.ts';
import {
  absent,
  dayOf,
  demandUp,
  linksOf,
  numberOf,
  publicHeaders,
  refusePage,
  sendPage,
  slugOf,
} from './public-answers.ts';
import { readComments } from './public-comments.ts';
import { readerLimit } from './reader-limit.ts';

const onlyReading: RequestHandler = (_request, response) => {
  response.set('Allow', 'GET, HEAD');
  refusePage(response, 405, '不能这样打开', '这个地址只能查看。');
};

const broken: ErrorRequestHandler = (error: { status?: unknown }, request, response, next) => {
  if (response.headersSent) return next(error);
  if (error.status === 413) return refusePage(response, 413, '留言太长', '请返回上一页，缩短后再提交。');
  // An address or a form that cannot be read leads nowhere.
  if (typeof error.status === 'number' && error.status < 500) return absent(response);
  const id = logFault(error, request);
  refusePage(response, 500, '暂时无法打开', `请稍后再试；仍打不开时，请联系公开单位并告知编号 ${id}。`);
};

/** GET /public/…: pages for everybody, rendered from the published snapshots alone, complete without JavaScript. */
export function publicRouter(services: Services): Router {
  const { database, settings } = services;
  const { db } = database;
  const router = Router();
  router.use('/public', publicHeaders, readerLimit(settings.rates.reader, refusePage), compression());
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
  const comments = commentRoutes(router, services);
  router.get('/public/:slug/:item', async (request, response) => {
    const [slug, item] = [slugOf(request), numberOf(request)];
    const row = slug === null || item === null ? null : await readPublished(db, slug);
    const snapshot = demandUp(response, row);
    if (row === null || snapshot === null || item === null) return;
    const form = row.commentsOn ? comments.openForm(row.slug, item) : null;
    const page = itemPage(snapshot, item, linksOf(row.slug), {
      comments: await readComments(db, row.slug, item),
      form,
    });
    if (page === null) absent(response);
    // A form is opened for one reader: it is in no cache.
    else if (form !== null) response.type('html').send(page);
    else sendPage(response, page);
  });
  router.get('/public/*path', (_request, response) => absent(response));
  router.all(['/public', '/public/*path'], onlyReading);
  router.use('/public', broken);
  return router;
}
