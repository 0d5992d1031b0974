import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupedYuan } from '../../format.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { ConsentForm } from '../../gql/graphql.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import css from './WaiveDialog.module.css';

const WaiveDialogFragment = graphql(`
  fragment WaiveDialog_sum on MoneySum {
    id
    label
    balance {
      outstandingFen
    }
  }
`);

const WaiveSum = graphql(`
  mutation WaiveSum($input: WaiveSumInput!) {
    waiveSum(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type Consent = { who: string; bodyName: string; form: ConsentForm; consentedOn: string | null; recorder: string };
const CONSENT: Consent = { who: '', bodyName: '', form: 'WRITTEN', consentedOn: null, recorder: '' };

/** 登记不予清退: how much is not recovered, why, and who agreed in which form. An oral consent names its recorder. */
export function WaiveDialog(props: { sum: FragmentType<typeof WaiveDialogFragment>; onClose: () => void }) {
  const { t } = useTranslation();
  const sum = readFragment(WaiveDialogFragment, props.sum);
  const [open] = useState(sum.balance.outstandingFen);
  const draft = useDraft(`waive:${sum.id}`, { fen: open as string | null, reason: '', consents: [CONSENT] });
  const operation = useOperation(WaiveSum);
  const { fen, reason, consents } = draft.value;
  const complete =
    fen !== null && reason.trim() !== '' && consents.every((each) => each.who.trim() && each.bodyName.trim());
  const change = (index: number, part: Partial<Consent>) =>
    draft.put(
      'consents',
      consents.map((each, i) => (i === index ? { ...each, ...part } : each)),
    );
  const submit = async () => {
    if (fen === null) return;
    const given = consents.map((each) => ({ ...each, recorder: each.recorder.trim() || null }));
    if (!(await operation.run({ input: { sumId: sum.id, fen, reason: reason.trim(), consents: given } }))) return;
    draft.clear();
    toast(t('sums.done.waiveSum'));
    props.onClose();
  };
  return (
    <VerbDialog
      title={t('sums.waiveTitle', { label: sum.label })}
      verb={t('vocabulary.findingVerb.waiveSum')}
      operation={operation}
      onSubmit={submit}
      onClose={props.onClose}
      fields={['fen', 'reason']}
      draft={draft}
      off={complete ? null : t('sums.waiveFirst')}
    >
      <p>{t('sums.open', { sum: groupedYuan(open) })}</p>
      <AmountField
        label={t('sums.field.waivedFen')}
        value={fen}
        onChange={(next) => draft.put('fen', next)}
        error={operation.fields.fen}
      />
      <TextArea
        label={t('sums.field.reason')}
        rows={2}
        limit={LIMITS.reason}
        value={reason}
        onChange={(text) => draft.put('reason', text)}
        error={operation.fields.reason}
      />
      {consents.map((each, index) => (
        <ConsentFields
          key={index}
          number={index + 1}
          value={each}
          onChange={(part) => change(index, part)}
          errors={operation.fields}
        />
      ))}
      <div>
        <Button onClick={() => draft.put('consents', [...consents, CONSENT])}>{t('sums.addConsent')}</Button>
      </div>
    </VerbDialog>
  );
}

type ConsentFieldsProps = {
  number: number;
  value: Consent;
  onChange: (part: Partial<Consent>) => void;
  errors: Readonly<Record<string, string>>;
};

function ConsentFields({ number, value, onChange, errors }: ConsentFieldsProps) {
  const { t } = useTranslation();
  const error = (field: string) => errors[`consents.${number - 1}.${field}`];
  return (
    <fieldset className={css.consent}>
      <legend>{t('sums.consent', { number })}</legend>
      <TextField
        label={t('sums.field.bodyName')}
        value={value.bodyName}
        onChange={(bodyName) => onChange({ bodyName })}
        error={error('bodyName')}
      />
      <TextField
        label={t('sums.field.who')}
        value={value.who}
        onChange={(who) => onChange({ who })}
        error={error('who')}
      />
      <ChoiceField
        label={t('sums.field.form')}
        value={value.form}
        onChange={(form) => onChange({ form })}
        options={(['WRITTEN', 'ORAL'] as const).map((form) => ({
          value: form,
          label: t(`vocabulary.consentForm.${form}`),
        }))}
      />
      <DateField
        label={t('sums.field.consentedOn')}
        optional
        value={value.consentedOn}
        onChange={(consentedOn) => onChange({ consentedOn })}
        error={error('consentedOn')}
      />
      {value.form === 'ORAL' && (
        <TextField
          label={t('sums.field.recorder')}
          warning={t('sums.oralWarning')}
          value={value.recorder}
          onChange={(recorder) => onChange({ recorder })}
          error={error('recorder')}
        />
      )}
    </fieldset>
  );
}
