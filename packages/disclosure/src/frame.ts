import { html, type SafeHtml } from '@remix-run/html-template';
import { LOOK } from './look.ts';

/** Where a page's links lead: on the built-in pages by path, in the handed-out files from file to file. */
export interface Links {
  /** Every published body; null where there is no such page. */
  list: string | null;
  publication: string;
  item(number: number): string;
  /** The public text as an official document; null where it is not beside the page. */
  circular: string | null;
}

interface Framed {
  title: string;
  /** The way back, outermost first. */
  trail?: readonly { href: string; words: string }[];
  main: SafeHtml;
}

const STYLE = html.raw`<style>${LOOK}</style>`;

/** One whole page: it loads nothing, needs no script, and whatever a value holds stands in it as text. */
export function framed({ title, trail = [], main }: Framed): string {
  const links = trail.map(({ href, words }, at) => html`${at > 0 ? ' › ' : ''}<a href="${href}">${words}</a>`);
  const way = trail.length === 0 ? null : html`<nav class="trail" aria-label="当前位置">${links}</nav>`;
  return String(
    html`<!doctype html>
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          ${STYLE}
        </head>
        <body>
          <a class="skip" href="#main">跳到正文</a>
          <header class="top">
            <p class="brand">巡察整改公开</p>
            ${way}
          </header>
          <main id="main" tabindex="-1">${main}</main>
          <footer>本页只载经批准公开的内容。</footer>
        </body>
      </html> `,
  );
}
