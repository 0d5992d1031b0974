import { graphql } from '../../gql/index.ts';
import type { ExtensionState } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/State.tsx';

/** A request as it is shown everywhere: what was asked, by whom, and what became of it. */
export const ExtensionFactsFragment = graphql(`
  fragment ExtensionFacts_extension on Extension {
    id
    number
    refNo
    reason
    fromDueOn
    toDueOn
    days
    state
    approver
    requestedByName
    requestedByPost
    requestedAt
    decidedByName
    decidedByPost
    decidedAt
    opinion
    waitsForMe
  }
`);

export const EXTENSION_TONES: Record<ExtensionState, Tone> = {
  PENDING: 'warn',
  GRANTED: 'ok',
  REFUSED: 'late',
  WITHDRAWN: 'calm',
  LAPSED: 'calm',
};
