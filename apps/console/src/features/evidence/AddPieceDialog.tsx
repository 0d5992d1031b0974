import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { EvidenceKind } from '../../gql/graphql.ts';
import { toast } from '../../ui/toast-store.ts';
import { FilesField } from './FilesField.tsx';
import { OnBehalfFields, useOnBehalf } from './OnBehalf.tsx';
import { EMPTY_PIECE, firstMissing } from './piece-form.ts';
import { PieceFields } from './PieceFields.tsx';
import { purposeOf } from './PieceFiles.tsx';
import { useAddPiece } from './use-add-piece.ts';
import { useFiles } from './use-files.ts';

export const AddPieceFindingFragment = graphql(`
  fragment AddPiece_finding on Finding {
    id
    seq
    inspection {
      id
      onSiteFrom
    }
    ...OnBehalf_finding
  }
`);

type AddPieceDialogProps = {
  kind: EvidenceKind;
  action: { id: string; ordinal: number };
  finding: FragmentType<typeof AddPieceFindingFragment>;
  onClose: () => void;
};

const FIELDS = [...Object.keys(EMPTY_PIECE), 'type', 'date.on', 'date.to', 'date.text', 'onBehalfOf', 'onBehalfSource'];

/** A new piece of one kind: its short form, its scans, save. The words are kept as a draft; the files go once it exists. */
export function AddPieceDialog({ kind, action, finding: masked, onClose }: AddPieceDialogProps) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const finding = readFragment(AddPieceFindingFragment, masked);
  const behalf = useOnBehalf(finding);
  const draft = useDraft(`piece:${kind}:${action.id}`, { ...EMPTY_PIECE, ...behalf.empty });
  const files = useFiles();
  const [added, setAdded] = useState<{ id: string; pieceNumber: string } | null>(null);
  const [sending, setSending] = useState(false);
  const operation = useAddPiece(kind);
  const { value } = draft;
  const change = (part: Partial<typeof value>) => draft.set((old) => ({ ...old, ...part }));
  const missing = firstMissing(kind, value);
  const submit = async () => {
    if (sending) return;
    const piece = added ?? (await operation.add(value, { actionIds: [action.id], ...behalf.input(value) }));
    if (!piece) return;
    setAdded(piece);
    draft.clear();
    setSending(true);
    const complete = await files.sendAll({ evidenceId: piece.id }, purposeOf(kind));
    await client.refetchQueries({ include: ['FindingPage'] });
    setSending(false);
    if (!complete) return;
    toast(t('piece.done.added', { number: piece.pieceNumber }));
    onClose();
  };
  return (
    <VerbDialog
      title={t('piece.addTitle', {
        kind: t(`vocabulary.evidenceKind.${kind}`),
        finding: finding.seq,
        ordinal: action.ordinal,
      })}
      verb={t(added && !sending ? 'piece.sendAgain' : 'piece.save')}
      operation={{ ...operation, busy: operation.busy || sending }}
      onSubmit={submit}
      onClose={onClose}
      fields={FIELDS}
      draft={draft}
      off={missing ? t('piece.stillEmpty', { field: t(`piece.field.${missing}`) }) : null}
    >
      {added && !sending && <p role="status">{t('piece.savedFilesLeft', { number: added.pieceNumber })}</p>}
      <PieceFields
        kind={kind}
        value={value}
        onChange={change}
        errors={operation.fields}
        onSiteFrom={finding.inspection.onSiteFrom ?? null}
      />
      <FilesField label={t(kind === 'FILE' ? 'piece.files' : 'piece.scan')} files={files} optional />
      <OnBehalfFields behalf={behalf} value={value} onChange={change} errors={operation.fields} />
    </VerbDialog>
  );
}
