import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './admin.module.css';

const SEARCH_FROM = 12;

type CheckListProps = {
  label: string;
  hint?: string;
  error?: string | null;
  options: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
};

/** Several of a list, with a filter and 全选 once the list is longer than a look. */
export function CheckList({ label, hint, error, options, chosen, onChange }: CheckListProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const shown = options.filter((option) => option.name.includes(text.trim()));
  const all = shown.length > 0 && shown.every((option) => chosen.includes(option.id));
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  const toggleAll = (on: boolean) => {
    const ids = shown.map((option) => option.id);
    onChange(on ? [...new Set([...chosen, ...ids])] : chosen.filter((id) => !ids.includes(id)));
  };
  return (
    <fieldset>
      <legend className={css.legend}>
        {label}{' '}
        <span className={css.quiet}>{t('admin.chosenOf', { chosen: chosen.length, total: options.length })}</span>
      </legend>
      {hint && <p className={css.quiet}>{hint}</p>}
      {options.length >= SEARCH_FROM && (
        <div className={css.bar}>
          <TextField
            className={css.grow}
            label={t('admin.filter')}
            hideLabel
            placeholder={t('admin.filter')}
            value={text}
            onChange={setText}
          />
          <CheckBox label={t('admin.all')} checked={all} onChange={toggleAll} />
        </div>
      )}
      <div className={`${css.checks} ${css.wide}`}>
        {shown.map((option) => (
          <CheckBox
            key={option.id}
            label={option.name}
            checked={chosen.includes(option.id)}
            onChange={(on) => toggle(option.id, on)}
          />
        ))}
      </div>
      {error && <p role="alert">{error}</p>}
    </fieldset>
  );
}
