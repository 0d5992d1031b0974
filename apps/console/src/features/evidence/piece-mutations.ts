import { graphql } from '../../gql/index.ts';

export const AddMeeting = graphql(`
  mutation AddMeeting($input: AddMeetingInput!) {
    addMeeting(input: $input) {
      evidence {
        id
        pieceNumber
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
export const AddDocument = graphql(`
  mutation AddDocument($input: AddDocumentInput!) {
    addDocument(input: $input) {
      evidence {
        id
        pieceNumber
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
export const AddTalk = graphql(`
  mutation AddTalk($input: AddTalkInput!) {
    addTalk(input: $input) {
      evidence {
        id
        pieceNumber
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
export const AddFileEvidence = graphql(`
  mutation AddFileEvidence($input: AddFileEvidenceInput!) {
    addFileEvidence(input: $input) {
      evidence {
        id
        pieceNumber
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
export const AddOtherEvidence = graphql(`
  mutation AddOtherEvidence($input: AddOtherEvidenceInput!) {
    addOtherEvidence(input: $input) {
      evidence {
        id
        pieceNumber
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
export const AddRefund = graphql(`
  mutation AddRefund($input: AddRefundInput!) {
    addRefund(input: $input) {
      evidence {
        id
        pieceNumber
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
export const EditEvidence = graphql(`
  mutation EditEvidence($input: EditEvidenceInput!) {
    editEvidence(input: $input) {
      evidence {
        ...PieceDrawer_piece
        ...PieceTag_piece
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
