import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCapability, useViewer } from '../session/viewer.ts';
import { JobCount } from './JobCount.tsx';
import { SearchBox } from './SearchBox.tsx';
import { ViewerMenu } from './ViewerMenu.tsx';
import { WarningBell } from './WarningBell.tsx';
import css from './TopBar.module.css';

/** The brand line, whose ledger this is, the search, the reader. */
export function TopBar() {
  const { t } = useTranslation();
  const { roles } = useViewer();
  const bodies = [...new Set(roles.flatMap((role) => (role.body ? [role.body.name] : [])))];
  const searchable = useCapability('LEDGER');
  return (
    <header className={css.top}>
      <Link to="/" className={css.brand}>
        {t('shell.brand')}
      </Link>
      <span className={css.body}>{bodies.slice(0, 2).join(' · ')}</span>
      <div className={css.right}>
        {searchable && <SearchBox />}
        <JobCount />
        <WarningBell />
        <ViewerMenu />
      </div>
    </header>
  );
}
