import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../forms/ConfirmDialog.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql } from '../../gql/index.ts';
import type { DeputationFacts_DeputationFragment } from '../../gql/graphql.ts';

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
  return (
    <ConfirmDialog
      title={t('deputy.endTitle', { deputy: ended.deputyName, name: ended.principalName })}
      verb={t('deputy.end')}
      hint={t('deputy.endHint')}
      done={t('deputy.done.ended')}
      operation={operation}
      run={() => operation.run({ input: { deputationId: ended.id, version: ended.version } })}
      onClose={onClose}
    />
  );
}
