import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { dateTime } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import button from '../../ui/Button.module.css';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Assignments } from './Assignments.tsx';
import { HomeFilings } from '../filings/HomeFilings.tsx';
import { BodyFigures } from './BodyFigures.tsx';
import { HomeInspection, type HomeInspectionProps } from './HomeInspection.tsx';
import { UrgeList } from './UrgeList.tsx';
import { useStanding } from './use-standing.ts';
import css from './home.module.css';

const ClerkHomeDocument = graphql(`
  query ClerkHome($inspectionId: ID!, $unclaimed: FindingFilter, $running: FindingFilter, $imports: ImportFilter) {
    statistics(inspectionId: $inspectionId) {
      ...BodyFigures_statistics
    }
    unclaimed: findings(filter: $unclaimed, first: 100) {
      edges {
        node {
          id
          ...Assignment_finding
        }
      }
    }
    running: findings(filter: $running, first: 100, orderBy: { field: DUE, direction: ASC }) {
      edges {
        node {
          id
          ...Assignment_finding
          ...Urge_finding
        }
      }
    }
    imports(filter: $imports, first: 20) {
      edges {
        node {
          id
          fileName
          state
          createdAt
          createdByName
          findingCount
        }
      }
    }
  }
`);

/** 首页·整改办: what waits for the clerk, and who has to be reminded of what. */
export function ClerkHome() {
  return <HomeInspection>{(props) => <Page {...props} />}</HomeInspection>;
}

function Page({ inspection, picker }: HomeInspectionProps) {
  const { t } = useTranslation();
  const standing = useStanding(inspection);
  const { data, error, refetch } = useQuery(ClerkHomeDocument, {
    variables: {
      inspectionId: inspection.id,
      unclaimed: { inspectionId: inspection.id, state: ['UNCLAIMED'] },
      running: { inspectionId: inspection.id, state: ['RECTIFYING', 'IN_REVIEW'] },
      imports: { inspectionId: inspection.id },
    },
  });
  const unclaimed = data?.unclaimed.edges.map((edge) => edge.node) ?? [];
  const running = data?.running.edges.map((edge) => edge.node) ?? [];
  const drafts = data?.imports.edges.map((edge) => edge.node).filter((each) => each.state === 'DRAFT') ?? [];
  return (
    <div className={css.onePage}>
      <PageHeader
        title={t('home.clerkTitle')}
        trail={picker}
        sub={standing}
        actions={
          <>
            <Link to="/report" className={button.button}>
              {t('home.toReport')}
            </Link>
            <Link to="/import" className={`${button.button} ${button.ink}`}>
              {t('ledger.toImport')}
            </Link>
          </>
        }
      />
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={12} />}
      {data?.statistics && (
        <>
          <BodyFigures statistics={data.statistics} inspection={inspection.id} />
          <HomeFilings inspectionId={inspection.id} />
          <div className={css.two}>
            <Assignments findings={[...unclaimed, ...running]} />
            <section>
              <div className={css.head}>
                <h2>{t('home.drafts')}</h2>
              </div>
              {drafts.length === 0 ? (
                <p className={css.nothing}>{t('home.noDrafts')}</p>
              ) : (
                <ul className={css.rows}>
                  {drafts.map((draft) => (
                    <li key={draft.id} className={css.row}>
                      <span className={css.what}>
                        <Link to="/import/$importId" params={{ importId: draft.id }} className={css.title}>
                          {draft.fileName}
                        </Link>
                        <span className={css.sub}>
                          {t('home.draftBy', {
                            name: draft.createdByName,
                            at: dateTime(draft.createdAt),
                            count: draft.findingCount,
                          })}
                        </span>
                      </span>
                      <Link
                        to="/import/$importId"
                        params={{ importId: draft.id }}
                        className={`${button.button} ${css.verb}`}
                      >
                        {t('home.check')}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          </div>
          <UrgeList findings={running} inspection={inspection.id} />
        </>
      )}
    </div>
  );
}
