import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import field from './Field.module.css';
import css from './ChoiceField.module.css';

type ChoiceFieldProps<V extends string> = {
  label: string;
  hint?: string;
  error?: string | null;
  optional?: boolean;
  value: V | null;
  onChange: (value: V) => void;
  options: readonly { value: V; label: string; hint?: string }[];
};

/** Two to six choices, all in sight: quicker than a list that must be opened first. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>) {
  const { label, hint, error, optional, value, onChange, options } = props;
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset
      role="radiogroup"
      aria-required={!optional}
      aria-invalid={error ? true : undefined}
      aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
      className={field.field}
      tabIndex={error ? -1 : undefined}
    >
      <legend className={`${field.label} ${css.legend}`}>
        {label}
        {optional && <span className={field.optional}>{t('ui.optional')}</span>}
      </legend>
      <div className={css.choices}>
        {options.map((option) => (
          <label key={option.value} className={css.choice} title={option.hint}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {hint && (
        <p id={`${id}-hint`} className={field.hint}>
          {hint}
        </p>
      )}
      <div aria-live="polite" className={field.live}>
        {error && (
          <p id={`${id}-error`} className={field.error}>
            {error}
          </p>
        )}
      </div>
    </fieldset>
  );
}
