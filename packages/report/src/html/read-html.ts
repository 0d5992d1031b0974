import { ReportFileError } from '../errors.ts';
import { EndlessPage, isElement, treeOf, within } from './tree.ts';
import { tableRows } from './table.ts';
import type { Element } from './tree.ts';
import type { FileReading, SetAside } from '../set-aside.ts';

const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(' '), // prettier-ignore
);
/** Parts of the site around the article, by element, role or a whole word of the class. */
const CHROME_TAGS: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'menu', 'title']);
const CHROME_ROLES: ReadonlySet<string> = new Set(['navigation', 'contentinfo', 'search', 'complementary']);
const CHROME_CLASS =
  /(?:^|[\s_-])(?:nav|navbar|menu|footer|foot|breadcrumbs?|crumbs?|share|bdsharebuttonbox|copyright|sidebar|friendlinks?|prevnext)(?:$|[\s_-])/iu;
const INVISIBLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$))/iu;

/** Less than this is no article: then what looked like the site's frame holds it. */
const SHORTEST_ARTICLE = 200;

/** Whether text is the source of a web page: it begins with a tag, or declares one near its beginning. */
export function isHtml(text: string): boolean {
  if (/<(?:html|!doctype\s+html)[\s>]/iu.test(text.slice(0, 2_000))) return true;
  return /^\s*(?:<!--[^]{0,2000}?-->\s*)?<(?:head|body|nav|header|footer|main|form|div|article|section|table|p|span|meta|script|style|ul|ol|h[1-6]|center|font|base|link|a|strong|b|br)(?:\s[^<>]*)?\/?>/iu.test(
    text.slice(0, 4_000),
  );
}

/**
 * The text of a web page as a reader sees it: one line per block, rows of tables with tabs between the cells. Menus, footers and
 * hidden text are set aside; scripts and styles have no text.
 */
export function htmlReading(html: string, fileName: string): FileReading {
  let root: Element;
  try {
    root = treeOf(html);
  } catch (error) {
    if (!(error instanceof EndlessPage)) throw error;
    throw new ReportFileError(
      'DAMAGED',
      `文件“${fileName}”的网页结构异常（层次或元素过多），无法读出。请在浏览器中复制正文，粘贴后再导入。`,
    );
  }
  const page = readPage(root, true);
  if (length(page.text) >= SHORTEST_ARTICLE || !page.setAside.some(({ kind }) => kind === 'SITE_CHROME')) return page;
  const whole = readPage(root, false);
  return length(whole.text) >= 2 * length(page.text) ? whole : page;
}

const length = (text: string): number => text.replace(/\s/gu, '').length;

function readPage(root: Element, withoutChrome: boolean): FileReading {
  const setAside: SetAside[] = [];
  const left = (node: Element): SetAside['kind'] | null => {
    const { class: look = '', style = '', role = '', hidden } = node.attributes;
    if (hidden !== undefined || INVISIBLE.test(style)) return 'HIDDEN';
    if (node.tag === 'title') return 'SITE_CHROME';
    const chrome = CHROME_TAGS.has(node.tag) || CHROME_ROLES.has(role) || CHROME_CLASS.test(look);
    return withoutChrome && chrome && within(node, 'p').length < 20 ? 'SITE_CHROME' : null;
  };
  const lines = (node: Element): string[] => {
    const found: string[] = [];
    let line = '';
    const flush = (): void => {
      const text = tidy(line);
      if (text !== '') found.push(text);
      line = '';
    };
    const walk = (element: Element): void => {
      for (const child of element.children) {
        if (!isElement(child))
          line += element.tag === 'pre' ? child.replace(/\n/gu, '\u2028') : child.replace(/[ \t\r\n\f]+/gu, ' '); // prettier-ignore
        else if (child.tag === 'br') flush();
        else {
          const kind = left(child);
          if (kind) {
            const text = lines({ ...child, attributes: {}, tag: 'div' }).join(' ');
            if (text !== '') setAside.push({ kind, text });
            continue;
          }
          const block = BLOCKS.has(child.tag);
          if (block) flush();
          const rows = child.tag === 'table' ? tableRows(child, lines) : null;
          if (rows) found.push(...rows);
          else {
            if (child.tag === 'li') line += numberOf(child, element);
            walk(child);
          }
          if (block) flush();
        }
      }
    };
    walk(node);
    flush();
    return found.flatMap((one) => one.split('\u2028')).filter((one) => one.trim() !== '');
  };
  const text = lines(root).join('\n');
  return { text, setAside };
}

/** No-break and other wide spaces stay one space; spaces at the ends go. */
const tidy = (line: string): string => line.replace(/[\u00a0\u2002-\u200a ]+/gu, ' ').replace(/\u200b|\ufeff/gu, '').trim(); // prettier-ignore

/** The number that a browser shows before an item of an ordered list. */
function numberOf(item: Element, list: Element): string {
  if (list.tag !== 'ol' || /list-style(?:-type)?\s*:\s*none/iu.test(list.attributes['style'] ?? '')) return '';
  const items = list.children.filter((child) => isElement(child) && child.tag === 'li');
  const start = Number(list.attributes['start'] ?? '1') || 1;
  return `${Number(item.attributes['value']) || start + items.indexOf(item)}.`;
}
