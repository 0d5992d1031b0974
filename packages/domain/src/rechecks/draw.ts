import { invalid } from '../errors.ts';
import type { BodyVerb, FindingVerb } from '../access/verbs.ts';
import { demandText } from '../text.ts';
import { isDay, type Day } from '../deadlines/calendar.ts';

/** 监督意见: an objection says why. */
export const OPINION_KINDS = ['NO_OBJECTION', 'OBJECTION'] as const;

/** A reopened finding gets a new due day after today: the old one lies in the past. */
export function readReopenedDay(wanted: string | null | undefined, today: Day): Day {
  if (!wanted || !isDay(wanted) || wanted <= today)
    throw invalid('dueOn', 'deadlines.reopenedDay', 'a reopened finding gets a new due day after today');
  return wanted;
}

/** Among which findings is drawn: closed ones (抽查复核), or those under review before they are closed (销号前抽查). */
export const DRAW_STAGES = ['CLOSED', 'IN_REVIEW'] as const;
export type DrawStage = (typeof DRAW_STAGES)[number];

/** Who draws: group and office among the closed; before the close-out the group alone, because drafts and returns stay in the body. */
export const DRAW_VERBS = { CLOSED: 'drawRecheck', IN_REVIEW: 'drawSample' } as const satisfies Record<
  DrawStage,
  BodyVerb
>;

/** What a failed check does to its finding: a closed one begins a new cycle, one under review goes back with the reason. */
export const FAILED_VERBS = { CLOSED: 'reopen', IN_REVIEW: 'returnFinding' } as const satisfies Record<
  DrawStage,
  FindingVerb
>;

/** What a re-check (抽查复核) found; a failed one reopens the finding. */
export const RECHECK_OUTCOMES = ['PASSED', 'FAILED'] as const;
export type RecheckOutcome = (typeof RECHECK_OUTCOMES)[number];

/** SHA-256 of a text, in lower-case hexadecimal: given by the caller, because this package is pure. */
export type Sha256 = (text: string) => string;

/** What a draw is repeated from: nothing else decides it. */
export interface Draw {
  /** Words or digits that were agreed on before, e.g. read out at the draw. */
  seed: string;
  drawnOn: Day;
  size: number;
}

/**
 * Draws a sample that anybody can draw again with a hash tool and a spreadsheet: each number of the population, in whatever
 * order, gets SHA-256("seed|day|number"); the smallest come first. The same seed, day and population give the same sample.
 */
export function drawSample(numbers: readonly string[], draw: Draw, sha256: Sha256): string[] {
  const keyed = [...new Set(numbers)].map((number) => ({
    number,
    key: sha256(`${draw.seed}|${draw.drawnOn}|${number}`),
  }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  return keyed.slice(0, draw.size).map((one) => one.number);
}

/** A draw that means something: a seed, and a size between one and what is there. */
export function readDraw(
  seed: string,
  size: number,
  population: number,
  stage: DrawStage = 'CLOSED',
): { seed: string; size: number } {
  const words = seed.normalize('NFKC').trim();
  if (words === '' || words.length > 100)
    throw invalid('seed', 'rechecks.seed', 'the seed has 1 to 100 characters, agreed on before the draw');
  demandText(words, 'seed', 100);
  if (population === 0 && stage === 'IN_REVIEW')
    throw invalid(
      'size',
      'rechecks.inReview',
      'nothing waits for a close-out that was not sampled: nothing to draw from',
    );
  if (population === 0)
    throw invalid('size', 'rechecks.population', 'no finding is closed: there is nothing to draw from');
  if (!Number.isInteger(size) || size < 1 || size > population)
    throw invalid('size', 'rechecks.size', `the sample has 1 to ${population} findings`);
  return { seed: words, size };
}
