import { trimRange } from './text.ts';
import type { Span } from './types.ts';

/** Stretches with visible characters that no declared span covers, line by line. */
export function uncovered(text: string, declared: readonly Span[]): Span[] {
  const sorted = [...declared].sort((a, b) => a[0] - b[0]);
  const gaps: Span[] = [];
  let at = 0;
  for (const [start, end] of [...sorted, [text.length, text.length] as Span]) {
    if (start > at) gaps.push([at, start]);
    at = Math.max(at, end);
  }
  return gaps.flatMap(([a, b]) => {
    const { start, end } = trimRange(text, a, b);
    return end > start ? [[start, end] as Span] : [];
  });
}

/** True when the spans are disjoint, in bounds and cover every visible character. */
export function coversOnce(text: string, declared: readonly Span[]): boolean {
  const seen = new Uint8Array(text.length);
  for (const [a, b] of declared) {
    if (a < 0 || b > text.length || a > b) return false;
    for (let i = a; i < b; i += 1) seen[i] = (seen[i] as number) + 1;
  }
  for (let i = 0; i < text.length; i += 1)
    if (/\S/u.test(text[i] as string) ? seen[i] !== 1 : (seen[i] as number) > 1) return false;
  return true;
}
