import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { DateField } from '../../ui/DateField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';

const RequestExtensionDialogFragment = graphql(`
  fragment RequestExtensionDialog_finding on Finding {
    id
    version
    seq
    deadline {
      dueOn
    }
  }
`);

const RequestExtension = graphql(`
  mutation RequestExtension($input: RequestExtensionInput!) {
    requestExtension(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type RequestExtensionDialogProps = {
  finding: FragmentType<typeof RequestExtensionDialogFragment>;
  onClose: () => void;
};

/** 申请延期: until when, and why; the present due day stays in sight. */
export function RequestExtensionDialog({ finding: masked, onClose }: RequestExtensionDialogProps) {
  const { t } = useTranslation();
  const finding = readFragment(RequestExtensionDialogFragment, masked);
  const draft = useDraft(`extension:${finding.id}`, { dueOn: null as string | null, reason: '' });
  const operation = useOperation(RequestExtension);
  const { dueOn, reason } = draft.value;
  const submit = async () => {
    if (dueOn === null) return;
    const input = { findingId: finding.id, version: finding.version, dueOn, reason: reason.trim() };
    if (!(await operation.run({ input }))) return;
    draft.clear();
    toast(t('extension.done.requested'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('extension.requestTitle', { number: finding.seq })}
      verb={t('extension.request')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['dueOn', 'reason']}
      draft={draft}
      off={dueOn !== null && reason.trim() !== '' ? null : t('extension.first')}
    >
      <DateField
        label={t('extension.newDay')}
        hint={t('extension.newDayHint', { day: finding.deadline.dueOn })}
        value={dueOn}
        onChange={(day) => draft.put('dueOn', day)}
        error={operation.fields.dueOn}
      />
      <TextArea
        label={t('extension.reason')}
        hint={t('extension.reasonHint')}
        value={reason}
        onChange={(words) => draft.put('reason', words)}
        limit={LIMITS.reason}
        error={operation.fields.reason}
      />
    </VerbDialog>
  );
}
