import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../forms/ReasonDialog.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';

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
  const operation = useOperation(DropAction);
  return (
    <ReasonDialog
      about={`drop:${action.id}`}
      title={t('action.dropTitle', { ordinal: action.ordinal })}
      verb={t('vocabulary.findingVerb.dropAction')}
      label={t('action.dropReason')}
      reasonFirst={t('signing.reasonFirst')}
      done={t('action.saved.dropped', { ordinal: action.ordinal })}
      operation={operation}
      run={(reason) => operation.run({ input: { actionId: action.id, version: action.version, reason } })}
      onClose={props.onClose}
    >
      <p>{action.text}</p>
    </ReasonDialog>
  );
}
