import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { HandoverSheet_HandoverFragment, HandoverSide } from '../../gql/graphql.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';

const AcknowledgeHandover = graphql(`
  mutation AcknowledgeHandover($input: AcknowledgeHandoverInput!) {
    acknowledgeHandover(input: $input) {
      handover {
        ...HandoverSheet_handover
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['Handover', 'Handovers'];
type AcknowledgeDialogProps = { handover: HandoverSheet_HandoverFragment; side: HandoverSide; onClose: () => void };

/** One side says that the list as shown is complete; the second of the two passes everything on. */
export function AcknowledgeDialog({ handover, side, onClose }: AcknowledgeDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const operation = useOperation(AcknowledgeHandover, LISTS);
  const inPlace = side === 'IN_PLACE';
  const last = side === 'INCOMING' ? handover.outgoingCurrent : handover.incomingCurrent;
  const submit = async () => {
    const input = { handoverId: handover.id, digest: handover.digest, reason: reason.trim() || null };
    if (!(await operation.run({ input }))) return;
    toast(t(last ? 'handover.done.passed' : 'handover.done.acknowledged'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('handover.listTitle', { title: handover.post.title })}
      verb={t(`handover.acknowledge.${side}`)}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['reason']}
      off={inPlace && reason.trim() === '' ? t('handover.whyFirst') : null}
    >
      <p>{t(`handover.acknowledgeHint.${side}`, { count: handover.items.length })}</p>
      {inPlace && (
        <TextArea
          label={t('handover.why')}
          value={reason}
          onChange={setReason}
          limit={LIMITS.reason}
          rows={2}
          error={operation.fields.reason}
        />
      )}
    </VerbDialog>
  );
}
