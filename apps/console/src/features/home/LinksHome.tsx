import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../session/viewer.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { useNavigation } from '../../shell/nav.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import css from './home.module.css';

/** The home of administrators and integrators: what this account opens, and what each page is for. */
export function LinksHome() {
  const { t } = useTranslation();
  const { roles } = useViewer();
  const entries = useNavigation().filter((entry) => entry.key !== 'home');
  const words = roles.map((role) =>
    [...new Set([role.body?.name, role.department?.name, t(`vocabulary.role.${role.role}`)].filter(Boolean))].join(
      ' · ',
    ),
  );
  return (
    <>
      <PageHeader title={t('shell.nav.home')} sub={words.join(' / ')} />
      {entries.length === 0 ? (
        <EmptyState title={t('home.noRole')}>{t('home.noRoleText')}</EmptyState>
      ) : (
        <ul className={css.links}>
          {entries.map((entry) => (
            <li key={entry.path}>
              <Link to={entry.path} className={css.linkRow}>
                <b>{t(`shell.nav.${entry.key}`)}</b>
                <span>{t(`home.about.${entry.key}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
