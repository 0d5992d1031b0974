import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { DeputationFacts_DeputationFragment } from '../../gql/graphql.ts';
import { toast } from '../../ui/toast-store.ts';

const EndDeputy = graphql(`
  mutation EndDeputy($input: EndDeputyInput!) {
    endDeputy(input: $input) {
      deputation {
        ...DeputationFacts_deputation
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['Deputies'];

/** Ends a deputation before its last day. */
export function EndDeputyDialog(props: { ended: DeputationFacts_DeputationFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const { ended, onClose } = props;
  const operation = useOperation(EndDeputy, LISTS);
  const submit = async () => {
    if (!(await operation.run({ input: { deputationId: ended.id, version: ended.version } }))) return;
    toast(t('deputy.done.ended'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('deputy.endTitle', { deputy: ended.deputyName, name: ended.principalName })}
      verb={t('deputy.end')}
      grave
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={[]}
      off={null}
    >
      <p>{t('deputy.endHint')}</p>
    </VerbDialog>
  );
}
