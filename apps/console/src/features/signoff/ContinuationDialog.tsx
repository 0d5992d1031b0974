import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { DateField } from '../../ui/DateField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';

const ContinuationDialogFragment = graphql(`
  fragment ContinuationDialog_finding on Finding {
    id
    version
    seq
  }
`);

const SubmitForContinuation = graphql(`
  mutation SubmitForContinuation($input: SubmitForContinuationInput!) {
    submitForContinuation(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const EMPTY = { reason: '', target: '', nextReviewOn: null as string | null, statement: '' };

/** 申请持续整改: reason, target and next review take the place of "every action done". */
export function ContinuationDialog(props: {
  finding: FragmentType<typeof ContinuationDialogFragment>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const finding = readFragment(ContinuationDialogFragment, props.finding);
  const draft = useDraft(`continue:${finding.id}`, EMPTY);
  const operation = useOperation(SubmitForContinuation);
  const { reason, target, nextReviewOn, statement } = draft.value;
  const complete = reason.trim() !== '' && target.trim() !== '' && nextReviewOn !== null;
  const submit = async () => {
    if (nextReviewOn === null) return;
    const input = { findingId: finding.id, version: finding.version, reason, target, nextReviewOn };
    if (!(await operation.run({ input: { ...input, statement: statement.trim() || null } }))) return;
    draft.clear();
    toast(t('signing.done.submitted', { number: finding.seq }));
    props.onClose();
  };
  return (
    <VerbDialog
      title={t('signing.continueTitle', { number: finding.seq })}
      verb={t('signing.continue')}
      operation={operation}
      onSubmit={submit}
      onClose={props.onClose}
      fields={['reason', 'target', 'nextReviewOn', 'statement']}
      draft={draft}
      off={complete ? null : t('signing.continueFirst')}
    >
      <TextArea
        label={t('signing.reason')}
        hint={t('signing.reasonHint')}
        value={reason}
        onChange={(value) => draft.put('reason', value)}
        limit={LIMITS.text}
        error={operation.fields.reason}
      />
      <TextArea
        label={t('signing.target')}
        hint={t('signing.targetHint')}
        value={target}
        onChange={(value) => draft.put('target', value)}
        limit={LIMITS.text}
        rows={2}
        error={operation.fields.target}
      />
      <DateField
        label={t('signing.nextReview')}
        value={nextReviewOn}
        onChange={(value) => draft.put('nextReviewOn', value)}
        error={operation.fields.nextReviewOn}
      />
      <TextArea
        label={t('signing.statement')}
        optional
        value={statement}
        onChange={(value) => draft.put('statement', value)}
        limit={LIMITS.text}
        rows={2}
        error={operation.fields.statement}
      />
    </VerbDialog>
  );
}
