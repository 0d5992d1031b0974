import { DEFAULT_STATUS_TEXT } from './lexicon.ts';
import { describe } from './parse.ts';
import { firstEnumerator, renumber } from './enumerate.ts';
import type { FindingLayout, FindingStatus, LayoutProfile, ParsedFinding, Span } from './types.ts';

/** Replace [start, end) of the source by a text. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}
/** What the edits of one finding need to know about its report. */
export interface Style {
  text: string;
  profile: LayoutProfile;
  /** Words that this report prints for each status. */
  words: Map<FindingStatus, string>;
}

/** The edits that turn the printed finding into the given one; none where nothing changed. */
export function editsOf(finding: ParsedFinding, layout: FindingLayout, style: Style): Edit[] {
  return [
    ...descriptionEdits(finding, layout, style),
    ...actionEdits(finding, layout, style),
    ...resultEdits(finding, layout, style),
  ];
}

/** Applies edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[], from = 0, to = text.length): string {
  let result = '';
  let at = from;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at || edit.end > to) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at, to);
}

const lines = (words: string, { profile }: Style): string => words.replace(/\r?\n/gu, profile.newline);

function descriptionEdits(finding: ParsedFinding, layout: FindingLayout, style: Style): Edit[] {
  const { text } = style;
  const before = describe(text, layout.description);
  if (finding.description === before) return [];
  const pieces = layout.description.map((span) => text.slice(...span));
  const wanted = cutLike(finding.description, pieces);
  return layout.description.flatMap(([start, end], i): Edit[] => {
    const words = wanted[i] ?? '';
    return words === pieces[i] ? [] : [{ start, end, text: lines(words, style) }];
  });
}

/** Cuts an edited description where the wrapper stood: at the piece that did not change, or at the same full stop. */
function cutLike(edited: string, pieces: readonly string[]): string[] {
  const [first = '', ...others] = pieces;
  if (others.length === 0) return [edited];
  const rest = others.join('。');
  if (edited.startsWith(`${first}。`)) return [first, ...cutLike(edited.slice(first.length + 1), others)];
  if (edited.endsWith(`。${rest}`)) return [edited.slice(0, -rest.length - 1), ...others];
  const stops = first.split('。').length;
  const words = edited.split('。');
  return [words.slice(0, stops).join('。'), ...cutLike(words.slice(stops).join('。'), others)];
}

const bare = (words: string): string => words.replace(/[\s。;；,，]+$/u, '');

interface Item {
  text: string;
  base: FindingLayout['actions'][number] | null;
}

function actionEdits(finding: ParsedFinding, layout: FindingLayout, style: Style): Edit[] {
  const { text } = style;
  const base = layout.actions;
  const used = new Set<number>();
  const items = finding.actions.map((action): Item => {
    const at = base.findIndex(
      (b, i) => !used.has(i) && action.span && b.text[0] === action.span[0] && b.text[1] === action.span[1],
    );
    if (at >= 0) used.add(at);
    const printed = at >= 0 ? text.slice(...(base[at] as Item['base'] & object).text) : null;
    return {
      text: printed === action.text ? action.text : bare(action.text),
      base: at >= 0 ? (base[at] ?? null) : null,
    };
  });
  const same = items.length === base.length && items.every((item, i) => item.base === base[i]);
  if (same) {
    return items.flatMap(({ text: words }, i): Edit[] => {
      const [start, end] = (base[i] as FindingLayout['actions'][number]).text;
      return words === text.slice(start, end) ? [] : [{ start, end, text: lines(words, style) }];
    });
  }
  return base.length === 0 ? [insertActions(items, layout, style)] : [rebuild(items, base, style)];
}

