import { numberOf } from './text.ts';
import type { DatePrecision, YearSource } from './types.ts';

/** A point in time as printed: any part may be missing. */
export interface Point {
  year: number | null;
  month: number;
  day: number | null;
  tenday: string | null;
}
export interface DateHit {
  start: number;
  end: number;
  from: Point;
  to: Point | null;
  /** Digits ran together or impossible: stays null, with its quote. */
  damaged: boolean;
  /** 当年, 次年 …: years to add to the carried one. */
  shift: number | null;
  /** A deadline or an attribute (12月底前, 7月30日的推文): not the time of an event. */
  event: boolean;
}

const Y4 = '((?:19|20)\\d{2}|[〇零○O一二][〇零○O一二三四五六七八九]{3})';
const N = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const ISO = '((?:19|20)\\d{2})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)';
const DAMAGED =
  '(?:19|20)\\d{2}\\s*年?\\s*\\d{2,5}\\s*日(?:\\s*(?:至|到|-|—+)\\s*\\d{1,4}\\s*日?)?|(?:19|20)\\d{4,5}(?=至|到)';
const SHIFT = '(当年|同年|本年|翌年|次年|第二年)';
const RELATIVE = '(?:今年|去年|上年|明年|后年)';
const FULL = `(?:${Y4}\\s*年\\s*|${SHIFT}\\s*|${RELATIVE}\\s*)?${N}\\s*月\\s*(?:${N}\\s*(?:日|(?=(?:-+|—+|至|到|~|～|、|和|及)\\s*\\d{1,2}\\s*日))|(上旬|中旬|下旬)|份)?`;
const FORM = new RegExp(`(?<dam>${DAMAGED})|${ISO}|${FULL}`, 'gu');
const RANGE_TAIL = new RegExp(
  `\\s*(?:起|开始)?\\s*(?:至|到|-+|—+|–|~|～)\\s*(?:${Y4}\\s*年\\s*)?(?:${N}\\s*月)?\\s*(?:${N}\\s*日|(上旬|中旬|下旬))?`,
  'uy',
);
const LIST_TAIL = new RegExp(`\\s*[、,和及与]\\s*${N}\\s*日(?!常)`, 'uy');
const AFTER = /^\s*(?:底|份?底|初|末)?\s*(?:以?前|之前|起|以来|的(?!.{0,16}会))/u;

/** Dates of a stretch in the order in which they stand. */
export function datesIn(view: string, start: number, end: number): DateHit[] {
  const hits: DateHit[] = [];
  const stretch = view.slice(0, end);
  FORM.lastIndex = start;
  for (let m = FORM.exec(stretch); m; m = FORM.exec(stretch)) {
    if (m.groups?.dam) {
      hits.push(hit(m.index, FORM.lastIndex, point(null, 0, null, null), { damaged: true }));
      continue;
    }
    if (/\d/u.test(view[m.index - 1] ?? '')) continue;
    const made = m[2] !== undefined ? isoHit(m) : fullHit(stretch, m);
    if (!made) continue;
    hits.push(...withList(stretch, made));
    FORM.lastIndex = Math.max(FORM.lastIndex, (hits.at(-1) as DateHit).end);
  }
  for (const h of hits) h.event = !AFTER.test(view.slice(h.end, Math.min(end, h.end + 24)));
  return hits;
}

const point = (year: number | null, month: number, day: number | null, tenday: string | null): Point => ({
  year,
  month,
  day,
  tenday,
});
const hit = (start: number, end: number, from: Point, more: Partial<DateHit> = {}): DateHit => ({
  start,
  end,
  from,
  to: null,
  damaged: false,
  shift: null,
  event: true,
  ...more,
});
const whole = (word: string | undefined): number | null => (word === undefined ? null : numberOf(word));

function isoHit(m: RegExpExecArray): DateHit {
  const from = point(Number(m[2]), Number(m[3]), Number(m[4]), null);
  return hit(m.index, m.index + m[0].length, from, { damaged: !possible(from) });
}

function fullHit(text: string, m: RegExpExecArray): DateHit | null {
  const [, , , , , year, shift, month, day, tenday] = m;
  const from = point(whole(year), numberOf(month as string), whole(day), tenday ?? null);
  const bare = from.day === null && !tenday;
  const relative = /^(?:今年|去年|上年|明年|后年)/u.test(m[0]);
  if (bare && from.year === null && !shift && !relative && !/月份?$/u.test(m[0].trim())) return null;
  if (bare && /^(?:个|季|度)/u.test(text.slice(m.index + m[0].length))) return null;
  const made = hit(m.index, m.index + m[0].trimEnd().length, from, {
    shift: shift ? (/翌|次|二/u.test(shift) ? 1 : 0) : null,
  });
  if (relative) made.damaged = false;
  if (relative && /^(?:明年|后年)/u.test(m[0])) return null;
  return rangeTail(text, made);
}

