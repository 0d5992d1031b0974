import { DOCUMENT_VERBS, DRAFT_MARKS, OTHER_ISSUERS } from './lexicon.ts';
import { anyOf, plain } from './text.ts';
import type { DocumentStatus, Span } from './types.ts';

export interface DocumentHit {
  title: Span;
  number: string | null;
  status: DocumentStatus;
  /** Where a date of it may stand: from the start of its sentence to shortly behind the title. */
  from: number;
  to: number;
}

const STATUS_OF = new Map(DOCUMENT_VERBS.flatMap(({ status, verbs }) => verbs.map((verb) => [verb, status] as const)));
const VERBS = new RegExp(anyOf([...STATUS_OF.keys()]), 'gu');
const DRAFT = new RegExp(anyOf(DRAFT_MARKS), 'u');
const OTHER = new RegExp(`^(?:[一二三四五六七八九十]+是)?(?:${anyOf(OTHER_ISSUERS)})[^,]*$`, 'u');
const NUMBER = /^\s*[(]\s*([^()]{0,16}[〔[(【]\s*\d{4}\s*[〕\])】]\s*(?:第\s*)?\d+\s*号)\s*[)]/u;
const CHAIN = /^(?:\s|[、,和及与]|以及|\([^()]*\)|的?通知|等)*$/u;

/** Outermost 《…》 of a stretch; an unclosed one ends the search. */
export function titlesIn(view: string, start: number, end: number): Span[] {
  const titles: Span[] = [];
  let depth = 0;
  let open = -1;
  for (let i = start; i < end; i += 1) {
    if (view[i] === '《') {
      if (depth === 0) open = i;
      depth += 1;
    } else if (view[i] === '》' && depth > 0) {
      depth -= 1;
      if (depth === 0) titles.push([open + 1, i]);
    } else if (view[i] === '\n' && depth > 0) {
      depth = 0;
    }
  }
  return titles;
}

/**
 * Documents named in the measures. A title counts as issued only by an issuing verb right before it in its clause (or
 * 《…》已印发), not by its marks; titles joined by 、 or 和 share the verb; a draft stays a draft.
 */
export function documentsIn(view: string, start: number, end: number): DocumentHit[] {
  const hits: DocumentHit[] = [];
  let previous: { end: number; status: DocumentStatus } | null = null;
  for (const title of titlesIn(view, start, end)) {
    const open = title[0] - 1;
    const close = title[1] + 1;
    const chained: boolean =
      previous !== null && CHAIN.test(view.slice(previous.end, open)) && view.slice(previous.end, open) !== ',';
    const own: DocumentStatus = chained
      ? (previous as { status: DocumentStatus }).status
      : statusAt(view, start, open, close, end);
    const status = own === 'ISSUED' && DRAFT.test(view.slice(...title)) ? 'DRAFT' : own;
    const number = NUMBER.exec(view.slice(close, Math.min(end, close + 40)))?.[1] ?? null;
    hits.push({ title, number, status, from: sentenceStart(view, start, open), to: Math.min(end, close + 24) });
    previous = { end: close, status: own };
  }
  return hits;
}

function sentenceStart(view: string, start: number, at: number): number {
  let i = at;
  while (i > start && !/[。;\n]/u.test(view[i - 1] as string)) i -= 1;
  return i;
}

function statusAt(view: string, start: number, open: number, close: number, end: number): DocumentStatus {
  const sentence = view.slice(sentenceStart(view, start, open), open);
  const clause = sentence.slice(Math.max(...[',', ':'].map((c) => sentence.lastIndexOf(c) + 1)));
  const last = [...clause.matchAll(VERBS)].at(-1);
  const behind = view.slice(close, Math.min(end, close + 12));
  if (last) {
    const status = STATUS_OF.get(last[0]) as DocumentStatus;
    const between = clause.slice(last.index + last[0].length);
    if (status === 'DRAFT') return status;
    if (status === 'REFERENCED' || between.endsWith('的') || /(?:未|没有|新)$/u.test(clause.slice(0, last.index)))
      return 'REFERENCED';
    if (/(?:拟|计划|将|准备)$/u.test(clause.slice(0, last.index)) || /征求/u.test(between)) return 'DRAFT';
    return OTHER.test(plain(clause.slice(0, last.index)).replace(/(?:19|20)\d{2}年.*$/u, ''))
      ? 'ISSUED_BY_OTHER'
      : 'ISSUED';
  }
  if (/^(?:等?(?:文件|制度|办法)?)?(?:已|正式|已正式|现已|由[^,。]{0,6})?(?:印发|出台|发布|下发|颁布)/u.test(behind))
    return 'ISSUED';
  return 'REFERENCED';
}
