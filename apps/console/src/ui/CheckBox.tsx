import { useId, type ReactNode } from 'react';
import css from './Field.module.css';

type CheckBoxProps = {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  name?: string;
  disabled?: boolean;
};

/** A yes or no, with its words as the target. */
export function CheckBox({ label, hint, checked, onChange, name, disabled }: CheckBoxProps) {
  const hintId = useId();
  return (
    <div>
      <label className={css.check}>
        <input
          type="checkbox"
          name={name}
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? hintId : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={hintId} className={css.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
