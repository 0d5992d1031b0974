import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql, readFragment } from '../../gql/index.ts';
import { NotFoundPage } from '../../shell/NotFoundPage.tsx';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { State } from '../../ui/State.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ChangesView } from './ChangesView.tsx';
import { filingTitle, toneOf } from './filing-words.ts';
import { FilingVerbs } from './FilingVerbs.tsx';
import { ReviewList } from '../reviews/ReviewList.tsx';
import { SnapshotView } from './SnapshotView.tsx';
import { VersionList } from './VersionList.tsx';
import css from './filings.module.css';

export const FilingPageFragment = graphql(`
  fragment FilingPage_filing on Filing {
    id
    body {
      id
      name
    }
    inspection {
      id
    }
    standing {
      kind
      planKind
      number
      dueOn
      state
      lateDays
      firstFiledOn
      version
      viewerCan
    }
    versions {
      id
      number
      ...VersionList_version
      reviews {
        id
        reviewer
        name
        opinion
        text
        enteredByName
        enteredAt
      }
    }
  }
`);

const FilingPageDocument = graphql(`
  query FilingPage($id: ID!) {
    filing(id: $id) {
      id
      ...FilingPage_filing
    }
  }
`);

const route = getRouteApi('/filings/$filingId');

/** One filing: its versions, the frozen content of the chosen one, what changed since the one before, and what can be done. */
export function FilingPage() {
  const { t } = useTranslation();
  const { filingId } = route.useParams();
  const { version: wanted, view = 'content' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(FilingPageDocument, { variables: { id: filingId } });
  if (!data) return error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={10} />;
  if (!data.filing) return <NotFoundPage />;
  const filing = readFragment(FilingPageFragment, data.filing);
  const { standing, versions, inspection } = filing;
  const latest = versions[versions.length - 1]!;
  const chosen = versions.find((one) => one.id === wanted) ?? latest;
  const earlier = versions
    .slice(0, versions.indexOf(chosen))
    .reverse()
    .find((one) => one.number !== null);
  const select = (next: { version?: string; view?: 'changes' | 'report' }) => void navigate({ search: next });
  const version = chosen === latest ? undefined : chosen.id;
  return (
    <>
      <PageHeader
        title={filingTitle(t, standing)}
        trail={
          inspection && (
            <Link to="/filings" search={{ inspection: inspection.id }}>
              {filing.body.name}
            </Link>
          )
        }
        sub={
          <>
            <State tone={toneOf(standing.state)}>{t(`vocabulary.filingState.${standing.state}`)}</State>{' '}
            {t('filing.due', { day: standing.dueOn })}{' '}
            {standing.lateDays > 0 && (
              <State tone="late">
                {t(standing.firstFiledOn ? 'filing.filedLate' : 'filing.overdue', { count: standing.lateDays })}
              </State>
            )}
          </>
        }
        actions={<FilingVerbs filing={filing} />}
      />
      <VersionList versions={versions} chosen={chosen.id} onChoose={(id) => select({ version: id })} />
      {chosen.reviews.length > 0 && (
        <section className={css.content} aria-label={t('filing.reviews')}>
          <h2>{t('filing.reviews')}</h2>
          <ReviewList reviews={chosen.reviews} />
        </section>
      )}
      <div className={css.content}>
        <Tabs
          label={t('filing.views')}
          selected={view}
          onSelect={(id) => select({ version, view: id === 'content' ? undefined : (id as 'changes' | 'report') })}
          tabs={[
            {
              id: 'content',
              label: t('filing.view.content'),
              content: <SnapshotView versionId={chosen.id} part="rows" />,
            },
            {
              id: 'report',
              label: t('filing.view.report'),
              content: <SnapshotView versionId={chosen.id} part="report" />,
            },
            {
              id: 'changes',
              label: t('filing.view.changes'),
              content: <ChangesView from={earlier?.id ?? null} to={chosen.id} />,
            },
          ]}
        />
      </div>
    </>
  );
}
