import { useTranslation } from 'react-i18next';
import { TextArea } from '../../ui/TextArea.tsx';
import css from './PhraseArea.module.css';

type PhraseAreaProps = {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  phrases: readonly string[];
  limit: number;
  error?: string | null;
  optional?: boolean;
};

/** A text with the usual phrases one press away; a phrase is added to what is written, never in its place. */
export function PhraseArea({ phrases, value, onChange, ...area }: PhraseAreaProps) {
  const { t } = useTranslation();
  const add = (phrase: string) => onChange(value.trim() === '' ? phrase : `${value.trimEnd()}${phrase}`);
  return (
    <div>
      <TextArea {...area} value={value} onChange={onChange} rows={3} />
      <div className={css.phrases} role="group" aria-label={t('signing.phrases')}>
        {phrases.map((phrase) => (
          <button key={phrase} type="button" className={css.phrase} onClick={() => add(phrase)}>
            {phrase}
          </button>
        ))}
      </div>
    </div>
  );
}
