import { useTranslation } from 'react-i18next';
import { ComboField, type ComboOption } from '../../ui/ComboField.tsx';
import { Tag } from '../../ui/Tag.tsx';
import css from './ManyField.module.css';

type ManyFieldProps = {
  label: string;
  hint?: string;
  error?: string | null;
  value: readonly string[];
  onChange: (ids: string[]) => void;
  options: readonly ComboOption[];
};

/** Several of a list: each chosen one is a tag that can be taken off, the field adds another. */
export function ManyField({ label, hint, error, value, onChange, options }: ManyFieldProps) {
  const { t } = useTranslation();
  const chosen = options.filter((option) => value.includes(option.id));
  return (
    <div className={css.many}>
      <ComboField
        key={value.length}
        label={label}
        hint={hint}
        error={error}
        optional
        value={null}
        onChange={(id) => id && onChange([...value, id])}
        options={options.filter((option) => !value.includes(option.id))}
      />
      {chosen.length > 0 && (
        <div className={css.chosen}>
          {chosen.map((option) => (
            <Tag
              key={option.id}
              onRemove={() => onChange(value.filter((id) => id !== option.id))}
              removeLabel={t('finding.takeOff', { name: option.label })}
            >
              {option.label}
            </Tag>
          ))}
        </div>
      )}
    </div>
  );
}
