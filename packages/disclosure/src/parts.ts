import type { PublicContact, PublicPassage } from '@closeout/domain';
import { html, type SafeHtml } from '@remix-run/html-template';

export const paragraphs = (text: string): SafeHtml[] => text.split(/\r?\n/).map((line) => html`<p>${line}</p>`);

/** A heading of the text that is a sentence of its own, not one that a whole paragraph follows. */
const isHeading = ({ text }: PublicPassage): boolean => [...text].length <= 60;

/** A paragraph of the public text: headings are headings, under those of the page. */
export function passage(one: PublicPassage): SafeHtml | null {
  const { style, text } = one;
  if (style === 'title') return null;
  if (style === 'signature' || style === 'date') return html`<p class="right">${text}</p>`;
  if (style === 'body' || !isHeading(one)) return html`${paragraphs(text)}`;
  if (style === 'heading1') return html`<h3>${text}</h3>`;
  return style === 'heading2' ? html`<h4>${text}</h4>` : html`<h5>${text}</h5>`;
}

const digitsOf = (phone: string): string => phone.replace(/[^\d+]/g, '');

/** Whom the public tells what it thinks, and where clues belong. */
export function contactSection({ phone, address, hotline }: PublicContact): SafeHtml {
  const [byPhone, byPost] = [
    phone === null
      ? null
      : html`<dt>联系电话</dt>
          <dd><a href="tel:${digitsOf(phone)}">${phone}</a></dd>`,
    address === null
      ? null
      : html`<dt>通信地址</dt>
          <dd>${address}</dd>`,
  ];
  return html`<section aria-labelledby="contact">
    <h2 id="contact">联系方式</h2>
    <p>对整改情况有意见建议的，请联系：</p>
    <dl class="facts">
      ${byPhone} ${byPost}
      <dt>举报电话</dt>
      <dd><a href="tel:${hotline}">${hotline}</a>（反映党员干部和监察对象违纪违法问题）</dd>
    </dl>
  </section>`;
}
