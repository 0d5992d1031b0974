import { graphql } from '../../gql/index.ts';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { useQuery } from '@apollo/client/react';

/** The inspections in the viewer's reach, with what their ledgers can be filtered by. */
const InspectionsDocument = graphql(`
  query InspectionsInReach {
    inspections(first: 100) {
      edges {
        node {
          id
          feedbackOn
          plans
          concentratedUntil
          body {
            id
            name
            shortName
            departments {
              id
              name
              active
            }
            leaders {
              id
              title
              holder {
                id
                name
              }
            }
          }
          round {
            id
            name
          }
          aspects {
            id
            ordinal
            title
          }
        }
      }
    }
  }
`);

export type InspectionInReach = ResultOf<typeof InspectionsDocument>['inspections']['edges'][number]['node'];

/** All inspections in reach and the one that is meant: the given one, else the first. `undefined` while reading. */
export function useInspections(wanted?: string) {
  const { data, error, refetch } = useQuery(InspectionsDocument, { fetchPolicy: 'cache-first' });
  const all: readonly InspectionInReach[] | undefined = data?.inspections.edges.map((edge) => edge.node);
  const chosen = all && (all.find((each) => each.id === wanted) ?? all[0] ?? null);
  return { all, chosen, error, refetch };
}
