import { LIMITS } from '@closeout/domain/limits';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { FilingKind } from '../../gql/graphql.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import { filingTitle } from './filing-words.ts';

const PrepareFiling = graphql(`
  mutation PrepareFiling($input: PrepareFilingInput!) {
    prepareFiling(input: $input) {
      filing {
        id
        ...FilingPage_filing
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['FilingsPage'];

type PrepareFilingDialogProps = {
  inspectionId: string;
  filing: { kind: FilingKind; number: number; version?: number | null };
  onClose: () => void;
};

/** Takes the ledger of this moment; what it holds is looked at on the filing's page before the secretary files it. */
export function PrepareFilingDialog({ inspectionId, filing, onClose }: PrepareFilingDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { kind, number, version } = filing;
  const draft = useDraft(`filing:${inspectionId}:${kind}:${number}`, { note: '' });
  const operation = useOperation(PrepareFiling, LISTS);
  const submit = async () => {
    const input = { inspectionId, kind, number, version, note: draft.value.note.trim() || null };
    const answer = await operation.run({ input });
    if (!answer?.filing) return;
    draft.clear();
    toast(t('filing.done.prepareFiling'));
    onClose();
    void navigate({ to: '/filings/$filingId', params: { filingId: answer.filing.id }, search: {} });
  };
  return (
    <VerbDialog
      title={t('filing.prepareTitle', { paper: filingTitle(t, filing) })}
      verb={t('filing.prepare')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['note']}
      draft={draft}
    >
      <p>{t('filing.prepareText')}</p>
      <TextArea
        label={t('filing.note')}
        hint={t('filing.noteHint')}
        optional
        value={draft.value.note}
        onChange={(words) => draft.put('note', words)}
        limit={LIMITS.text}
        error={operation.fields.note}
      />
    </VerbDialog>
  );
}
