import { useTranslation } from 'react-i18next';
import type { OffsetUnit } from '../../../gql/graphql.ts';
import { Button } from '../../../ui/Button.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { offsetWords } from '../reason-words.ts';
import css from '../../admin/admin.module.css';

type Value = { amount: number | null; unit: OffsetUnit };
type OffsetFieldProps = {
  label: string;
  /** What it decides. */
  decides: string;
  value: Value;
  usual: { amount: number; unit: OffsetUnit };
  /** Whose value is the usual one: the product's, or the round's. */
  of: 'default' | 'round';
  onChange: (value: Value) => void;
};

/** How long after the feedback a date lies: amount and unit, what it decides, and the way back to the usual value. */
export function OffsetField({ label, decides, value, usual, of, onChange }: OffsetFieldProps) {
  const { t } = useTranslation();
  const own = value.amount !== usual.amount || value.unit !== usual.unit;
  return (
    <div>
      <div className={css.pair}>
        <NumberField
          label={label}
          min={1}
          max={value.unit === 'MONTH' ? 24 : 366}
          value={value.amount}
          onChange={(amount) => onChange({ ...value, amount })}
        />
        <SelectField
          label={t('rounds.unitOf', { date: label })}
          hideLabel
          emptyLabel={t('vocabulary.offsetUnit.MONTH')}
          value={value.unit === 'MONTH' ? null : value.unit}
          onChange={(unit) => onChange({ ...value, unit: unit ?? 'MONTH' })}
          options={(['DAY', 'WORKING_DAY'] as const).map((unit) => ({
            value: unit,
            label: t(`vocabulary.offsetUnit.${unit}`),
          }))}
        />
      </div>
      <p className={css.quiet}>{decides}</p>
      {own && (
        <p className={css.quiet}>
          {t(`rounds.usual.${of}`, { value: offsetWords(t, usual) })}{' '}
          <Button look="quiet" onClick={() => onChange(usual)}>
            {t('rounds.reset')}
          </Button>
        </p>
      )}
    </div>
  );
}
