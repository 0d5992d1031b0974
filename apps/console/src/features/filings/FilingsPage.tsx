import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { today } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { SightsPanel } from '../sights/SightsPanel.tsx';
import { BodiesFilings } from './BodiesFilings.tsx';
import { FilingsTable } from './FilingsTable.tsx';
import css from './filings.module.css';

const FilingsPageDocument = graphql(`
  query FilingsPage {
    inspections(first: 100) {
      totalCount
      edges {
        node {
          id
          body {
            id
            name
          }
          filingCounts {
            due
            filed
            late
            missing
          }
          ...BodiesFilings_inspection
          ...FilingsTable_inspection
        }
      }
    }
  }
`);

const route = getRouteApi('/filings');

/** 报送: what a body owes its office and how it stands; for who oversees several, body by body. */
export function FilingsPage() {
  const { t } = useTranslation();
  const { inspection: wanted } = route.useSearch();
  const { data, error, refetch } = useQuery(FilingsPageDocument);
  if (!data) return error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />;
  const all = data.inspections.edges.map((edge) => edge.node);
  const chosen = all.find((one) => one.id === wanted) ?? (all.length === 1 ? all[0] : undefined);
  const counts = chosen ? [chosen.filingCounts] : all.map((one) => one.filingCounts);
  const sum = (key: 'due' | 'filed' | 'late' | 'missing') => counts.reduce((total, one) => total + one[key], 0);
  return (
    <>
      <PageHeader
        title={chosen && all.length > 1 ? chosen.body.name : t('shell.nav.filings')}
        trail={
          chosen &&
          all.length > 1 && (
            <Link to="/filings" search={{}}>
              {t('filing.allBodies')}
            </Link>
          )
        }
        sub={
          all.length > 0 &&
          t('filing.sub', {
            due: sum('due'),
            filed: sum('filed'),
            late: sum('late'),
            missing: sum('missing'),
            day: today(),
          })
        }
      />
      {all.length === 0 && <EmptyState title={t('filing.none')}>{t('filing.noneText')}</EmptyState>}
      {chosen ? <FilingsTable inspection={chosen} /> : all.length > 0 && <BodiesFilings inspections={all} />}
      {chosen && <SightsPanel inspectionId={chosen.id} />}
      {all.length > 0 && <p className={css.formula}>{t('filing.formula')}</p>}
    </>
  );
}
