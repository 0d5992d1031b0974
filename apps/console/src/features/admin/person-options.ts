import { graphql } from '../../gql/index.ts';

/** People to choose from while typing: of one body, or of all where none is given. */
export const PersonOptions = graphql(`
  query PersonOptions($bodyId: String, $text: String) {
    persons(first: 50, filter: { bodyId: $bodyId, text: $text }) {
      edges {
        cursor
        node {
          id
          name
          active
          body {
            id
            shortName
          }
          posts {
            id
            title
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);
