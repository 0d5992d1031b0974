import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { LedgerCheck } from './LedgerCheck.tsx';
import { ReportCheck } from './ReportCheck.tsx';
import { TableCheck } from './TableCheck.tsx';

const route = getRouteApi('/import/$importId');

const ImportPageDocument = graphql(`
  query ImportPage($id: ID!) {
    import(id: $id) {
      id
      kind
      ...ReportCheck_import
      ...LedgerCheck_import
      ...TableCheck_import
    }
  }
`);

/** 导入核对: what was read beside what it was read from, until it enters the ledger; afterwards the same to look at. */
export function ImportPage() {
  const { t } = useTranslation();
  const { importId } = route.useParams();
  const { data, error, refetch } = useQuery(ImportPageDocument, { variables: { id: importId } });
  const found = data?.import;
  if (error && !found) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={14} />;
  if (!found) {
    return (
      <EmptyState title={t('imports.check.absent')} action={<Link to="/import">{t('imports.check.toList')}</Link>}>
        {t('imports.check.absentText')}
      </EmptyState>
    );
  }
  switch (found.kind) {
    case 'REPORT':
      return <ReportCheck key={found.id} import={found} />;
    case 'LEDGER_WORKBOOK':
      return <LedgerCheck key={found.id} import={found} />;
    case 'LEDGER_CHANGES':
      return <TableCheck key={found.id} import={found} />;
  }
}
