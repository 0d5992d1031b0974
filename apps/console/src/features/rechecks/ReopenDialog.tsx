import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { DateField } from '../../ui/DateField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';

const ReopenDialogFragment = graphql(`
  fragment ReopenDialog_finding on Finding {
    id
    version
    seq
  }
`);

const Reopen = graphql(`
  mutation Reopen($input: ReopenInput!) {
    reopen(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 重启: why the close-out does not hold, and until when the new cycle runs. The old signatures stay. */
export function ReopenDialog(props: { finding: FragmentType<typeof ReopenDialogFragment>; onClose: () => void }) {
  const { t } = useTranslation();
  const finding = readFragment(ReopenDialogFragment, props.finding);
  const draft = useDraft(`reopen:${finding.id}`, { reason: '', dueOn: null as string | null });
  const operation = useOperation(Reopen);
  const { reason, dueOn } = draft.value;
  const submit = async () => {
    if (dueOn === null) return;
    const input = { findingId: finding.id, version: finding.version, reason: reason.trim(), dueOn };
    if (!(await operation.run({ input }))) return;
    draft.clear();
    toast(t('recheck.done.reopened', { number: finding.seq }));
    props.onClose();
  };
  return (
    <VerbDialog
      title={t('recheck.reopenTitle', { number: finding.seq })}
      verb={t('vocabulary.findingVerb.reopen')}
      operation={operation}
      onSubmit={submit}
      onClose={props.onClose}
      fields={['reason', 'dueOn']}
      draft={draft}
      grave
      off={reason.trim() !== '' && dueOn !== null ? null : t('recheck.reopenFirst')}
    >
      <TextArea
        label={t('recheck.reopenReason')}
        hint={t('recheck.reopenHint')}
        value={reason}
        onChange={(words) => draft.put('reason', words)}
        limit={LIMITS.reason}
        error={operation.fields.reason}
      />
      <DateField
        label={t('recheck.newDay')}
        value={dueOn}
        onChange={(day) => draft.put('dueOn', day)}
        error={operation.fields.dueOn}
      />
    </VerbDialog>
  );
}
