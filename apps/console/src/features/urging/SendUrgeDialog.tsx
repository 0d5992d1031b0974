import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import { URGE_LISTS } from './urge-facts.ts';

const SendUrge = graphql(`
  mutation SendUrge($input: SendUrgeInput!) {
    sendUrge(input: $input) {
      urge {
        id
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type SendUrgeDialogProps = {
  inspectionId: string;
  department: { id: string; name: string };
  count: number;
  onClose: () => void;
};

/** 发催报单: the list as it stands when it is sent, with words of one's own. */
export function SendUrgeDialog({ inspectionId, department, count, onClose }: SendUrgeDialogProps) {
  const { t } = useTranslation();
  const draft = useDraft(`urge:${inspectionId}:${department.id}`, { note: '' });
  const operation = useOperation(SendUrge, URGE_LISTS);
  const submit = async () => {
    const input = { inspectionId, departmentId: department.id, note: draft.value.note.trim() || null };
    if (!(await operation.run({ input }))) return;
    draft.clear();
    toast(t('urging.done.sent', { department: department.name }));
    onClose();
  };
  return (
    <VerbDialog
      title={t('urging.sendTitle', { department: department.name })}
      verb={t('urging.send')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['note']}
      draft={draft}
    >
      <p>{t('urging.sendText', { count })}</p>
      <TextArea
        label={t('urging.note')}
        optional
        value={draft.value.note}
        onChange={(note) => draft.put('note', note)}
        limit={LIMITS.reason}
        error={operation.fields.note}
      />
    </VerbDialog>
  );
}
