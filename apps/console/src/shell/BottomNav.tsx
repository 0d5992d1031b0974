import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Drawer } from '../ui/Dialog.tsx';
import { NavList } from './SideNav.tsx';
import { useNavigation } from './nav.ts';
import css from './BottomNav.module.css';

const IN_SIGHT = 4;

/** On a phone: the first daily pages under the thumb, the rest behind 更多. */
export function BottomNav() {
  const { t } = useTranslation();
  const entries = useNavigation();
  const [open, setOpen] = useState(false);
  const daily = entries.filter((entry) => entry.group === 'daily').slice(0, IN_SIGHT);
  const close = () => setOpen(false);
  if (entries.length < 2) return null;
  return (
    <nav className={css.bar} aria-label={t('shell.mainNav')}>
      {daily.map((entry) => (
        <Link
          key={entry.path}
          to={entry.path}
          className={css.link}
          activeProps={{ className: `${css.link} ${css.on}` }}
          activeOptions={{ exact: entry.path === '/', includeSearch: false }}
        >
          {t(`shell.nav.${entry.key}`)}
        </Link>
      ))}
      {entries.length > daily.length && (
        <button type="button" className={css.link} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t('shell.more')}
        </button>
      )}
      <Drawer title={t('shell.mainNav')} open={open} onClose={close}>
        <NavList entries={entries} onFollow={close} />
      </Drawer>
    </nav>
  );
}
