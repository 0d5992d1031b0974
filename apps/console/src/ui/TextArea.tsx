import type { Ref, TextareaHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, type FieldProps } from './Field.tsx';
import css from './Field.module.css';

type TextAreaProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** Longest text the server takes; the count is shown once four fifths are used. */
  limit?: number;
  ref?: Ref<HTMLTextAreaElement>;
} & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'className'>;

/** Several lines of prose; grows with the text where the browser can, by hand elsewhere. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, warning, optional, hideLabel, className, id, value, onChange, limit, ref, ...area } =
    props;
  const { t } = useTranslation();
  const length = [...value].length;
  const rows = Math.min(14, Math.max(area.rows ?? 3, value.split('\n').length + Math.floor(length / 42)));
  return (
    <Field {...{ label, hint, error, warning, optional, hideLabel, className, id }}>
      {(control) => (
        <>
          <textarea
            {...area}
            {...control}
            ref={ref}
            rows={rows}
            className={`${css.control} ${css.area}`}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {limit !== undefined && length > limit * 0.8 && (
            <span className={length > limit ? `${css.counter} ${css.over}` : css.counter}>
              {t('ui.characters', { used: length, limit })}
            </span>
          )}
        </>
      )}
    </Field>
  );
}
