import type { InputHTMLAttributes, Ref } from 'react';
import { Field, type FieldProps } from './Field.tsx';
import css from './Field.module.css';

type TextFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<HTMLInputElement>;
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'className' | 'size'>;

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, warning, optional, hideLabel, className, id, value, onChange, ref, ...input } = props;
  return (
    <Field {...{ label, hint, error, warning, optional, hideLabel, className, id }}>
      {(control) => (
        <input
          {...input}
          {...control}
          ref={ref}
          className={css.control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
