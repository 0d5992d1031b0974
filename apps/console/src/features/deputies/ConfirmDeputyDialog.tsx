import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { DeputationFacts_DeputationFragment } from '../../gql/graphql.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';

const ConfirmDeputy = graphql(`
  mutation ConfirmDeputy($input: ConfirmDeputyInput!) {
    confirmDeputy(input: $input) {
      deputation {
        ...DeputationFacts_deputation
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['Deputies', 'WaitingDeputies'];

/** Confirms a deputy or declines with a reason: the secretary, or the deputy whom the secretary named. */
export function ConfirmDeputyDialog(props: { asked: DeputationFacts_DeputationFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const { asked, onClose } = props;
  const [decision, setDecision] = useState<'agree' | 'decline' | null>(null);
  const [opinion, setOpinion] = useState('');
  const operation = useOperation(ConfirmDeputy, LISTS);
  const declines = decision === 'decline';
  const submit = async () => {
    const input = {
      deputationId: asked.id,
      version: asked.version,
      confirm: !declines,
      opinion: opinion.trim() || null,
    };
    if (!(await operation.run({ input }))) return;
    toast(t(declines ? 'deputy.done.declined' : 'deputy.done.confirmed'));
    onClose();
  };
  const off =
    decision === null ? t('deputy.chooseFirst') : declines && opinion.trim() === '' ? t('deputy.whyFirst') : null;
  return (
    <VerbDialog
      title={t('deputy.confirmTitle', { deputy: asked.deputyName, name: asked.principalName })}
      verb={t(declines ? 'deputy.decline' : 'deputy.agree')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['opinion']}
      grave={declines}
      off={off}
    >
      <p>
        {t(`vocabulary.deputisedRole.${asked.role}`)} · {asked.scopeName},
        {t('deputy.days', { from: asked.fromOn, to: asked.toOn })}
      </p>
      <p>{[asked.appointedByName, asked.reason].join(':')}</p>
      <ChoiceField
        label={t('deputy.decision')}
        value={decision}
        onChange={setDecision}
        options={(['agree', 'decline'] as const).map((value) => ({ value, label: t(`deputy.${value}`) }))}
      />
      <TextArea
        label={t(declines ? 'deputy.why' : 'deputy.opinion')}
        optional={!declines}
        value={opinion}
        onChange={setOpinion}
        limit={LIMITS.opinion}
        rows={2}
        error={operation.fields.opinion}
      />
    </VerbDialog>
  );
}
