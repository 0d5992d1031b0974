import { LIMITS } from '@closeout/domain/limits';
import { RECEIVERS, RECOVERY_KINDS } from '@closeout/domain/vocabulary';
import { useTranslation } from 'react-i18next';
import type { Receiver, RecoveryKind } from '../../gql/graphql.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';

export type PaymentForm = {
  fen: string | null;
  kind: RecoveryKind;
  paidOn: string | null;
  payer: string;
  receiver: Receiver | null;
  components: string;
  voucherNumber: string;
  voucherFen: string | null;
};
export const EMPTY_PAYMENT: PaymentForm = {
  fen: null,
  kind: 'REFUND',
  paidOn: null,
  payer: '',
  receiver: null,
  components: '',
  voucherNumber: '',
  voucherFen: null,
};
export const PAYMENT_FIELDS = Object.keys(EMPTY_PAYMENT);

/** The payment as the API takes it; the sum and the amount are the form's own. */
export const paymentInput = (form: PaymentForm) => ({
  kind: form.kind,
  paidOn: form.paidOn,
  payer: form.payer.trim() || null,
  receiver: form.receiver,
  components: form.components.trim() || null,
  voucherNumber: form.voucherNumber.trim() || null,
  voucherFen: form.voucherFen,
});

type PaymentFieldsProps = {
  value: PaymentForm;
  onChange: (part: Partial<PaymentForm>) => void;
  errors: Readonly<Record<string, string>>;
};

/** Amount, date, payer, voucher; measure, receiver and components are folded: most payments are plain refunds. */
export function PaymentFields({ value, onChange, errors }: PaymentFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <AmountField
        label={t('sums.field.fen')}
        value={value.fen}
        onChange={(fen) => onChange({ fen })}
        error={errors.fen}
      />
      <DateField
        label={t('sums.field.paidOn')}
        optional
        value={value.paidOn}
        onChange={(day) => onChange({ paidOn: day })}
        error={errors.paidOn}
      />
      <TextField
        label={t('sums.field.payer')}
        optional
        value={value.payer}
        onChange={(payer) => onChange({ payer })}
        maxLength={LIMITS.name}
        error={errors.payer}
      />
      <TextField
        label={t('sums.field.voucherNumber')}
        optional
        value={value.voucherNumber}
        onChange={(number) => onChange({ voucherNumber: number })}
        maxLength={LIMITS.name}
        error={errors.voucherNumber}
      />
      <Disclosure label={t('piece.more')} note={t('sums.moreNote')}>
        <AmountField
          label={t('sums.field.voucherFen')}
          hint={t('sums.voucherHint')}
          optional
          value={value.voucherFen}
          onChange={(fen) => onChange({ voucherFen: fen })}
          error={errors.voucherFen}
        />
        <SelectField
          label={t('sums.field.kind')}
          emptyLabel={t('piece.choose')}
          value={value.kind}
          onChange={(kind) => onChange({ kind: kind ?? 'REFUND' })}
          options={RECOVERY_KINDS.map((kind) => ({ value: kind, label: t(`vocabulary.recoveryKind.${kind}`) }))}
        />
        <SelectField
          label={t('sums.field.receiver')}
          optional
          emptyLabel={t('piece.choose')}
          value={value.receiver}
          onChange={(receiver) => onChange({ receiver })}
          options={RECEIVERS.map((each) => ({ value: each, label: t(`vocabulary.receiver.${each}`) }))}
        />
        <TextField
          label={t('sums.field.components')}
          optional
          value={value.components}
          onChange={(components) => onChange({ components })}
          maxLength={LIMITS.name}
        />
      </Disclosure>
    </>
  );
}
