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
      printsPdf
    }
  }
`);

type Asked = NonNullable<ResultOf<typeof ViewerDocument>['viewer']>;

/** A signed-in person: the session gate lets nobody through without an account. */
export type Viewer = Asked & { account: NonNullable<Asked['account']> };
export type Capability = Viewer['capabilities'][number];
