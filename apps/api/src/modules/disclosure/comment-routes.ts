import { itemPage, plainPage } from '@closeout/disclosure';
import type { PublicSnapshot, PublishedRow } from '@closeout/domain';
import express, { type Request, type Response, type Router } from 'express';
import type { Services } from '../../server.ts';
import { readPublished } from '../publications/read-published.ts';
import { commentDesk, type CommentDesk, type Refusal } from './comment-desk.ts';
import { absent, demandUp, linksOf, numberOf, refusePage, slugOf } from './public-answers.ts';
import { readComments } from './public-comments.ts';

interface At {
  row: PublishedRow;
  snapshot: PublicSnapshot;
  item: number;
}

/** POST /public/{slug}/{item} leaves a comment by a plain form. */
export function commentRoutes(router: Router, services: Services): CommentDesk {
  const { db } = services.database;
  const desk = commentDesk(services);

  /** The item again, with what was typed and why it was not taken. */
  async function giveBack(request: Request, response: Response, at: At, refusal: Refusal): Promise<void> {
    const { row, snapshot, item } = at;
    const form = desk.formAgain(request, row.slug, item, refusal);
    const comments = await readComments(db, row.slug, item);
    const page = itemPage(snapshot, item, linksOf(row.slug), { comments, form });
    if (page === null) absent(response);
    else response.status(refusal.status).type('html').send(page);
  }

  const body = express.urlencoded({ extended: false, limit: '16kb', parameterLimit: 10 });
  router.post('/public/:slug/:item', body, async (request, response) => {
    const [slug, item] = [slugOf(request), numberOf(request)];
    const row = slug === null || item === null ? null : await readPublished(db, slug);
    const snapshot = demandUp(response, row);
    if (row === null || snapshot === null || item === null) return;
    const result = row.commentsOn ? await desk.take(request, row.slug, item) : 'CLOSED';
    if (result === null) response.redirect(303, `${linksOf(row.slug).item(item)}/received`);
    else if (result === 'CLOSED')
      refusePage(response, 403, '本页不接受留言', '留言没有提交；请按页面上的联系方式反映。');
    else await giveBack(request, response, { row, snapshot, item }, result);
  });
  router.get('/public/:slug/:item/received', (request, response) => {
    const [slug, item] = [slugOf(request), numberOf(request)];
    if (slug === null || item === null) return absent(response);
    const words = '审核后在本页公开展示；答复也公布在那里。';
    response.type('html').send(plainPage('留言已收到', words, linksOf(slug).item(item), '返回该项问题'));
  });
  return desk;
}
