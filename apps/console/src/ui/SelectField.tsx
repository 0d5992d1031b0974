import type { SelectHTMLAttributes } from 'react';
import { Field, type FieldProps } from './Field.tsx';
import css from './Field.module.css';

export type Option<V extends string = string> = { value: V; label: string; group?: string };

type SelectFieldProps<V extends string> = FieldProps & {
  value: V | null;
  onChange: (value: V | null) => void;
  options: readonly Option<V>[];
  /** What an empty choice is called, e.g. 请选择 or 全部. */
  emptyLabel: string;
} & Pick<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'disabled' | 'autoFocus'>;

/** A short closed list. The browser's own list: familiar, quick on phones, keyboard and screen reader included. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { value, onChange, options, emptyLabel, name, disabled, autoFocus, ...field } = props;
  const groups = [...new Set(options.map((option) => option.group ?? ''))];
  const rendered = (group: string) =>
    options
      .filter((option) => (option.group ?? '') === group)
      .map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ));
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          name={name}
          disabled={disabled}
          autoFocus={autoFocus}
          className={`${css.control} ${css.select}`}
          value={value ?? ''}
          onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value ?? null)}
        >
          <option value="">{emptyLabel}</option>
          {groups.map((group) =>
            group === '' ? (
              rendered(group)
            ) : (
              <optgroup key={group} label={group}>
                {rendered(group)}
              </optgroup>
            ),
          )}
        </select>
      )}
    </Field>
  );
}
