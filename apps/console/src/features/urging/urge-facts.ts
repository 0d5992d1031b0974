import { graphql } from '../../gql/index.ts';

/** A list that was sent, as it stood then. */
export const SentUrgeFragment = graphql(`
  fragment SentUrge_urge on Urge {
    id
    note
    sentAt
    sentByName
    sentByPost
    acknowledgedAt
    acknowledgedByName
    waitsForMe
    body {
      id
      name
    }
    department {
      id
      name
    }
    lines {
      ...UrgeTable_line
    }
  }
`);

export const URGE_LISTS = ['UrgingPage', 'WaitingUrges'];
