import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupedYuan } from '../format.ts';
import { Field, type FieldProps } from './Field.tsx';
import { parseYuan } from './yuan.ts';
import css from './Field.module.css';

type AmountFieldProps = FieldProps & {
  /** Fen as a decimal string, `null` while empty. */
  value: string | null;
  /** Called with fen once the text reads as an amount, with `null` when it is empty or does not. */
  onChange: (fen: string | null) => void;
  name?: string;
};

/** An amount: typed or pasted in yuan (also 1.6万, 16,000 元), kept in fen, set as figures on leaving the field. */
export function AmountField(props: AmountFieldProps) {
  const { value, onChange, name, ...field } = props;
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = draft ?? (value === null ? '' : groupedYuan(value));

  const change = (text: string) => {
    setDraft(text);
    setProblem(null);
    onChange(text.trim() === '' ? null : (parseYuan(text).fen ?? null));
  };
  const leave = () => {
    if (draft === null) return;
    const parsed = draft.trim() === '' ? null : parseYuan(draft);
    if (parsed?.problem) return setProblem(t(`ui.amount.${parsed.problem}`));
    setDraft(null);
  };
  return (
    <Field {...field} ownError={problem}>
      {(control) => (
        <span className={css.withUnit}>
          <input
            {...control}
            name={name}
            inputMode="decimal"
            autoComplete="off"
            className={`${css.control} ${css.figure}`}
            value={shown}
            onChange={(event) => change(event.target.value)}
            onBlur={leave}
          />
          <span className={css.unit}>{t('ui.amount.yuan')}</span>
        </span>
      )}
    </Field>
  );
}
