import { CheckBox } from '../../ui/CheckBox.tsx';
import css from '../admin/admin.module.css';

type ChecksProps<T extends string> = {
  legend: string;
  all: readonly T[];
  labelOf: (one: T) => string;
  chosen: readonly T[];
  onChange: (chosen: readonly T[]) => void;
  error?: string;
};

/** Some of a closed list, as boxes side by side. */
export function Checks<T extends string>({ legend, all, labelOf, chosen, onChange, error }: ChecksProps<T>) {
  return (
    <fieldset>
      <legend className={css.legend}>{legend}</legend>
      <div className={css.checks}>
        {all.map((one) => (
          <CheckBox
            key={one}
            label={labelOf(one)}
            checked={chosen.includes(one)}
            onChange={(on) => onChange(on ? [...chosen, one] : chosen.filter((other) => other !== one))}
          />
        ))}
      </div>
      {error && <p role="alert">{error}</p>}
    </fieldset>
  );
}
