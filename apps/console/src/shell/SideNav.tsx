import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNavigation, type NavEntry } from './nav.ts';
import css from './SideNav.module.css';

/** Left of the page: the daily things, a hairline, the rest. */
export function SideNav() {
  const { t } = useTranslation();
  const entries = useNavigation();
  const daily = entries.filter((entry) => entry.group === 'daily');
  const more = entries.filter((entry) => entry.group === 'more');
  return (
    <nav className={css.nav} aria-label={t('shell.mainNav')}>
      <NavList entries={daily} />
      {more.length > 0 && <hr className={css.rule} />}
      <NavList entries={more} />
    </nav>
  );
}

/** The entries as links; the page shown is marked for eyes and for screen readers. */
export function NavList({ entries, onFollow }: { entries: readonly NavEntry[]; onFollow?: () => void }) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.path}>
          <Link
            to={entry.path}
            className={css.link}
            activeProps={{ className: `${css.link} ${css.on}` }}
            activeOptions={{ exact: entry.path === '/', includeSearch: false }}
            onClick={onFollow}
          >
            {t(`shell.nav.${entry.key}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
