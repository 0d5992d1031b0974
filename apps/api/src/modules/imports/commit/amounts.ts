const SUM = /\d[\d,，]*(?:\s*\.\s*(\d+))?\s*(亿|万|千|百)?\s*[余多]?\s*元/u;
const FEN: Record<string, bigint> = { 亿: 10_000_000_000n, 万: 1_000_000n, 千: 100_000n, 百: 10_000n };

/** Width in fen of the rounding that the printed words carry: 1.5万元 → 100000 (0.1万元), 8294元 → 100, 721.43元 → 1; null where no unit is printed. */
export function roundingOf(quote: string): bigint | null {
  const match = SUM.exec(quote.normalize('NFKC'));
  if (match === null) return null;
  const width = (FEN[match[2] ?? ''] ?? 100n) / 10n ** BigInt(match[1]?.length ?? 0);
  return width < 1n ? 1n : width;
}

const STOP = /[，。；：、,;:\n]/u;
const LABEL = 40;

/** The clause of a text in which a sum stands: what the sum is for, at most 40 characters. */
export function clauseAround(text: string, at: number, quote: string): string {
  let from = at;
  while (from > 0 && !STOP.test(text[from - 1] as string)) from -= 1;
  let to = at + quote.length;
  while (to < text.length && !STOP.test(text[to] as string)) to += 1;
  const clause = text.slice(from, to).trim();
  if (clause.length <= LABEL) return clause;
  const before = text.slice(from, at + quote.length);
  return before.length <= LABEL ? before.trim() : `…${before.slice(-LABEL + 1)}`;
}

/** 829400 → 8,294.00元 */
export function yuan(fen: number): string {
  const whole = Math.floor(fen / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${String(fen % 100).padStart(2, '0')}元`;
}
