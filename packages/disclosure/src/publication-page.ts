import type { PublicFigure, PublicItem, PublicSnapshot } from '@closeout/domain';
import { html, type SafeHtml } from '@remix-run/html-template';
import { framed, type Links } from './frame.ts';
import { contactSection, passage } from './parts.ts';
import { beginning, printed, prose } from './words.ts';

/** A published text with what stands beside it. */
export interface Disclosed {
  snapshot: PublicSnapshot;
  /** The instant of publication as a day in Shanghai. */
  publishedOn: string;
}

export const LIST_WORDS = '公开单位';

function factsOf({ snapshot, publishedOn }: Disclosed): SafeHtml {
  const { body, kind, round, feedbackOn, asOf } = snapshot;
  const feedback =
    feedbackOn === null
      ? null
      : html`<dt>反馈日期</dt>
          <dd>${prose(feedbackOn)}</dd>`;
  return html`<dl class="facts">
    <dt>公开单位</dt>
    <dd>${body}</dd>
    <dt>${kind}轮次</dt>
    <dd>${round}</dd>
    ${feedback}
    <dt>数据截至</dt>
    <dd>${prose(asOf)}</dd>
    <dt>公开日期</dt>
    <dd>${prose(publishedOn)}</dd>
  </dl>`;
}

const figureRow = (figure: PublicFigure): SafeHtml =>
  html`<tr>
    <th scope="row">${figure.name}</th>
    <td class="value">${printed(figure)}</td>
    <td class="note">${figure.definition}</td>
  </tr>`;

const figuresSection = ({ figures, asOf }: PublicSnapshot): SafeHtml =>
  html`<section aria-labelledby="figures">
    <h2 id="figures">整改统计</h2>
    <table class="figures">
      <caption>
        截至${prose(asOf)}
      </caption>
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col" class="value">数值</th>
          <th scope="col">口径</th>
        </tr>
      </thead>
      <tbody>
        ${figures.map(figureRow)}
      </tbody>
    </table>
  </section>`;

const itemRow = ({ number, question, state }: PublicItem, links: Links): SafeHtml =>
  html`<tr>
    <th scope="row" class="short">${number}</th>
    <td><a href="${links.item(number)}">${beginning(question)}</a></td>
    <td class="short">${state ?? '—'}</td>
  </tr>`;

function itemsSection({ items }: PublicSnapshot, links: Links): SafeHtml | null {
  if (items.length === 0) return null;
  return html`<section aria-labelledby="items">
    <h2 id="items">问题清单</h2>
    <table>
      <caption>
        共公开${items.length}项，逐项可查看整改情况
      </caption>
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col">反馈问题</th>
          <th scope="col">整改结果</th>
        </tr>
      </thead>
      <tbody>
        ${items.map((item) => itemRow(item, links))}
      </tbody>
    </table>
  </section>`;
}

const jump = ({ items }: PublicSnapshot, { circular }: Links): SafeHtml =>
  html`<nav class="jump" aria-label="本页内容">
    <a href="#figures">整改统计</a>
    ${items.length === 0 ? null : html`<a href="#items">问题清单</a>`}
    <a href="#text">通报全文</a>
    <a href="#contact">联系方式</a>
    ${circular === null ? null : html`<a href="${circular}">下载公文（docx）</a>`}
  </nav>`;

/** What one body publishes: figures, items, the whole text, contact. */
export function publicationPage(disclosed: Disclosed, links: Links): string {
  const { snapshot } = disclosed;
  return framed({
    title: snapshot.title,
    trail: links.list === null ? [] : [{ href: links.list, words: LIST_WORDS }],
    main: html`<h1>${snapshot.title}</h1>
      ${factsOf(disclosed)} ${jump(snapshot, links)} ${figuresSection(snapshot)} ${itemsSection(snapshot, links)}
      <section class="text" aria-labelledby="text">
        <h2 id="text">通报全文</h2>
        ${snapshot.passages.map(passage)}
      </section>
      ${contactSection(snapshot.contact)}`,
  });
}
