import { html, type SafeHtml } from '@remix-run/html-template';
import { framed } from './frame.ts';
import { LIST_WORDS } from './publication-page.ts';
import { prose } from './words.ts';

/** A published text as the list names it. */
export interface Listed {
  href: string;
  bodyName: string;
  title: string;
  publishedOn: string;
}

const entry = ({ href, bodyName, title, publishedOn }: Listed): SafeHtml =>
  html`<li>
    <a href="${href}">${title}</a><br />
    <span class="note">${bodyName} · ${prose(publishedOn)}公开</span>
  </li>`;

/** Every body that publishes on the built-in pages, the newest first. */
export const listPage = (listed: readonly Listed[]): string =>
  framed({
    title: `${LIST_WORDS} · 巡察整改公开`,
    main: html`<h1>巡察整改公开</h1>
      ${
        listed.length === 0
          ? html`<p>目前没有公开的内容。</p>`
          : html`<ul class="list">
              ${listed.map(entry)}
            </ul>`
      }`,
  });

/** One sentence in the frame of the pages: what happened or cannot be shown, and where to go. */
export const plainPage = (heading: string, words: string, href: string, way = '查看已公开的单位'): string =>
  framed({
    title: heading,
    main: html`<h1>${heading}</h1>
      <p>${words}</p>
      <p><a href="${href}">${way}</a></p>`,
  });
