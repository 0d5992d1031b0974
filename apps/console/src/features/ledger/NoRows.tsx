import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import { useCapability } from '../../session/viewer.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { isFiltered, withoutFilters, type LedgerSearch } from './ledger-search.ts';

/** Why the list is empty: a filter that nothing fits, or a ledger without findings. */
export function NoRows({ search, onChange }: { search: LedgerSearch; onChange: (next: LedgerSearch) => void }) {
  const { t } = useTranslation();
  const clerk = useCapability('IMPORT');
  if (isFiltered(search)) {
    return (
      <EmptyState
        title={t('ledger.nothingFits')}
        action={<Button onClick={() => onChange(withoutFilters(search))}>{t('ledger.clearFilters')}</Button>}
      >
        {t('ledger.nothingFitsText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('ledger.empty')} action={clerk && <Link to="/import">{t('ledger.toImport')}</Link>}>
      {t(clerk ? 'ledger.emptyClerk' : 'ledger.emptyText')}
    </EmptyState>
  );
}
