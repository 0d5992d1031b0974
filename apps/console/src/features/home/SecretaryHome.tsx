import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { HomeFilings } from '../filings/HomeFilings.tsx';
import { BodyFigures } from './BodyFigures.tsx';
import { GroupBars } from './GroupBars.tsx';
import { HomeInspection, type HomeInspectionProps } from './HomeInspection.tsx';
import { PressingTable } from './PressingTable.tsx';
import { WaitingList } from './WaitingList.tsx';
import { useStanding } from './use-standing.ts';
import css from './home.module.css';

const SecretaryHomeDocument = graphql(`
  query SecretaryHome($inspectionId: ID!, $waiting: FindingFilter, $running: FindingFilter) {
    statistics(inspectionId: $inspectionId) {
      waitsForMe
      ...BodyFigures_statistics
      ...GroupBars_statistics
    }
    waiting: findings(filter: $waiting, first: 4, orderBy: { field: UPDATED, direction: ASC }) {
      edges {
        node {
          id
          pendingSubmission {
            id
            daysWaiting
          }
          ...Waiting_finding
        }
      }
    }
    pressing: findings(filter: $running, first: 5, orderBy: { field: DUE, direction: ASC }) {
      edges {
        node {
          id
          ...Pressing_finding
        }
      }
    }
  }
`);

/** 首页·书记: one page at a glance, on a screen, a phone or one sheet of paper. */
export function SecretaryHome() {
  return <HomeInspection>{(props) => <Page {...props} />}</HomeInspection>;
}

function Page({ inspection, picker }: HomeInspectionProps) {
  const { t } = useTranslation();
  const standing = useStanding(inspection);
  const { data, error, refetch } = useQuery(SecretaryHomeDocument, {
    variables: {
      inspectionId: inspection.id,
      waiting: { inspectionId: inspection.id, waitsForMe: true },
      running: { inspectionId: inspection.id, state: ['UNCLAIMED', 'RECTIFYING', 'IN_REVIEW'] },
    },
  });
  const waiting = data?.waiting.edges.map((edge) => edge.node) ?? [];
  const longest = Math.max(0, ...waiting.map((each) => each.pendingSubmission?.daysWaiting ?? 0));
  return (
    <div className={css.onePage}>
      <PageHeader
        title={t('home.progressTitle')}
        trail={picker}
        sub={standing}
        actions={<Button onClick={() => window.print()}>{t('home.printOne')}</Button>}
      />
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={12} />}
      {data?.statistics && (
        <>
          <BodyFigures statistics={data.statistics} inspection={inspection.id} longestWait={longest} />
          <HomeFilings inspectionId={inspection.id} />
          <div className={css.two}>
            <WaitingList findings={waiting} total={data.statistics.waitsForMe} />
            <GroupBars statistics={data.statistics} inspection={inspection.id} />
          </div>
          <PressingTable findings={data.pressing.edges.map((edge) => edge.node)} />
        </>
      )}
    </div>
  );
}
