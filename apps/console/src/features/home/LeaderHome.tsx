import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { BodyFigures } from './BodyFigures.tsx';
import { GroupBars } from './GroupBars.tsx';
import { HomeInspection, type HomeInspectionProps } from './HomeInspection.tsx';
import { OwnFindings } from './OwnFindings.tsx';
import { WaitingList } from './WaitingList.tsx';
import { useStanding } from './use-standing.ts';
import css from './home.module.css';

const LeaderHomeDocument = graphql(`
  query LeaderHome($inspectionId: ID!, $waiting: FindingFilter, $own: FindingFilter) {
    statistics(inspectionId: $inspectionId) {
      waitsForMe
      ...BodyFigures_statistics
      ...GroupBars_statistics
    }
    waiting: findings(filter: $waiting, first: 6, orderBy: { field: UPDATED, direction: ASC }) {
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
    own: findings(filter: $own, first: 100, orderBy: { field: DUE, direction: ASC }) {
      totalCount
      edges {
        node {
          id
          ...OwnFinding_finding
        }
      }
    }
  }
`);

/** 首页·分管领导: what waits for the own signature first, then the own findings and the departments in charge of. */
export function LeaderHome() {
  return <HomeInspection>{(props) => <Page {...props} />}</HomeInspection>;
}

function Page({ inspection, picker }: HomeInspectionProps) {
  const { t } = useTranslation();
  const standing = useStanding(inspection);
  const { data, error, refetch } = useQuery(LeaderHomeDocument, {
    variables: {
      inspectionId: inspection.id,
      waiting: { inspectionId: inspection.id, waitsForMe: true },
      own: { inspectionId: inspection.id, state: ['UNCLAIMED', 'RECTIFYING', 'IN_REVIEW', 'CONTINUING'] },
    },
  });
  const waiting = data?.waiting.edges.map((edge) => edge.node) ?? [];
  const longest = Math.max(0, ...waiting.map((each) => each.pendingSubmission?.daysWaiting ?? 0));
  return (
    <div className={css.onePage}>
      <PageHeader title={t('home.mine')} trail={picker} sub={standing} />
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={12} />}
      {data?.statistics && (
        <>
          <BodyFigures statistics={data.statistics} inspection={inspection.id} longestWait={longest} />
          <div className={css.two}>
            <WaitingList findings={waiting} total={data.statistics.waitsForMe} />
            <GroupBars statistics={data.statistics} inspection={inspection.id} kinds={['department', 'aspect']} />
          </div>
          <OwnFindings
            title={t('home.openFindings')}
            total={data.own.totalCount}
            findings={data.own.edges.map((edge) => edge.node)}
            search={{
              inspection: inspection.id,
              state: ['UNCLAIMED', 'RECTIFYING', 'IN_REVIEW', 'CONTINUING'],
              sort: 'due',
            }}
          />
        </>
      )}
    </div>
  );
}
