import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { HandoverSheet_HandoverFragment } from '../../gql/graphql.ts';
import { toast } from '../../ui/toast-store.ts';

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
  const submit = async () => {
    if (!(await operation.run({ input: { handoverId: handover.id, version: handover.version } }))) return;
    toast(t('handover.done.cancelled'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('handover.cancelTitle', { title: handover.post.title })}
      verb={t('handover.cancel')}
      grave
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={[]}
      off={null}
    >
      <p>{t('handover.cancelHint')}</p>
    </VerbDialog>
  );
}
