import type { RoundSettings } from '@closeout/domain';
import type { ResultWords } from '@closeout/report';

/** What the settings of an inspection call each result, for the parser; undefined where they keep the usual words. */
export function ownResultWords({ resultWords }: RoundSettings): ResultWords | undefined {
  const words = Object.entries(resultWords).map(([result, word]) => [result, [word]]);
  return words.length === 0 ? undefined : (Object.fromEntries(words) as ResultWords);
}
