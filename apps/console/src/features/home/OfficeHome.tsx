import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { today } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { WaitingExtensions } from '../extensions/WaitingExtensions.tsx';
import { WaitingNotices } from '../notices/WaitingNotices.tsx';
import { BodiesTable } from './BodiesTable.tsx';
import css from './home.module.css';

const BodiesDocument = graphql(`
  query BodiesHome {
    inspections(first: 100) {
      totalCount
      edges {
        node {
          id
          progress {
            findings
            closed
            overdue
          }
          ...BodyProgress_inspection
        }
      }
    }
  }
`);

type BodiesHomeProps = { title: string; note: string; to: '/ledger' | '/outline' };

/** Bodies with their states, for those who oversee several. */
export function BodiesHome({ title, note, to }: BodiesHomeProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(BodiesDocument);
  const inspections = data?.inspections.edges.map((edge) => edge.node) ?? [];
  const sum = (key: 'findings' | 'closed' | 'overdue') =>
    inspections.reduce((all, each) => all + each.progress[key], 0);
  return (
    <div className={css.onePage}>
      <PageHeader
        title={title}
        sub={
          data &&
          t('home.bodiesSub', {
            bodies: data.inspections.totalCount,
            findings: sum('findings'),
            closed: sum('closed'),
            overdue: sum('overdue'),
            day: today(),
          })
        }
      />
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && inspections.length === 0 && <EmptyState title={t('home.noBodies')}>{t('home.noBodiesText')}</EmptyState>}
      {inspections.length > 0 && <BodiesTable inspections={inspections} to={to} />}
      {inspections.length > 0 && <p className={css.formula}>{note}</p>}
    </div>
  );
}

/** 首页·巡察办: its rounds' bodies by state. Findings themselves stay inside the bodies; a number opens their outlines. */
export function OfficeHome() {
  const { t } = useTranslation();
  return (
    <>
      <BodiesHome title={t('home.officeTitle')} note={t('home.officeNote')} to="/outline" />
      <WaitingNotices />
      <WaitingExtensions />
    </>
  );
}
