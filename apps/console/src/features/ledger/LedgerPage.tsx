import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { InspectionPicker } from './InspectionPicker.tsx';
import { useInspections, type InspectionInReach } from './inspections.ts';
import { LedgerActions } from './LedgerActions.tsx';
import { LedgerFilters } from './LedgerFilters.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import { LedgerTotalsBar } from './LedgerTotalsBar.tsx';
import { NoRows } from './NoRows.tsx';
import { PaperLedger } from './PaperLedger.tsx';
import { totalsOf } from './ledger-items.ts';
import { filterOf, isFiltered, orderOf, type LedgerSearch } from './ledger-search.ts';
import { usePaper } from './use-paper.ts';
import { useLedgerPages } from './use-ledger-pages.ts';
import { ViewTabs } from './ViewTabs.tsx';
import css from './LedgerPage.module.css';

const route = getRouteApi('/ledger');

const LedgerPageDocument = graphql(`
  query LedgerPage($inspectionId: ID!) {
    statistics(inspectionId: $inspectionId) {
      findings
      actions
      evidence {
        kind
        count
      }
      byAspect {
        id
        findings
        closed
      }
    }
  }
`);

/** 问题台账: four lists as views of the same rows. View, filters and order stand in the URL. */
export function LedgerPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { all, chosen, error, refetch } = useInspections(search.inspection);
  const change = (next: LedgerSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  if (error && !all) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (!all) return <Skeleton lines={14} />;
  if (!chosen) {
    return (
      <>
        <PageHeader title={t('shell.nav.ledger')} />
        <EmptyState title={t('ledger.noInspection')}>{t('ledger.noInspectionText')}</EmptyState>
      </>
    );
  }
  return <Ledger key={chosen.id} all={all} inspection={chosen} search={search} onChange={change} />;
}

/** A new object that says the same is the old object: rows are drawn again only when the URL's meaning changes. */
function useSame<T>(value: T): T {
  const signature = JSON.stringify(value);
  return useMemo(() => JSON.parse(signature) as T, [signature]);
}

type LedgerProps = {
  all: readonly InspectionInReach[];
  inspection: InspectionInReach;
  search: LedgerSearch;
  onChange: (next: LedgerSearch) => void;
};

function Ledger({ all, inspection, search: given, onChange }: LedgerProps) {
  const { t } = useTranslation();
  const search = useSame(given);
  const view = search.view ?? 'ledger';
  const variables = useMemo(
    () => ({
      filter: filterOf(search, inspection.id),
      orderBy: orderOf(search),
      findings: view === 'findings',
      tasks: view === 'tasks',
      duties: view === 'duties',
    }),
    [search, inspection.id, view],
  );
  const pages = useLedgerPages(variables);
  // old rows on the screen stay those of the list they were read for, and are not drawn again before the new ones come
  const [listed, setListed] = useState(search);
  if (!pages.stale && listed !== search) setListed(search);
  const { data } = useQuery(LedgerPageDocument, { variables: { inspectionId: inspection.id } });
  const statistics = data?.statistics;
  const totals = useMemo(() => totalsOf(pages.rows), [pages.rows]);
  const paper = usePaper(pages.all);
  const filtered = isFiltered(search);
  const evidence = statistics?.evidence.reduce((sum, each) => sum + each.count, 0);
  return (
    <>
      <div className={paper.on ? 'no-print' : undefined}>
        <PageHeader
          title={t('shell.nav.ledger')}
          trail={
            all.length > 1 && (
              <InspectionPicker
                all={all}
                chosen={inspection}
                onChoose={(id) => onChange({ view: search.view, inspection: id })}
              />
            )
          }
          sub={[
            all.length === 1 && inspection.round.name,
            statistics && t('ledger.sub', { findings: statistics.findings, actions: statistics.actions, evidence }),
          ]
            .filter(Boolean)
            .join(' · ')}
          actions={<LedgerActions inspection={inspection} onPrint={paper.print} />}
        />
        <div className={css.bar}>
          <ViewTabs search={search} />
          <LedgerFilters inspection={inspection} search={search} onChange={onChange} />
        </div>
        {pages.error !== null && <FaultPanel error={pages.error} onRetry={pages.retry} />}
        {pages.total === null && pages.error === null && <Skeleton lines={14} />}
        {pages.total === 0 && <NoRows search={search} onChange={onChange} />}
        {pages.total !== null && pages.total > 0 && (
          <>
            <LedgerTable
              rows={pages.rows}
              total={pages.total}
              complete={pages.complete}
              stale={pages.stale}
              view={listed.view ?? 'ledger'}
              search={listed}
              sort={{ by: search.sort, desc: Boolean(search.desc) }}
              onSort={(sort, desc) => onChange({ ...search, sort, desc: desc || undefined })}
              onNearEnd={pages.more}
              aspects={statistics?.byAspect ?? []}
              filtered={filtered}
            />
            <LedgerTotalsBar
              totals={totals}
              listed={pages.total}
              all={statistics?.findings ?? null}
              complete={pages.complete}
              filtered={filtered}
            />
          </>
        )}
      </div>
      {paper.on && (
        <PaperLedger rows={pages.rows} inspection={inspection} view={view} grouped={!search.sort} totals={totals} />
      )}
    </>
  );
}
