import { WRAPPER_OPENERS } from './lexicon.ts';
import { anyOf, depths, trimRange } from './text.ts';
import type { Span } from './types.ts';

/** 关于“…”的问题[的整改情况]: what stands inside, and where the wrapper ends. */
export interface Wrapper {
  inner: Span;
  end: number;
  /** The words inside end in 等: a heading for several findings, not one itself. */
  group: boolean;
}

const SAID = '(?:(?:[省市区县州]委)?(?:巡察|巡视|审计)?组?(?:反馈|指出|发现)(?:的|指出的|提出的)?(?=“))?';
const OPEN = new RegExp(`(?:${anyOf(WRAPPER_OPENERS)})\\s*${SAID}\\s*`, 'uy');
/** Without an opener, “…”问题 is a wrapper only when nothing but the tail follows. */
const NOTHING_BEHIND = /^\s*(?:[。:;(【]|\n|$)/u;
const TAIL = '(?:方面)?(?:存在)?(?:的|这一|这个|此)?问题(?:的)?(?:整改)?(?:落实|进展|完成|推进)*(?:情况)?(?:方面)?';
const AFTER_QUOTE = new RegExp(`(等)?${TAIL}`, 'uy');
const UNQUOTED = new RegExp(
  `(等)?(?:的|这一|这个|此|等)?问题(?:的)?(?:整改)?(?:落实|进展|完成|推进)*(?:情况)?(?=\\s*(?:[。:;(【]|\\n|$))`,
  'gu',
);

/** The wrapper at the start of a stretch, if there is one. Nested quotes “…“…”” are matched by depth. */
export function wrapperAt(view: string, start: number, end: number): Wrapper | null {
  OPEN.lastIndex = start;
  const open = OPEN.exec(view);
  if (!open && view[start] === '“') {
    const bare = quotedWrapper(view, start, end);
    return bare && NOTHING_BEHIND.test(view.slice(bare.end, end)) ? bare : null;
  }
  if (!open || OPEN.lastIndex >= end) return null;
  const at = OPEN.lastIndex;
  return (view[at] === '“' ? quotedWrapper(view, at, end) : null) ?? unquotedWrapper(view, at, end);
}

function quotedWrapper(view: string, at: number, end: number): Wrapper | null {
  let depth = 0;
  const fallback: number[] = [];
  for (let i = at; i < end; i += 1) {
    if (view[i] === '“') depth += 1;
    if (view[i] !== '”') continue;
    depth -= 1;
    AFTER_QUOTE.lastIndex = i + 1;
    const tail = AFTER_QUOTE.exec(view);
    if (!tail || AFTER_QUOTE.lastIndex > end) {
      if (depth <= 0) break;
      continue;
    }
    if (depth <= 0) return closeQuoted(view, at, i, AFTER_QUOTE.lastIndex, Boolean(tail[1]));
    fallback.push(i);
  }
  const last = fallback.at(-1);
  if (last === undefined) return null;
  AFTER_QUOTE.lastIndex = last + 1;
  const tail = AFTER_QUOTE.exec(view);
  return closeQuoted(view, at, last, AFTER_QUOTE.lastIndex, Boolean(tail?.[1]));
}

function closeQuoted(view: string, at: number, close: number, end: number, group: boolean): Wrapper {
  return { inner: [at + 1, close], end, group: group || view[close - 1] === '等' };
}

function unquotedWrapper(view: string, at: number, end: number): Wrapper | null {
  const depth = depths(view, at, end);
  const stretch = view.slice(0, end);
  UNQUOTED.lastIndex = at;
  for (let hit = UNQUOTED.exec(stretch); hit; hit = UNQUOTED.exec(stretch)) {
    if ((depth[hit.index - at] ?? 0) > 0) continue;
    if (view.slice(at, hit.index).includes('\n')) return null;
    const inner = trimRange(view, at, hit.index);
    if (inner.end === inner.start) return null;
    return { inner: [inner.start, inner.end], end: hit.index + hit[0].length, group: hit[0].startsWith('等') };
  }
  return null;
}
