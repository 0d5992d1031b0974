import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';

const SubmitDialogFragment = graphql(`
  fragment SubmitDialog_finding on Finding {
    id
    version
    seq
    returned {
      byName
      reason
    }
  }
`);

const Submit = graphql(`
  mutation Submit($input: SubmitInput!) {
    submit(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 提请销号: sends the finding up the chain, with an answer where it had come back. */
export function SubmitDialog(props: { finding: FragmentType<typeof SubmitDialogFragment>; onClose: () => void }) {
  const { t } = useTranslation();
  const finding = readFragment(SubmitDialogFragment, props.finding);
  const draft = useDraft(`submit:${finding.id}`, { statement: '' });
  const operation = useOperation(Submit);
  const submit = async () => {
    const statement = draft.value.statement.trim() || null;
    const done = await operation.run({ input: { findingId: finding.id, version: finding.version, statement } });
    if (!done) return;
    draft.clear();
    toast(t('signing.done.submitted', { number: finding.seq }));
    props.onClose();
  };
  return (
    <VerbDialog
      title={t('signing.submitTitle', { number: finding.seq })}
      verb={t('signing.submit')}
      operation={operation}
      onSubmit={submit}
      onClose={props.onClose}
      fields={['statement']}
      draft={draft}
    >
      {finding.returned && (
        <MarginNote title={t('finding.returned')} by={finding.returned.byName}>
          {finding.returned.reason}
        </MarginNote>
      )}
      <p>{t('signing.submitText')}</p>
      <TextArea
        label={t(finding.returned ? 'signing.answer' : 'signing.statement')}
        optional
        value={draft.value.statement}
        onChange={(statement) => draft.put('statement', statement)}
        limit={LIMITS.text}
        error={operation.fields.statement}
      />
    </VerbDialog>
  );
}
