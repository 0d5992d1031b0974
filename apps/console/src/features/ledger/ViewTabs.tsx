import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LEDGER_VIEWS, type LedgerSearch } from './ledger-search.ts';
import css from './LedgerPage.module.css';

/** The three lists and the ledger: the same rows with other columns. Each is an address of its own. */
export function ViewTabs({ search }: { search: LedgerSearch }) {
  const { t } = useTranslation();
  const shown = search.view ?? 'ledger';
  return (
    <nav className={css.views} aria-label={t('ledger.views')}>
      {LEDGER_VIEWS.map((view) => (
        <Link
          key={view}
          to="/ledger"
          search={{ ...search, view: view === 'ledger' ? undefined : view }}
          replace
          resetScroll={false}
          className={css.view}
          activeOptions={{ exact: true }}
          aria-current={view === shown ? 'page' : undefined}
        >
          {t(`ledger.view.${view}`)}
        </Link>
      ))}
    </nav>
  );
}
