import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { SightCard_SightFragment } from '../../gql/graphql.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';

const DecideSight = graphql(`
  mutation DecideSight($input: DecideSightInput!) {
    decideSight(input: $input) {
      sight {
        id
        ...SightCard_sight
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['HomeFilings'];

/** Grants sight until a day, or refuses with a reason. */
export function DecideSightDialog({ sight, onClose }: { sight: SightCard_SightFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const [decision, setDecision] = useState<'grant' | 'refuse' | null>(null);
  const [toOn, setToOn] = useState<string | null>(null);
  const [answer, setAnswer] = useState('');
  const operation = useOperation(DecideSight, LISTS);
  const refuses = decision === 'refuse';
  const submit = async () => {
    const seen = { sightId: sight.id, version: sight.version };
    const input = { ...seen, grant: !refuses, toOn: refuses ? null : toOn, answer: answer.trim() || null };
    if (!(await operation.run({ input }))) return;
    toast(t(refuses ? 'sight.done.refused' : 'sight.done.granted'));
    onClose();
  };
  const off =
    decision === null
      ? t('sight.decideFirst')
      : refuses
        ? answer.trim() === ''
          ? t('sight.reasonFirst')
          : null
        : toOn === null
          ? t('sight.dayFirst')
          : null;
  return (
    <VerbDialog
      title={t('sight.decideTitle', { office: sight.office.name })}
      verb={t(refuses ? 'sight.refuse' : 'sight.grant')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['toOn', 'answer']}
      grave={refuses}
      off={off}
    >
      <p>{sight.reason}</p>
      <p>{t('sight.grantText')}</p>
      <ChoiceField
        label={t('sight.decision')}
        value={decision}
        onChange={setDecision}
        options={[
          { value: 'grant', label: t('sight.grant') },
          { value: 'refuse', label: t('sight.refuse') },
        ]}
      />
      {decision === 'grant' && (
        <DateField
          label={t('sight.lastDay')}
          hint={sight.grantedUntilAtMost ? t('sight.lastDayHint', { day: sight.grantedUntilAtMost }) : undefined}
          value={toOn}
          onChange={setToOn}
          error={operation.fields.toOn}
        />
      )}
      <TextArea
        label={t(refuses ? 'sight.reason' : 'sight.answer')}
        optional={!refuses}
        value={answer}
        onChange={setAnswer}
        limit={LIMITS.reason}
        rows={2}
        error={operation.fields.answer}
      />
    </VerbDialog>
  );
}
