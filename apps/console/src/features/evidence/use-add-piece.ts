import { useOperation } from '../../forms/use-operation.ts';
import type { EvidenceKind, OtherEvidenceKind } from '../../gql/graphql.ts';
import { commonInput, documentInput, meetingInput, talkInput, type PieceForm } from './piece-form.ts';
import { AddDocument, AddFileEvidence, AddMeeting, AddOtherEvidence, AddTalk } from './piece-mutations.ts';
import { PIECE_PAGES } from './piece-pages.ts';

type Shared = { actionIds: string[]; onBehalfOf?: string | null; onBehalfSource?: string | null };
type Added = { id: string; pieceNumber: string };

/** The mutation of a kind, fed from the one flat form: a piece is added by the verb of what it is. */
export function useAddPiece(kind: EvidenceKind) {
  const meeting = useOperation(AddMeeting, PIECE_PAGES);
  const document = useOperation(AddDocument, PIECE_PAGES);
  const talk = useOperation(AddTalk, PIECE_PAGES);
  const file = useOperation(AddFileEvidence, PIECE_PAGES);
  const other = useOperation(AddOtherEvidence, PIECE_PAGES);
  const operation = { MEETING: meeting, DOCUMENT: document, TALK: talk, FILE: file }[kind as 'MEETING'] ?? other;

  const add = async (form: PieceForm, shared: Shared): Promise<Added | null> => {
    const common = { ...commonInput(form), ...shared };
    const title = form.title.trim();
    switch (kind) {
      case 'MEETING': {
        if (form.meetingType === null) return null;
        const input = { ...common, type: form.meetingType, title, details: meetingInput(form) };
        return (await meeting.run({ input }))?.evidence ?? null;
      }
      case 'DOCUMENT':
        return (await document.run({ input: { ...common, title, ...documentInput(form) } }))?.evidence ?? null;
      case 'TALK': {
        if (form.talkType === null) return null;
        const input = { ...common, type: form.talkType, title: title || null, ...talkInput(form) };
        return (await talk.run({ input: { ...input, restricted: form.restricted } }))?.evidence ?? null;
      }
      case 'FILE':
        return (await file.run({ input: { ...common, title } }))?.evidence ?? null;
      default: {
        const counts = { checkedCount: form.checkedCount, correctedCount: form.correctedCount };
        const input = { ...common, kind: kind as OtherEvidenceKind, title, ...counts };
        return (await other.run({ input }))?.evidence ?? null;
      }
    }
  };
  return { ...operation, add };
}
