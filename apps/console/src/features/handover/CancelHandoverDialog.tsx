import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../forms/ConfirmDialog.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql } from '../../gql/index.ts';
import type { HandoverSheet_HandoverFragment } from '../../gql/graphql.ts';

const CancelHandover = graphql(`
  mutation CancelHandover($input: CancelHandoverInput!) {
    cancelHandover(input: $input) {
      handover {
        ...HandoverSheet_handover
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['Handovers'];

/** Cancels a handover that waits. */
export function CancelHandoverDialog(props: { handover: HandoverSheet_HandoverFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const { handover, onClose } = props;
  const operation = useOperation(CancelHandover, LISTS);
  return (
    <ConfirmDialog
      title={t('handover.cancelTitle', { title: handover.post.title })}
      verb={t('handover.cancel')}
      hint={t('handover.cancelHint')}
      done={t('handover.done.cancelled')}
      operation={operation}
      run={() => operation.run({ input: { handoverId: handover.id, version: handover.version } })}
      onClose={onClose}
    />
  );
}
