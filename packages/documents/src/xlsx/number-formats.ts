const DAY_MS = 86_400_000;
/** Built-in formats that show a date or time, the Chinese ones (27–36, 50–58) included. */
const BUILT_IN_DATES = [[14, 22], [27, 36], [45, 47], [50, 58]] as const; // prettier-ignore
const BUILT_IN_CODES: Record<number, string> = { 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%' };

/** How a style shows a number: as a date, with a fixed number of decimals, as a percentage, or as it is. */
export type NumberFormat = { kind: 'date' } | { kind: 'fixed' | 'percent'; decimals: number } | { kind: 'general' };

/** Classifies a number format by its id and, for ids from 164 on, its code. */
export function classifyFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined && BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to)) return { kind: 'date' };
  const section = (code ?? BUILT_IN_CODES[id] ?? '').split(';')[0] as string;
  const bare = section.replace(/"[^"]*"/g, '').replace(/\[(?!h|m|s)[^\]]*\]/gi, '').replace(/[\\_*]./g, ''); // prettier-ignore
  if (!/general|通用格式/i.test(bare) && /[ymdhs年月日]/i.test(bare)) return { kind: 'date' };
  const decimals = /\.(0+)/.exec(bare)?.[1]?.length ?? 0;
  if (bare.includes('%')) return { kind: 'percent', decimals };
  return /0/.test(bare) && !bare.includes('E') ? { kind: 'fixed', decimals } : { kind: 'general' };
}

/**
 * The decimal text of a stored number, without the noise of binary fractions: spreadsheets keep 15 significant digits,
 * so `8294.3199999999997` is `8294.32`. Plain notation, never an exponent.
 */
export function decimalText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  if (Math.abs(rounded) >= 1e21) return rounded.toString();
  const text = rounded.toString();
  return text.includes('e') ? rounded.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** The text a reader sees in a cell holding a number that is not a date. */
export function displayNumber(value: number, format: NumberFormat): string {
  if (format.kind === 'percent') return `${Number((value * 100).toPrecision(15)).toFixed(format.decimals)}%`;
  const text = decimalText(value);
  const shown = text.split('.')[1]?.length ?? 0;
  return format.kind === 'fixed' && shown < format.decimals ? value.toFixed(format.decimals) : text;
}

/**
 * A spreadsheet's day number as YYYY-MM-DD (its time of day dropped); null outside 1900–9999. In the 1900 system
 * numbers below 61 are shifted by the 29 February 1900 that never was.
 */
export function serialToDate(serial: number, date1904: boolean): string | null {
  const day = Math.floor(serial);
  if (!Number.isFinite(serial) || day < 0 || day > 2_958_465) return null;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(epoch + day * DAY_MS).toISOString().slice(0, 10);
}

/** A YYYY-MM-DD day as a day number of the 1900 system (days after February 1900). */
export function dateToSerial(date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY_MS);
}
