import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../gql/index.ts';

/** Who is signed in, in which roles, and what of the console that opens. Asked once per page load. */
export const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      account {
        id
        login
      }
      person {
        id
        name
      }
      roles {
        role
        body {
          id
          name
        }
        department {
          id
          name
        }
        post {
          id
          title
        }
      }
      capabilities
      home
    }
  }
`);

export type Viewer = NonNullable<ResultOf<typeof ViewerDocument>['viewer']>;
export type Capability = Viewer['capabilities'][number];
