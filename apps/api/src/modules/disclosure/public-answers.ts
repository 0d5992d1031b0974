import { createHash } from 'node:crypto';
import { LOOK_HASH, plainPage, prose, type Links } from '@closeout/disclosure';
import { isOnPage, shanghaiDay, type PublicSnapshot, type PublishedRow } from '@closeout/domain';
import type { Request, RequestHandler, Response } from 'express';

const LIST = '/public/';
/** A cache shows a page for half a minute at most before it asks again: what is taken down is gone from every cache within one. */
const CACHED = 'public, max-age=30, must-revalidate';
/** No script at all, one style; forms go nowhere else. */
const CSP = `default-src 'none'; style-src '${LOOK_HASH}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export const linksOf = (slug: string): Links => ({
  list: LIST,
  publication: `${LIST}${slug}`,
  item: (number) => `${LIST}${slug}/${number}`,
  circular: null,
});

export const dayOf = (instant: string): string => shanghaiDay(new Date(instant));

export const publicHeaders: RequestHandler = (_request, response, next) => {
  response.set({ 'Content-Security-Policy': CSP, 'Content-Language': 'zh-CN' });
  next();
};

export function sendPage(response: Response, page: string): void {
  const etag = createHash('sha256').update(page, 'utf8').digest('base64url');
  response.status(200).set({ 'Cache-Control': CACHED, ETag: `"${etag}"` });
  response.type('html').send(page);
}

export const refusePage = (response: Response, status: number, heading: string, words: string): void => {
  response
    .status(status)
    .type('html')
    .send(plainPage(heading, words, LIST));
};

export const absent = (response: Response): void =>
  refusePage(response, 404, '没有这个页面', '地址可能有误，或者内容没有公开。');

/** What is up; else answers why it is not. */
export function demandUp(response: Response, row: PublishedRow | null): PublicSnapshot | null {
  if (row !== null && isOnPage(row)) return row.content;
  if (row?.pageOn === true && row.takenDownAt !== null)
    refusePage(response, 410, '本页内容已撤下', `公开单位已于${prose(dayOf(row.takenDownAt))}撤下本页内容。`);
  else absent(response);
  return null;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const NUMBER = /^[1-9]\d{0,4}$/;

export const slugOf = ({ params }: Request): string | null => {
  const slug = String(params['slug']);
  return slug.length <= 100 && SLUG.test(slug) ? slug : null;
};

export const numberOf = ({ params }: Request): number | null => {
  const item = String(params['item']);
  return NUMBER.test(item) ? Number(item) : null;
};