/** Prints the whole list again: enumerators count from the first, separators stay those of the list. */
function rebuild(items: readonly Item[], base: FindingLayout['actions'], style: Style): Edit {
  const { text, profile } = style;
  const first = base[0] as FindingLayout['actions'][number];
  const last = base.at(-1) as FindingLayout['actions'][number];
  const start = first.enumerator[0];
  if (items.length === 0) return { start, end: skipStop(text, last.text[1]), text: '' };
  const printed = text.slice(...first.enumerator);
  const enumerator = printed || (items.length > 1 && base.length === 1 ? firstEnumerator(profile.enumerator) : '');
  const between = (i: number): string => {
    const own = base.indexOf((items[i] as Item).base as FindingLayout['actions'][number]);
    const next = base[own + 1];
    if (own >= 0 && next)
      return text.slice((base[own] as FindingLayout['actions'][number]).text[1], next.enumerator[0]);
    return base[1] ? text.slice(first.text[1], base[1].enumerator[0]) : '。';
  };
  const words = items.map((item, i) => {
    const label = enumerator ? renumber(enumerator, i + 1) : '';
    return label + lines(item.text, style) + (i < items.length - 1 ? between(i) : '');
  });
  return { start, end: last.text[1], text: words.join('') };
}

const skipStop = (text: string, at: number): number => (/[。;；]/u.test(text[at] ?? '') ? at + 1 : at);

function insertActions(items: readonly Item[], layout: FindingLayout, style: Style): Edit {
  const at = lineEnd(style.text, layout.description.at(-1)?.[1] ?? layout.whole[1], layout.whole[1]);
  const enumerator = firstEnumerator(style.profile.enumerator);
  const words = items.map(
    (item, i) => `${items.length > 1 ? renumber(enumerator, i + 1) : ''}${lines(item.text, style)}。`,
  );
  return {
    start: at,
    end: at,
    text: `${style.profile.newline}${labelled(style, 'measures', '整改情况')}${words.join('')}`,
  };
}

const lineEnd = (text: string, at: number, limit: number): number => {
  const stop = text.slice(at, limit).search(/\r?\n/u);
  return stop < 0 ? limit : at + stop;
};

/** A label as this report prints it, with its brackets or colon. */
function labelled({ text, profile }: Style, kind: 'measures' | 'status', otherwise: string): string {
  const word = profile.labels[kind][0] ?? otherwise;
  const printed = new RegExp(`[【\\[]\\s*${word}\\s*[】\\]]\\s*[:：]?|${word}\\s*[:：]`, 'u').exec(text)?.[0];
  return printed ?? `${word}${profile.punctuation === 'FULL' ? '：' : ':'}`;
}

function resultEdits(finding: ParsedFinding, layout: FindingLayout, style: Style): Edit[] {
  const { text } = style;
  const printed = layout.result ? text.slice(...layout.result) : null;
  const wordsChanged = (finding.resultText ?? null) !== printed;
  if (!wordsChanged && finding.status === layout.status) return [];
  const words = wordsChanged ? finding.resultText : statusWords(finding.status, style);
  if (layout.result && words)
    return [{ start: layout.result[0], end: layout.result[1], text: lines(bare(words), style) }];
  if (layout.result) return [removal(text, layout.resultWhole ?? layout.result)];
  return words ? [insertResult(bare(words), layout, style)] : [];
}

/** What this report prints for a status; nothing for an unknown one. */
export function statusWords(status: FindingStatus, style: Style): string | null {
  return status === 'UNKNOWN' ? null : (style.words.get(status) ?? DEFAULT_STATUS_TEXT[status]);
}

/** Removes a result; a line that held nothing else goes with it. */
function removal(text: string, [start, end]: Span): Edit {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const stop = text.indexOf('\n', end);
  const alone =
    text.slice(lineStart, start).trim() === '' && text.slice(end, stop < 0 ? text.length : stop).trim() === '';
  if (!alone) return { start, end, text: '' };
  return lineStart > 0
    ? { start: lineStart - (text[lineStart - 2] === '\r' ? 2 : 1), end, text: '' }
    : { start, end: stop < 0 ? end : stop + 1, text: '' };
}

function insertResult(words: string, layout: FindingLayout, style: Style): Edit {
  const at = layout.whole[1];
  const { statusPosition, punctuation, newline } = style.profile;
  if (statusPosition === 'PARENTHESES')
    return { start: at, end: at, text: punctuation === 'FULL' ? `（${words}）` : `(${words})` };
  if (statusPosition === 'LAST_SENTENCE') return { start: at, end: at, text: `${words}。` };
  return { start: at, end: at, text: `${newline}${labelled(style, 'status', '整改结果')}${words}。` };
}
