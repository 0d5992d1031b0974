import { graphql } from '../../gql/index.ts';

/** What is said of a deputation wherever it stands. */
export const DeputationFactsFragment = graphql(`
  fragment DeputationFacts_deputation on Deputation {
    id
    version
    role
    scopeName
    principalName
    deputyName
    fromOn
    toOn
    reason
    state
    inForce
    appointedByName
    confirmedByDeputy
    decidedByName
    opinion
    waitsForMe
    mayEnd
  }
`);
