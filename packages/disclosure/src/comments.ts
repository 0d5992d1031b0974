import type { PublicContact } from '@closeout/domain';
import { html, type SafeHtml } from '@remix-run/html-template';
import { paragraphs } from './parts.ts';
import { prose } from './words.ts';

/** A comment as it is public: masked, with its answer once that is released. */
export interface PublicComment {
  text: string;
  receivedOn: string;
  answer: string | null;
  answeredOn: string | null;
}

/** An open form; `typed` and `error` when it came back. */
export interface CommentForm {
  action: string;
  ticket: string;
  limit: number;
  typed?: string;
  error?: string;
}

/** What goes on below an item. */
export interface Talk {
  comments: readonly PublicComment[];
  /** Null where no comments are taken. */
  form: CommentForm | null;
}

const SILENT: Talk = { comments: [], form: null };

const answerOf = ({ answer, answeredOn }: PublicComment): SafeHtml | null =>
  answer === null || answeredOn === null
    ? null
    : html`<div class="margin">
        ${paragraphs(answer)}
        <p class="note">${prose(answeredOn)}答复</p>
      </div>`;

const commentOf = (comment: PublicComment): SafeHtml =>
  html`<li>
    ${paragraphs(comment.text)}
    <p class="note">${prose(comment.receivedOn)}留言</p>
    ${answerOf(comment)}
  </li>`;

function formOf({ action, ticket, limit, typed = '', error }: CommentForm, { hotline }: PublicContact): SafeHtml {
  const described = error === undefined ? 'notice' : 'wrong notice';
  const wrong = error === undefined ? null : html`<p id="wrong" class="wrong" role="alert">${error}</p>`;
  const invalid = error === undefined ? null : html` aria-invalid="true"`;
  return html`<form method="post" action="${action}">
    <div id="notice">
      <p>请勿在此反映问题线索：反映党员干部和监察对象违纪违法问题，请拨打<a href="tel:${hotline}">${hotline}</a>。</p>
      <p>
        留言不需要登录，除下面的文字外不留存您的任何信息。审核后公开展示，其中的姓名、电话、住址等会遮盖；请不要填写个人信息和国家秘密。
      </p>
    </div>
    ${wrong}
    <input type="hidden" name="ticket" value="${ticket}" />
    <div class="trap" aria-hidden="true">
      <label for="website">请留空</label><input id="website" name="website" tabindex="-1" autocomplete="off" />
    </div>
    <label for="words">留言内容（最多${limit}字）</label>
    <textarea id="words" name="text" rows="6" maxlength="${limit}" required aria-describedby="${described}" ${invalid}>
${typed}</textarea>
    <button type="submit">提交留言</button>
  </form>`;
}

/** What people said on an item and what was answered, and the form where comments are taken. */
export function talkSection({ comments, form }: Talk = SILENT, contact: PublicContact): SafeHtml | null {
  if (comments.length === 0 && form === null) return null;
  const said = comments.length === 0 ? null : html`<ul class="list">${comments.map(commentOf)}</ul>`; // prettier-ignore
  return html`<section aria-labelledby="comment">
    <h2 id="comment">留言</h2>
    ${said} ${form === null ? null : formOf(form, contact)}
  </section>`;
}
