import type { Day } from '../deadlines/calendar.ts';

/** 边改边犯 within the cycle · 屡改屡犯 across rounds · 反弹 relapse after the close-out. */
export const REPEAT_KINDS = ['WITHIN_CYCLE', 'ACROSS_ROUNDS', 'RELAPSE'] as const;
export type RepeatKind = (typeof REPEAT_KINDS)[number];

/** A finding as the suggestion compares it. */
export interface Comparable {
  id: string;
  text: string;
}

/** Two texts are worth a look from here on; found by trying it on published reports, not a statistic. */
const WORTH_A_LOOK = 0.28;

/** Pairs of neighbouring characters, punctuation left out: words need not be known. */
function pairs(text: string): Set<string> {
  const letters = [...text.normalize('NFKC').replace(/[\p{P}\p{S}\p{Z}\s\d]/gu, '')];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

/** How much two texts have in common: twice the shared pairs over all pairs, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)];
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** Earlier findings that a finding may repeat, the likest first; a suggestion to look at, never an accusation. */
export function suggestRepeats(
  of: string,
  among: readonly Comparable[],
  atMost = 5,
): { id: string; likeness: number }[] {
  return among
    .map((one) => ({ id: one.id, likeness: likeness(of, one.text) }))
    .filter((one) => one.likeness >= WORTH_A_LOOK)
    .sort((a, b) => b.likeness - a.likeness || a.id.localeCompare(b.id))
    .slice(0, atMost);
}

/** The kind that suggests itself: another round, a relapse after the earlier one was closed, or within the cycle. */
export function likelyKind(sameRound: boolean, earlierClosedOn: Day | null): RepeatKind {
  if (!sameRound) return 'ACROSS_ROUNDS';
  return earlierClosedOn === null ? 'WITHIN_CYCLE' : 'RELAPSE';
}
