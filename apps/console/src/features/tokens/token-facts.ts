import { graphql } from '../../gql/index.ts';
import type { TokenFacts_ApiTokenFragment } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/State.tsx';

export const TokenFactsFragment = graphql(`
  fragment TokenFacts_apiToken on ApiToken {
    id
    version
    name
    purpose
    state
    verbs
    classes
    classesInForce
    viewerCan
    createdAt
    createdByName
    expiresAt
    lastUsedAt
    approverName
    decidedByName
    decidedAt
    decisionReason
    body {
      id
      shortName
    }
  }
`);

export type TokenFacts = TokenFacts_ApiTokenFragment;

export const TOKEN_TONES: Record<TokenFacts['state'], Tone> = {
  REQUESTED: 'warn',
  LAPSED: 'warn',
  REFUSED: 'late',
  IN_FORCE: 'ok',
  REVOKED: 'calm',
  EXPIRED: 'calm',
};
