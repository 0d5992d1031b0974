import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';

const MarkOpenedFragment = graphql(`
  fragment MarkOpened_finding on Finding {
    pendingSubmission {
      id
      openedByMe
    }
  }
`);

const OpenSubmission = graphql(`
  mutation OpenSubmission($input: OpenSubmissionInput!) {
    openSubmission(input: $input) {
      submission {
        id
        openedByMe
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** A batch is signed only after each item was opened: opening the page is that. Said quietly; a failure costs nothing. */
export function useMarkOpened(masked: FragmentType<typeof MarkOpenedFragment>) {
  const client = useApolloClient();
  const { pendingSubmission } = readFragment(MarkOpenedFragment, masked);
  const unread = pendingSubmission && !pendingSubmission.openedByMe ? pendingSubmission.id : null;
  useEffect(() => {
    if (!unread) return;
    client.mutate({ mutation: OpenSubmission, variables: { input: { submissionId: unread } } }).catch(() => undefined);
  }, [client, unread]);
}
