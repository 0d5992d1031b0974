import { graphql } from '../../gql/index.ts';
import type { PublicationPage_PublicationFragment, PublicationVerb } from '../../gql/graphql.ts';

export const PublicationFragment = graphql(`
  fragment PublicationPage_publication on Publication {
    id
    state
    slug
    version
    drawnAt
    proposedByName
    proposedAt
    reviewedByName
    reviewedAt
    approvedByName
    approvedAt
    returnReason
    returnedByName
    returnedAt
    publishedAt
    takenDownAt
    pageOn
    commentsOn
    contactPhone
    contactAddress
    inspection {
      id
    }
    body {
      id
    }
    passages {
      key
      role
      style
      number
      internal
      source
      edited
      editedByName
      pending
      pendingGone
      previous
      decision
      ground
      replacement
      decidedByName
      publicText
    }
    hits {
      key
      kind
      text
      subject
      start
      end
      suggestions
      undecided
      decision
      replacement
      reason
      decidedByName
    }
    versions {
      id
      number
      asOf
      frozenAt
      frozenByName
      sha256
      publicSha256
      figures {
        code
        name
        value
        definition
      }
      signatures {
        id
        role
        method
        personName
        personPost
        signedOn
        scan {
          id
          path
          fileName
        }
      }
    }
    handouts
    readsComments
    replyDays
    clueDays {
      day
      count
    }
    transitions {
      verb
      to
      allowed
      reason
    }
  }
`);

export type PublicationData = PublicationPage_PublicationFragment;
export type PassageData = PublicationData['passages'][number];
export type HitData = PublicationData['hits'][number];

/** Whether the server would carry the verb out now. */
export const mayNow = ({ transitions }: PublicationData, verb: PublicationVerb): boolean =>
  transitions.some((one) => one.verb === verb && one.allowed);

/** What every change of a publication sends along. */
export const seen = ({ id, version }: PublicationData) => ({ publicationId: id, version });
