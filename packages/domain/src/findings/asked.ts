import type { FindingVerb } from '../access/verbs.ts';
import { FINDING_STATES, type FindingState } from '../vocabulary.ts';
import { statesOf } from './workflow.ts';

const SUBMITTING: readonly FindingVerb[] = ['submit', 'submitForContinuation'];
const SIGNING: readonly FindingVerb[] = ['sign', 'recordPaperSignature', 'recordResolution'];
const CHAIN: readonly FindingVerb[] = [...SIGNING, 'returnFinding', 'reviewSubmission', 'withdraw'];

/**
 * Facts that only some verbs ask for, so that a page of findings need not load them for each one; the rest says where a
 * finding stands, which every verb asks. `proof` are the pieces of the actions to prove. Held against the workflow by a test.
 */
const ASKED_BY = {
  proof: [...SUBMITTING, ...SIGNING],
  points: SUBMITTING,
  sums: SUBMITTING,
  extension: ['requestExtension', 'withdrawExtension', 'decideExtension'],
  holders: [...SUBMITTING, ...CHAIN],
  pending: CHAIN,
  subjects: CHAIN,
  deputies: CHAIN,
} as const satisfies Record<string, readonly FindingVerb[]>;

export type FactPart = keyof typeof ASKED_BY;

/** The states in which a verb that is legal there asks for this part. */
export const statesAsking = (part: FactPart): FindingState[] =>
  FINDING_STATES.filter((state) => ASKED_BY[part].some((verb) => statesOf(verb).includes(state)));
