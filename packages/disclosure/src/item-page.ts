import type { PublicItem, PublicSnapshot } from '@closeout/domain';
import { html, type SafeHtml } from '@remix-run/html-template';
import { talkSection, type Talk } from './comments.ts';
import { framed, type Links } from './frame.ts';
import { contactSection, paragraphs } from './parts.ts';
import { LIST_WORDS } from './publication-page.ts';

/** The items before and after this one. */
function steps(items: readonly PublicItem[], at: number, links: Links): SafeHtml {
  const [before, after] = [items[at - 1], items[at + 1]];
  return html`<nav class="steps" aria-label="其他问题">
    ${before === undefined ? null : html`<a href="${links.item(before.number)}" rel="prev">‹ 第${before.number}项</a>`}
    <a href="${links.publication}#items">全部问题</a>
    ${after === undefined ? null : html`<a href="${links.item(after.number)}" rel="next">第${after.number}项 ›</a>`}
  </nav>`;
}

const section = (id: string, heading: string, content: SafeHtml | SafeHtml[]): SafeHtml =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    ${content}
  </section>`;

/** One item: its question, what was done, its result. Null where no such item is public. */
export function itemPage(snapshot: PublicSnapshot, number: number, links: Links, talk?: Talk): string | null {
  const { items, title, contact } = snapshot;
  const at = items.findIndex((one) => one.number === number);
  const item = items[at];
  if (item === undefined) return null;
  const { question, done, state } = item;
  return framed({
    title: `${talk?.form?.error === undefined ? '' : '未提交：'}第${number}项问题整改情况 · ${title}`,
    trail: [
      ...(links.list === null ? [] : [{ href: links.list, words: LIST_WORDS }]),
      { href: links.publication, words: title },
    ],
    main: html`<h1>第${number}项问题整改情况</h1>
      <div class="text">
        ${section('question', '反馈问题', paragraphs(question))}
        ${done === null ? null : section('done', '整改情况', paragraphs(done))}
        ${state === null ? null : section('state', '整改结果', html`<p class="result"><span class="state">${state}</span></p>`)}
      </div>
      ${steps(items, at, links)} ${talkSection(talk, contact)} ${contactSection(contact)}`,
  });
}
