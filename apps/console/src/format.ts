import type { TFunction } from 'i18next';

/** The one place where dates, instants and sums become text. Sums are fen as decimal strings; nothing is a float. */

const ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

function splitFen(fen: string | bigint) {
  const value = BigInt(fen);
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return { sign: value < 0n ? '−' : '', whole: digits.slice(0, -2), cents: digits.slice(-2) };
}

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** `1600000` → `16,000.00`: two decimals always, so that columns align. */
export function groupedYuan(fen: string | bigint): string {
  const { sign, whole, cents } = splitFen(fen);
  return `${sign}${grouped(whole)}.${cents}`;
}

/** `1600000` → `1.6`: ten thousands of yuan, exact to the fen, without idle zeros. */
export function groupedWan(fen: string | bigint): string {
  const { sign, whole, cents } = splitFen(fen);
  const padded = whole.padStart(5, '0');
  const fraction = (padded.slice(-4) + cents).replace(/0+$/, '');
  return `${sign}${grouped(padded.slice(0, -4))}${fraction ? `.${fraction}` : ''}`;
}

export type AmountUnit = 'yuan' | 'wan';

/** A sum with its unit, `16,000.00 元` or `1.6 万元`; a missing sum is `—`, never 0. */
export function amount(t: TFunction, fen: string | bigint | null | undefined, unit: AmountUnit = 'yuan'): string {
  if (fen === null || fen === undefined) return '—';
  return unit === 'wan' ? t('format.wan', { figure: groupedWan(fen) }) : t('format.yuan', { figure: groupedYuan(fen) });
}

const instantParts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function inShanghai(instant: string | Date) {
  const parts = instantParts.formatToParts(new Date(instant));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { date: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` };
}

/** The calendar day in Asia/Shanghai, whatever the zone of the reader's machine. */
export function today(now: Date = new Date()): string {
  return inShanghai(now).date;
}

/** An instant as `2024-06-18 09:30`, Asia/Shanghai. */
export function dateTime(instant: string | Date): string {
  const { date, time } = inShanghai(instant);
  return `${date} ${time}`;
}

/** An instant for rows that stand close together: 今天 09:30, 昨天 16:20, then 06-03, then 2023-12-26. */
export function shortDateTime(t: TFunction, instant: string | Date, now: Date = new Date()): string {
  const { date, time } = inShanghai(instant);
  const days = daysBetween(date, today(now));
  if (days === 0) return t('format.today', { time });
  if (days === 1) return t('format.yesterday', { time });
  return date.slice(0, 4) === today(now).slice(0, 4) ? date.slice(5) : date;
}

/** Calendar days from one date to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

export type DayUnit = 'day' | 'workingDay';

/** `还剩 3 天`, `今天到期`, `逾期 2 个工作日`. The count comes from the server where working days are meant. */
export function deadline(t: TFunction, daysLeft: number, unit: DayUnit = 'day'): string {
  if (daysLeft === 0) return t('format.dueToday');
  const count = Math.abs(daysLeft);
  if (unit === 'workingDay') {
    return daysLeft > 0 ? t('format.workingDaysLeft', { count }) : t('format.workingDaysOverdue', { count });
  }
  return daysLeft > 0 ? t('format.daysLeft', { count }) : t('format.daysOverdue', { count });
}

/** Numerator, denominator and two decimals, as overseers print it: `28 / 33 · 84.85 %`. */
export function rate(part: number, whole: number): string {
  if (whole === 0) return '0 / 0';
  const hundredths = Math.round((part * 10_000) / whole);
  return `${part} / ${whole} · ${(hundredths / 100).toFixed(2)} %`;
}

/** `3.4 MB`, for file lists. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB'];
  const power = Math.min(units.length, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return `${value >= 100 ? Math.round(value) : Math.round(value * 10) / 10} ${units[power - 1]}`;
}

const NUMERALS = '〇一二三四五六七八九';

/** 1 → 一, 12 → 十二, 23 → 二十三: how actions are counted on paper (up to 99). */
export function chineseOrdinal(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) return String(n);
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens > 1 ? NUMERALS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? NUMERALS[ones] : ''}`;
}
