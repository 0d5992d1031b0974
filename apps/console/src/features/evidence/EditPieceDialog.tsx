import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { EditPieceDialog_PieceFragment } from '../../gql/graphql.ts';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { toast } from '../../ui/toast-store.ts';
import {
  commonInput,
  documentInput,
  EMPTY_PIECE,
  firstMissing,
  meetingInput,
  talkInput,
  type PieceForm,
} from './piece-form.ts';
import { PieceFields } from './PieceFields.tsx';
import { EditEvidence } from './piece-mutations.ts';

const EditPieceDialogFragment = graphql(`
  fragment EditPieceDialog_piece on Evidence {
    id
    version
    kind
    pieceNumber
    title
    acceptance
    place
    note
    headcount
    restricted
    checkedCount
    correctedCount
    date {
      on
      to
      text
      precision
    }
    meeting {
      type
      typeText
      chair
      attendees
      absent
      recorder
      agenda
      resolution
      minutesNumber
    }
    document {
      number
      issuer
      status
      change
    }
    talk {
      type
      typeText
      interviewer
      interviewee
      reason
      occurrences
    }
  }
`);

/** Nulls of the API as the empty values of a form. */
const filled = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

function formOf(piece: EditPieceDialog_PieceFragment): PieceForm {
  const { date, meeting, document, talk } = piece;
  const { type: meetingType, ...ofMeeting } = meeting ?? {};
  const { type: talkType, ...ofTalk } = talk ?? {};
  return {
    ...EMPTY_PIECE,
    ...filled({ title: piece.title, place: piece.place, note: piece.note, headcount: piece.headcount }),
    ...filled({ checkedCount: piece.checkedCount, correctedCount: piece.correctedCount }),
    ...filled({ date: date.on, dateTo: date.to, dateText: date.text, restricted: piece.restricted }),
    ...filled({ meetingType, ...ofMeeting }),
    ...filled({ ...document }),
    ...filled({ talkType, ...ofTalk }),
  };
}

/** The parts of the input that a kind has; a date known to less than a day keeps how well it is known. */
function inputOf(piece: EditPieceDialog_PieceFragment, form: PieceForm) {
  const untouched = form.date === (piece.date.on ?? null) && form.dateText === (piece.date.text ?? '');
  const { date, ...common } = commonInput(form);
  return {
    ...common,
    ...(untouched ? {} : { date }),
    title: form.title.trim() || null,
    ...(piece.meeting && { meeting: { type: form.meetingType, ...meetingInput(form) } }),
    ...(piece.document && { document: documentInput(form) }),
    ...(piece.talk && { talk: { type: form.talkType, ...talkInput(form) } }),
    ...(piece.kind === 'LATERAL_REVIEW' && { checkedCount: form.checkedCount, correctedCount: form.correctedCount }),
  };
}

/** Corrects a piece. One that was reviewed already waits for review again, and the form says so. */
export function EditPieceDialog(props: { piece: FragmentType<typeof EditPieceDialogFragment>; onClose: () => void }) {
  const { t } = useTranslation();
  const piece = readFragment(EditPieceDialogFragment, props.piece);
  const [name] = useState(`editPiece:${piece.id}:${piece.version}`);
  const draft = useDraft(name, formOf(piece));
  const operation = useOperation(EditEvidence);
  const missing = firstMissing(piece.kind, draft.value);
  const submit = async () => {
    const input = { evidenceId: piece.id, version: piece.version, ...inputOf(piece, draft.value) };
    if (!(await operation.run({ input }))) return;
    draft.clear();
    toast(t('piece.done.edited', { number: piece.pieceNumber }));
    props.onClose();
  };
  return (
    <VerbDialog
      title={t('piece.editTitle', { number: piece.pieceNumber })}
      verb={t('ui.save')}
      operation={operation}
      onSubmit={submit}
      onClose={props.onClose}
      fields={[...Object.keys(EMPTY_PIECE), 'type']}
      draft={draft}
      off={missing ? t('piece.stillEmpty', { field: t(`piece.field.${missing}`) }) : null}
    >
      {piece.acceptance !== 'PENDING' && <MarginNote kind="note">{t('piece.reviewAgain')}</MarginNote>}
      <PieceFields
        kind={piece.kind}
        value={draft.value}
        onChange={(part) => draft.set((old) => ({ ...old, ...part }))}
        errors={operation.fields}
        onSiteFrom={null}
      />
    </VerbDialog>
  );
}
