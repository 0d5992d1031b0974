import { RESULTS, type Result } from '@closeout/domain/vocabulary';
import { useTranslation } from 'react-i18next';
import { CheckBox } from '../../../ui/CheckBox.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import css from '../../admin/admin.module.css';
import type { SettingsValues } from './values.ts';

type RateFieldsProps = {
  completed: readonly Result[];
  words: SettingsValues['resultWords'];
  onCompleted: (results: readonly Result[]) => void;
  onWords: (words: SettingsValues['resultWords']) => void;
};

/** Which results count as completed, and what each is called here. */
export function RateFields({ completed, words, onCompleted, onWords }: RateFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <fieldset>
        <legend className={css.legend}>{t('rounds.completed')}</legend>
        <div className={css.checks}>
          {RESULTS.map((result) => (
            <CheckBox
              key={result}
              label={t(`vocabulary.result.${result}`)}
              checked={completed.includes(result)}
              onChange={(on) => onCompleted(RESULTS.filter((one) => (one === result ? on : completed.includes(one))))}
            />
          ))}
        </div>
        <p className={css.quiet}>{t('rounds.completedHint')}</p>
      </fieldset>
      <fieldset>
        <legend className={css.legend}>{t('rounds.resultWords')}</legend>
        <p className={css.quiet}>{t('rounds.resultWordsHint')}</p>
        <div className={css.two}>
          {RESULTS.map((result) => (
            <TextField
              key={result}
              label={t(`vocabulary.result.${result}`)}
              placeholder={t(`vocabulary.result.${result}`)}
              optional
              maxLength={20}
              value={words[result] ?? ''}
              onChange={(word) => onWords({ ...words, [result]: word })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
