import { SITE_BUTTONS, SITE_ENDS, SITE_PLACES } from './lexicon.ts';
import { anyOf } from './text.ts';
import type { Row } from './rows.ts';

const PLACE = new RegExp(`^(?:${anyOf(SITE_PLACES)})(?:是|为)?\\s*[:>]`, 'u');
/** 首页>政务公开>通知公告 */
const PATH = /^[^\s>»›。,;]{1,16}(?:\s*[>»›]{1,2}\s*[^\s>»›。,;]{1,24}){1,8}\s*[>»›]?$/u;
const FONT = /^[【[(]?\s*(?:视力保护色|字[体号])\s*[:]?.{0,12}大.{0,8}中.{0,8}小/u;
const DATED =
  /^\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s+.{0,6}(?:来源|浏览|作者|点击|阅读|发布|字体|字号)/u;
const END = new RegExp(`^[【[(]?\\s*(?:${anyOf(SITE_ENDS)})`, 'u');
const FILED = /ICP备\s*\d|公网安备|网站标识码|©|(?:浏览器|分辨率)(?:浏览|访问|以上)/u;
const BUTTON = new RegExp(`(?:${anyOf(SITE_BUTTONS)})(?![\\p{Script=Han}A-Za-z])`, 'gu');
const LONGEST = 160;

/** What a line of the web page around a report is; null where it belongs to the report. */
export type ChromeKind = 'PLACE' | 'BUTTONS' | 'END';

export function chromeOf(text: string): ChromeKind | null {
  if (text.length > LONGEST) return null;
  if (PLACE.test(text) || PATH.test(text)) return 'PLACE';
  if (END.test(text) || FILED.test(text)) return 'END';
  if (FONT.test(text) || DATED.test(text)) return 'BUTTONS';
  const left = text.replace(BUTTON, '').replace(/[\s|·,、:;>»›【】[\]()<+-]/gu, '');
  return left === '' && /[\p{Script=Han}A-Za-z]/u.test(text) ? 'BUTTONS' : null;
}

/**
 * The rows that belong to the web page around the report: its buttons and places wherever they stand, everything above the last
 * place (menus), and behind the last finding everything from the links to neighbours on.
 */
export function chromeRows(view: string, rows: readonly Row[], first: number, last: number): ReadonlySet<Row> {
  const found = new Set<Row>();
  const kinds = rows.map((row) => (row.label ? null : chromeOf(view.slice(row.line.start, row.line.end))));
  const place = kinds.findLastIndex((kind, i) => kind === 'PLACE' && i < first);
  const end = kinds.findIndex((kind, i) => kind === 'END' && i > last);
  for (const [i, row] of rows.entries()) {
    const around = i <= place || (end >= 0 && i >= end);
    // One word alone, such as 打印 or 中, may be a word of the report: within the findings only lines that are surely the site's.
    if (around || (kinds[i] !== null && (i < first || i > last || kinds[i] !== 'BUTTONS'))) found.add(row);
  }
  return found;
}
