import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';

const DropActionDialogFragment = graphql(`
  fragment DropActionDialog_action on Action {
    id
    version
    ordinal
    text
  }
`);

const DropAction = graphql(`
  mutation DropAction($input: DropActionInput!) {
    dropAction(input: $input) {
      action {
        id
        finding {
          ...FindingPage_finding
        }
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 措施不再实施: it stays in the list with its reason and no longer stands in the way. */
export function DropActionDialog(props: {
  action: FragmentType<typeof DropActionDialogFragment>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const action = readFragment(DropActionDialogFragment, props.action);
  const draft = useDraft(`drop:${action.id}`, { reason: '' });
  const operation = useOperation(DropAction);
  const submit = async () => {
    const input = { actionId: action.id, version: action.version, reason: draft.value.reason.trim() };
    if (!(await operation.run({ input }))) return;
    draft.clear();
    toast(t('action.saved.dropped', { ordinal: action.ordinal }));
    props.onClose();
  };
  return (
    <VerbDialog
      title={t('action.dropTitle', { ordinal: action.ordinal })}
      verb={t('vocabulary.findingVerb.dropAction')}
      operation={operation}
      onSubmit={submit}
      onClose={props.onClose}
      fields={['reason']}
      draft={draft}
      grave
      off={draft.value.reason.trim() === '' ? t('signing.reasonFirst') : null}
    >
      <p>{action.text}</p>
      <TextArea
        label={t('action.dropReason')}
        rows={2}
        value={draft.value.reason}
        onChange={(reason) => draft.put('reason', reason)}
        limit={LIMITS.reason}
        error={operation.fields.reason}
      />
    </VerbDialog>
  );
}
