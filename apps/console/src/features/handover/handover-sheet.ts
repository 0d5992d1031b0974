import { graphql } from '../../gql/index.ts';

/** The whole list with both acknowledgements. */
export const HandoverSheetFragment = graphql(`
  fragment HandoverSheet_handover on Handover {
    id
    version
    state
    reason
    digest
    startedByName
    startedAt
    outgoingAckByName
    outgoingAckAt
    outgoingCurrent
    inPlaceReason
    incomingAckAt
    incomingCurrent
    missingRoles
    acknowledgeAs
    post {
      id
      title
    }
    outgoing {
      id
      name
    }
    incoming {
      id
      name
    }
    items {
      id
      kind
      label
      dueOn
      finding {
        id
      }
    }
  }
`);
