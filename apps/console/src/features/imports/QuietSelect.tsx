import css from './QuietSelect.module.css';

type QuietSelectProps<V extends string> = {
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  editable: boolean;
  onChange: (value: V) => void;
};

/** A value out of a short list that looks like text until it is pointed at; plain text where it may not change. */
export function QuietSelect<V extends string>({ label, value, options, editable, onChange }: QuietSelectProps<V>) {
  if (!editable) return <span>{options.find((option) => option.value === value)?.label ?? value}</span>;
  return (
    <select
      aria-label={label}
      className={css.select}
      value={value}
      onChange={(event) => {
        const next = options.find((option) => option.value === event.target.value);
        if (next && next.value !== value) onChange(next.value);
        event.target.blur(); // the keys of the page work again
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
