import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, type FieldProps } from './Field.tsx';
import css from './Field.module.css';

type NumberFieldProps = FieldProps & {
  value: number | null;
  onChange: (value: number | null) => void;
  unit?: string;
  min?: number;
  max?: number;
  name?: string;
};

/** A whole number such as 21 人; never steps on the mouse wheel, never turns an empty field into 0. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, unit, min = 0, max = 1_000_000, name, ...field } = props;
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const number = draft === null || draft.trim() === '' ? null : Number(draft.normalize('NFKC').replace(/,/g, ''));
  const wrong = number !== null && !(Number.isInteger(number) && number >= min && number <= max);
  const change = (text: string) => {
    setDraft(text);
    const next = Number(text.normalize('NFKC').replace(/,/g, ''));
    onChange(text.trim() !== '' && Number.isInteger(next) && next >= min && next <= max ? next : null);
  };
  return (
    <Field {...field} ownError={wrong ? t('ui.number.range', { min, max }) : null}>
      {(control) => (
        <span className={css.withUnit}>
          <input
            {...control}
            name={name}
            inputMode="numeric"
            autoComplete="off"
            className={`${css.control} ${css.figure}`}
            value={draft ?? (value === null ? '' : String(value))}
            onChange={(event) => change(event.target.value)}
            onBlur={() => !wrong && setDraft(null)}
          />
          {unit && <span className={css.unit}>{unit}</span>}
        </span>
      )}
    </Field>
  );
}
