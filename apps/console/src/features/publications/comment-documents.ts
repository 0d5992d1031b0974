import { graphql } from '../../gql/index.ts';
import type { CommentInbox_CommentFragment } from '../../gql/graphql.ts';

export const CommentFragment = graphql(`
  fragment CommentInbox_comment on PublicationComment {
    id
    item
    text
    masked
    receivedAt
    state
    replyDueOn
    overdue
    answer
    publicAnswer
    answeredByName
    releasedByName
    releasedAt
    transitions {
      verb
      allowed
      reason
    }
    version
  }
`);

export const CommentInboxDocument = graphql(`
  query CommentInbox($publicationId: ID!, $after: String) {
    publicationComments(first: 50, after: $after, filter: { publicationId: $publicationId }) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...CommentInbox_comment
        }
      }
    }
  }
`);

export const ShowComment = graphql(`
  mutation ShowComment($input: CommentInput!) {
    showComment(input: $input) {
      publication {
        id
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
export const HideComment = graphql(`
  mutation HideComment($input: CommentInput!) {
    hideComment(input: $input) {
      publication {
        id
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
export const AnswerComment = graphql(`
  mutation AnswerComment($input: AnswerCommentInput!) {
    answerComment(input: $input) {
      publication {
        id
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
export const ReleaseAnswer = graphql(`
  mutation ReleaseAnswer($input: CommentInput!) {
    releaseAnswer(input: $input) {
      publication {
        id
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
export const HandOverClue = graphql(`
  mutation HandOverClue($input: CommentInput!) {
    handOverClue(input: $input) {
      publication {
        id
        clueDays {
          day
          count
        }
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

export type CommentData = CommentInbox_CommentFragment;

/** Read again after each write: answers of writes never hold a comment. */
export const INBOX: readonly string[] = ['CommentInbox'];

/** What every change of a comment sends along. */
export const seenComment = ({ id, version }: CommentData) => ({ commentId: id, version });
