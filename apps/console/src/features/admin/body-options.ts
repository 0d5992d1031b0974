import { graphql } from '../../gql/index.ts';

/** The bodies with their departments and leaders, to choose a scope from. */
export const BodyOptions = graphql(`
  query BodyOptions($after: String) {
    bodies(first: 100, after: $after) {
      edges {
        cursor
        node {
          id
          kind
          name
          shortName
          active
          departments {
            id
            name
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
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);
