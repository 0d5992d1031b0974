const NUMERIC = /^(\d{4})\s*(?:[-/.、]|年)\s*(\d{1,2})\s*(?:[-/.、]|月)\s*(\d{1,2})\s*[日号]?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEARLESS = /^(\d{1,2})\s*(?:[-/.、]|月)\s*(\d{1,2})\s*[日号]?$/;
const RELATIVE: Record<string, number> = { 今天: 0, 今日: 0, 昨天: -1, 昨日: -1, 前天: -2, 明天: 1, 后天: 2 };

export type DateProblem = 'notADate' | 'noSuchDay' | 'needsDay';
export type ParsedDate =
  { date: string; inferredYear?: true; problem?: undefined } | { date?: undefined; problem: DateProblem };

const pad = (n: number) => String(n).padStart(2, '0');

function real(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists && year >= 1900 && year <= 2200 ? `${year}-${pad(month)}-${pad(day)}` : null;
}

/**
 * Reads a day as it is typed or pasted in Chinese offices: 2024-06-18, 2024/6/18, 2024.6.18, 2024年6月18日, 20240618,
 * 6月18日 (takes the year of `today` and says so), 今天. A month alone is answered with what is missing.
 */
export function parseDate(text: string, today: string): ParsedDate {
  const plain = text
    .normalize('NFKC')
    .replace(/[“”"'\s]+/g, '')
    .replace(/[(（].*[)）]$/, '');
  const offset = RELATIVE[plain];
  if (offset !== undefined) {
    return { date: new Date(Date.parse(`${today}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10) };
  }
  const full = NUMERIC.exec(plain) ?? COMPACT.exec(plain);
  if (full) {
    const date = real(Number(full[1]), Number(full[2]), Number(full[3]));
    return date ? { date } : { problem: 'noSuchDay' };
  }
  const short = YEARLESS.exec(plain);
  if (short) {
    const date = real(Number(today.slice(0, 4)), Number(short[1]), Number(short[2]));
    return date ? { date, inferredYear: true } : { problem: 'noSuchDay' };
  }
  return { problem: /^\d{4}(?:[-/.年]\d{1,2}月?)?年?$/.test(plain) ? 'needsDay' : 'notADate' };
}
