import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { ExtensionFacts_ExtensionFragment } from '../../gql/graphql.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import waiting from '../inbox/waiting.module.css';
import css from './extensions.module.css';

const DecideExtension = graphql(`
  mutation DecideExtension($input: DecideExtensionInput!) {
    decideExtension(input: $input) {
      extension {
        ...ExtensionFacts_extension
      }
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type Decision = 'grant' | 'refuse';
type DecideExtensionDialogProps = {
  request: ExtensionFacts_ExtensionFragment;
  /** Which finding it is about: its number in the list, or its reference number. */
  about: string;
  onClose: () => void;
};

const LISTS = ['WaitingExtensions'];

/** Grants a request or refuses it with a reason; the request's words stand above the choice. */
export function DecideExtensionDialog({ request, about, onClose }: DecideExtensionDialogProps) {
  const { t } = useTranslation();
  const [decision, setDecision] = useState<Decision | null>(null);
  const [opinion, setOpinion] = useState('');
  const operation = useOperation(DecideExtension, LISTS);
  const refuses = decision === 'refuse';
  const submit = async () => {
    const input = { extensionId: request.id, grant: !refuses, opinion: opinion.trim() || null };
    if (!(await operation.run({ input }))) return;
    toast(t(refuses ? 'extension.done.refused' : 'extension.done.granted'));
    onClose();
  };
  const off =
    decision === null ? t('extension.chooseFirst') : refuses && opinion.trim() === '' ? t('extension.whyFirst') : null;
  return (
    <VerbDialog
      title={t('extension.decideTitle', { number: about })}
      verb={t(refuses ? 'extension.refuse' : 'extension.grant')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['opinion']}
      grave={refuses}
      off={off}
    >
      <div className={waiting.asked}>
        <p>
          <b>{t('extension.fromTo', { from: request.fromDueOn, to: request.toDueOn, count: request.days })}</b>
        </p>
        <p>{request.reason}</p>
        <p className={css.quiet}>{[request.requestedByName, request.requestedByPost].filter(Boolean).join(' · ')}</p>
      </div>
      <ChoiceField
        label={t('extension.decision')}
        value={decision}
        onChange={setDecision}
        options={[
          { value: 'grant', label: t('extension.grant') },
          { value: 'refuse', label: t('extension.refuse') },
        ]}
      />
      <TextArea
        label={t(refuses ? 'extension.why' : 'extension.opinion')}
        optional={!refuses}
        value={opinion}
        onChange={setOpinion}
        limit={LIMITS.opinion}
        rows={2}
        error={operation.fields.opinion}
      />
    </VerbDialog>
  );
}
