import { useTranslation } from 'react-i18next';
import css from '../../admin/admin.module.css';
import { settingsChanges } from './changes.ts';
import { settingsProblem, type SettingsValues } from './values.ts';

/** What will hold differently from now on, before anything is saved. */
export function SettingsChanges({ before, after }: { before: SettingsValues; after: SettingsValues }) {
  const { t } = useTranslation();
  const changed = settingsProblem(after) === 'empty' ? [] : settingsChanges(t, before, after);
  return (
    <div role="status">
      {changed.length > 0 && (
        <>
          <p>{t('rounds.changes')}</p>
          <ul>
            {changed.map((line) => (
              <li key={line.what}>{t('rounds.change', line)}</li>
            ))}
          </ul>
        </>
      )}
      <p className={css.quiet}>{t('admin.round.settingsHint')}</p>
    </div>
  );
}