function rangeTail(text: string, made: DateHit): DateHit {
  RANGE_TAIL.lastIndex = made.end;
  const m = RANGE_TAIL.exec(text);
  if (m && (m[2] ?? m[3] ?? m[4])) {
    const [, year, month, day, tenday] = m;
    made.to = point(whole(year), whole(month) ?? made.from.month, whole(day), tenday ?? null);
    made.end = RANGE_TAIL.lastIndex;
  }
  made.damaged = !possible(made.from) || (made.to !== null && !possible(made.to));
  return made;
}

/** 10月26日、30日: further days of the same month. */
function withList(text: string, made: DateHit): DateHit[] {
  const hits = [made];
  if (made.from.day === null || made.to || made.damaged) return hits;
  for (;;) {
    LIST_TAIL.lastIndex = (hits.at(-1) as DateHit).end;
    const m = LIST_TAIL.exec(text);
    if (!m) return hits;
    const from = point(made.from.year, made.from.month, numberOf(m[1] as string), null);
    const start = m.index + m[0].search(/[\d一二三四五六七八九十]/u);
    hits.push(hit(start, LIST_TAIL.lastIndex, from, { damaged: !possible(from), shift: made.shift }));
  }
}

function possible({ year, month, day }: Point): boolean {
  if (!(month >= 1 && month <= 12)) return false;
  return day === null || (day >= 1 && day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate());
}

const pad = (n: number): string => String(n).padStart(2, '0');
const iso = (p: Point, year: number): string =>
  p.day !== null
    ? `${year}-${pad(p.month)}-${pad(p.day)}`
    : p.tenday
      ? `${year}-${pad(p.month)}/${p.tenday}`
      : `${year}-${pad(p.month)}`;

/** What years a date without a year may have: the inspection's start and the last date that the report can know. */
export interface YearWindow {
  /** ISO days; null where the report does not say. */
  start: string | null;
  end: string | null;
  /** True when `end` is printed (publication), not estimated from the latest date. */
  endStated: boolean;
}
export interface ResolvedDate {
  hit: DateHit;
  value: string | null;
  precision: DatePrecision;
  year: YearSource | null;
}

/**
 * Gives every date its year: stated; carried from the date before it; rolled over where carrying would go back half a
 * year or more; inferred where the window leaves exactly one year. A damaged or still ambiguous date has no value.
 */
export function resolveDates(
  hits: readonly DateHit[],
  window: YearWindow,
  carryFrom: Point | null = null,
): ResolvedDate[] {
  let last: { year: number; month: number } | null = carryFrom?.year
    ? { year: carryFrom.year, month: carryFrom.month }
    : null;
  return hits.map((h): ResolvedDate => {
    if (h.damaged) return { hit: h, value: null, precision: 'DAMAGED', year: null };
    const precision: DatePrecision = h.to ? 'RANGE' : h.from.day !== null ? 'DAY' : h.from.tenday ? 'TENDAY' : 'MONTH';
    const chosen = yearOf(h, last, window);
    if (!chosen) return { hit: h, value: null, precision, year: null };
    const endYear = h.to ? (h.to.year ?? (h.to.month < h.from.month ? chosen.year + 1 : chosen.year)) : chosen.year;
    last = { year: endYear, month: h.to?.month ?? h.from.month };
    const value = h.to ? `${iso(h.from, chosen.year)}/${iso(h.to, endYear)}` : iso(h.from, chosen.year);
    return { hit: h, value, precision, year: chosen.source };
  });
}

function yearOf(
  h: DateHit,
  last: { year: number; month: number } | null,
  window: YearWindow,
): { year: number; source: YearSource } | null {
  if (h.from.year !== null) return { year: h.from.year, source: 'STATED' };
  if (last && h.shift) return { year: last.year + h.shift, source: 'ROLLOVER' };
  if (last) {
    const next = iso(h.from, last.year + 1);
    const back = last.month - h.from.month >= 6;
    const fits = !window.end || next <= window.end || Boolean(window.start && iso(h.from, last.year) < window.start);
    return back && fits ? { year: last.year + 1, source: 'ROLLOVER' } : { year: last.year, source: 'CARRIED' };
  }
  if (!window.start || !window.end) return null;
  const years: number[] = [];
  for (let y = Number(window.start.slice(0, 4)); y <= Number(window.end.slice(0, 4)); y += 1) {
    const day = iso({ ...h.from, day: h.from.day ?? (h.from.tenday === '下旬' ? 30 : 15), tenday: null }, y);
    if (day >= window.start && day <= window.end) years.push(y);
  }
  return years.length === 1 ? { year: years[0] as number, source: 'INFERRED' } : null;
}
