import { LIMITS } from '@closeout/domain/limits';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { toast } from '../../ui/toast-store.ts';
import { ChangeSummary } from './ChangeSummary.tsx';
import { PhraseArea } from './PhraseArea.tsx';
import { phrasesOf } from './phrases.ts';

const ReturnDialogFragment = graphql(`
  fragment ReturnDialog_finding on Finding {
    id
    version
    seq
    pendingSubmission {
      id
      ...ChangeSummary_submission
    }
  }
`);

const ReturnFinding = graphql(`
  mutation ReturnFinding($input: ReturnFindingInput!) {
    returnFinding(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type ReturnDialogProps = {
  finding: FragmentType<typeof ReturnDialogFragment>;
  onClose: () => void;
  onDone?: () => void;
};

/** Sends a submission back to the department with a written reason: the reason stands in the margin until answered. */
export function ReturnDialog({ finding: masked, onClose, onDone }: ReturnDialogProps) {
  const { t } = useTranslation();
  const finding = readFragment(ReturnDialogFragment, masked);
  const submission = finding.pendingSubmission;
  const draft = useDraft(`return:${submission?.id ?? finding.id}`, { reason: '' });
  const navigate = useNavigate();
  const operation = useOperation(ReturnFinding);
  const submit = async () => {
    const input = { findingId: finding.id, version: finding.version, reason: draft.value.reason.trim() };
    const answer = await operation.run({ input });
    if (!answer) return;
    draft.clear();
    toast(t('signing.done.returned', { number: finding.seq }));
    onClose();
    if (onDone) onDone();
    // Whoever saw it only while it waited for him has nothing left to look at.
    else if (!answer.finding) void navigate({ to: '/inbox' });
  };
  return (
    <VerbDialog
      title={t('signing.returnTitle', { number: finding.seq })}
      verb={t('signing.return')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['reason']}
      draft={draft}
      grave
      off={draft.value.reason.trim() === '' ? t('signing.reasonFirst') : null}
    >
      {submission && <ChangeSummary submission={submission} />}
      <PhraseArea
        label={t('signing.returnReason')}
        hint={t('signing.returnHint')}
        value={draft.value.reason}
        onChange={(reason) => draft.put('reason', reason)}
        phrases={phrasesOf(t, 'return')}
        limit={LIMITS.reason}
        error={operation.fields.reason}
      />
    </VerbDialog>
  );
}
