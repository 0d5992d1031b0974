import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { ExportLink } from '../reports/ExportLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { InspectionPicker } from '../ledger/InspectionPicker.tsx';
import { useInspections } from '../ledger/inspections.ts';
import { MoneyTable } from './MoneyTable.tsx';
import { MoneyTotals } from './MoneyTotals.tsx';

const MoneyPageDocument = graphql(`
  query MoneyPage($inspectionId: ID!, $bodyId: String, $after: String) {
    statistics(inspectionId: $inspectionId) {
      asOf
      ...MoneyTotals_statistics
    }
    sums(first: 100, after: $after, filter: { bodyId: $bodyId }) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...MoneyTable_sum
        }
      }
    }
  }
`);

const route = getRouteApi('/money');

/** 清退台账: what each text states, what the body established, and where every fen stands. */
export function MoneyPage() {
  const { t } = useTranslation();
  const { inspection: wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const setWanted = (inspection: string) => void navigate({ search: { inspection } });
  const { all, chosen, error: unread, refetch: readAgain } = useInspections(wanted);
  const variables = { inspectionId: chosen?.id ?? '', bodyId: chosen?.body.id };
  const { data, error, refetch, fetchMore } = useQuery(MoneyPageDocument, { variables, skip: !chosen });
  if (unread) return <FaultPanel error={unread} onRetry={() => void readAgain()} />;
  if (error) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (chosen === null) return <EmptyState title={t('moneyLedger.none')} />;
  if (!data || !all || !chosen) return <Skeleton />;
  const { sums, statistics } = data;
  const more = () =>
    fetchMore({
      variables: { ...variables, after: sums.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        sums: { ...fetchMoreResult.sums, edges: [...before.sums.edges, ...fetchMoreResult.sums.edges] },
      }),
    });
  return (
    <>
      <PageHeader
        title={t('moneyLedger.title')}
        sub={
          <>
            <InspectionPicker all={all} chosen={chosen} onChoose={setWanted} /> ·{' '}
            {t('moneyLedger.count', { count: sums.totalCount })}
          </>
        }
        actions={
          <>
            <ExportLink list="refunds" query={{ inspectionId: chosen.id }} />
            <Button onClick={() => window.print()}>{t('statistics.print')}</Button>
          </>
        }
      />
      {statistics && <MoneyTotals statistics={statistics} />}
      {sums.edges.length === 0 ? (
        <EmptyState title={t('moneyLedger.empty')}>{t('moneyLedger.emptyText')}</EmptyState>
      ) : (
        <MoneyTable sums={sums.edges.map((edge) => edge.node)} />
      )}
      {sums.pageInfo.hasNextPage && <Button onClick={() => void more()}>{t('moneyLedger.more')}</Button>}
    </>
  );
}
