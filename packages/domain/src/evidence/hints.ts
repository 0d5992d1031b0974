import { rolesFor } from '../access/can.ts';
import type { FindingPlace, Viewer } from '../access/viewer.ts';
import { indicatorChanges, type Reading } from '../findings/indicator.ts';
import type { FindingState } from '../vocabulary.ts';

/**
 * 请核对: what looks odd about a finding. A hint blocks nothing and accuses nobody; it asks the department first, and whoever
 * reviews sees it once the finding was submitted. Each rule is a row of `RULES` with its code; the words are the catalogues'.
 */
export const FINDING_HINTS = [
  'INDICATOR_DEFINITION',
  'INDICATOR_DENOMINATOR',
  'INDICATOR_OVER_WHOLE',
  'PARTY_SPELLING',
] as const;
export type FindingHintCode = (typeof FINDING_HINTS)[number];

export interface FindingHint {
  code: FindingHintCode;
  /** What it is about: an indicator's name, the two spellings. */
  subject: string | null;
}

/** What the rules look at. */
export interface HintFacts {
  indicators: readonly { name: string; readings: readonly Reading[] }[];
  /** Pairs of spellings that are nearly alike: of this finding's parties with others that the viewer may read. */
  spellings: readonly (readonly [own: string, other: string])[];
}

type Rule = (facts: HintFacts) => (string | null)[];

const changed =
  (change: 'DEFINITION' | 'DENOMINATOR' | 'OVER_WHOLE'): Rule =>
  (facts) =>
    facts.indicators.filter((one) => indicatorChanges(one.readings).includes(change)).map((one) => one.name);

const RULES: Record<FindingHintCode, Rule> = {
  INDICATOR_DEFINITION: changed('DEFINITION'),
  INDICATOR_DENOMINATOR: changed('DENOMINATOR'),
  INDICATOR_OVER_WHOLE: changed('OVER_WHOLE'),
  PARTY_SPELLING: (facts) => facts.spellings.map(([own, other]) => `${own} / ${other}`),
};

/** Every hint of the facts, in the order of the rules. */
export const hintsOf = (facts: HintFacts): FindingHint[] =>
  FINDING_HINTS.flatMap((code) => RULES[code](facts).map((subject) => ({ code, subject })));

/** The states in which a review begins or has been: then whoever reads the finding sees its hints. */
const REVIEWED: readonly FindingState[] = ['IN_REVIEW', 'CLOSED', 'CONTINUING'];

/** Whether a viewer is shown the hints: who does the work always, everybody else who reads it once it was submitted. */
export const seesHints = (viewer: Viewer, place: FindingPlace & { state: FindingState }): boolean =>
  REVIEWED.includes(place.state) || rolesFor(viewer, 'addEvidence', place).length > 0;
