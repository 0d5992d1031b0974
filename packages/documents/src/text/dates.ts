import type { MessageCode } from '../messages.ts';

/** How a deadline is meant: at once, for good, or by a day. */
export type DeadlineKind = 'IMMEDIATE' | 'ONGOING' | 'DATE';

/** A day found in words; `issue` names why there is none, or what should be checked. */
export interface ParsedDate {
  date: string | null;
  issue: MessageCode | null;
}

const YEAR = String.raw`((?:19|20)\d{2})`;
const PART = '(底|末|初|上旬|中旬|下旬)';
/** Alternatives in order of precision; the groups of each are read by `toDay`. */
const PATTERNS: readonly [RegExp, (groups: string[], year: number | null) => Day | null][] = [
  [new RegExp(String.raw`^${YEAR}[年./-](\d{1,2})[月./-](\d{1,2})(?:日|号)?(?!\d)`), ([y, m, d]) => day(y, m, d)],
  [new RegExp(String.raw`^${YEAR}(0[1-9]|1[0-2])([0-3]\d)(?!\d)`), ([y, m, d]) => day(y, m, d)],
  [new RegExp(String.raw`^${YEAR}(?:年|[./-])(\d{1,2})(?:月份?|(?![\d./-]))${PART}?`), ([y, m, part]) => inMonth(y, m, part)],
  [new RegExp(String.raw`^${YEAR}年?(?:度)?第?([一二三四1-4])季度`), ([y, quarter]) => endOfMonth(y, quarterOf(quarter) * 3)],
  [new RegExp(String.raw`^${YEAR}年?(上|下)半年`), ([y, half]) => endOfMonth(y, half === '上' ? 6 : 12)],
  [new RegExp(String.raw`^${YEAR}年(?:度|内|底|末)*`), ([y]) => endOfMonth(y, 12)],
  [/^(\d{1,2})月(\d{1,2})(?:日|号)?(?!\d)/, ([m, d], year) => day(year, m, d)],
  [new RegExp(String.raw`^(\d{1,2})月份?${PART}?`), ([m, part], year) => inMonth(year, m, part)],
  [/^年(?:底|末|内)/, (_, year) => endOfMonth(year, 12)],
]; // prettier-ignore

interface Day {
  year: number | null;
  month: number;
  day: number;
}

interface Hit {
  day: Day;
  length: number;
}

/**
 * The last day named in a text: `2024.6.30`, `2024年6月底`, `2024/6/30`, `20240630`, `2024年上半年`, `2024年3月至6月`.
 * Whole months, quarters and years end on their last day; a later part without a year takes the year before it.
 */
export function parseDate(text: string): ParsedDate {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  let found = null as Day | null;
  for (let at = 0; at < plain.length;) {
    const hit: Hit | null = /\d/.test(plain[at - 1] ?? '')
      ? null
      : matchAt(plain.slice(at, at + 24), found?.year ?? null);
    if (hit !== null) found = hit.day;
    at += hit?.length ?? 1;
  }
  if (found === null) return { date: null, issue: plain === '' ? null : 'DATE_NOT_UNDERSTOOD' };
  if (found.year === null) return { date: null, issue: 'DATE_WITHOUT_YEAR' };
  const date = toIso(found.year, found.month, found.day);
  return { date, issue: date === null ? 'DATE_INVALID' : null };
}

/** A deadline in words: its day, if it names one, and its kind. `立行立改` and `长期坚持` need no day. */
export function parseDeadline(text: string): ParsedDate & { kind: DeadlineKind | null } {
  const { date, issue } = parseDate(text);
  const kind = /长期|持续|常态|坚持/.test(text)
    ? 'ONGOING'
    : /立行立改|立查立改|即知即改|立知立改|立即|即时/.test(text)
      ? 'IMMEDIATE'
      : null;
  if (kind !== null) return { date, issue: issue === 'DATE_NOT_UNDERSTOOD' ? null : issue, kind };
  return { date, issue, kind: date === null ? null : 'DATE' };
}

function matchAt(text: string, year: number | null): Hit | null {
  for (const [pattern, read] of PATTERNS) {
    const match = pattern.exec(text);
    const found = match === null ? null : read(match.slice(1), year);
    if (match !== null && found !== null) return { day: found, length: match[0].length };
  }
  return null;
}

type Part = string | number | null | undefined;
const number = (part: Part): number => Number(part ?? 0);
const yearOf = (part: Part): number | null => (part === null || part === undefined ? null : Number(part));
const quarterOf = (part: string | undefined): number => '一二三四'.indexOf(part ?? '') + 1 || Number(part);

function day(year: Part, month: Part, date: Part): Day {
  return { year: yearOf(year), month: number(month), day: number(date) };
}

function endOfMonth(year: Part, month: Part): Day {
  const known = yearOf(year);
  return { year: known, month: number(month), day: new Date(Date.UTC(known ?? 2001, number(month), 0)).getUTCDate() };
}

function inMonth(year: Part, month: Part, part: string | undefined): Day {
  if (part === '初' || part === '上旬') return day(year, month, 10);
  return part === '中旬' ? day(year, month, 20) : endOfMonth(year, month);
}

/** YYYY-MM-DD, or null when the calendar has no such day. */
function toIso(year: number, month: number, date: number): string | null {
  const instant = new Date(Date.UTC(year, month - 1, date));
  const same = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === date;
  return same ? instant.toISOString().slice(0, 10) : null;
}
