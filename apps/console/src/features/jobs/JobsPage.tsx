import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { MoreRows } from '../admin/MoreRows.tsx';
import { appended, lastCursor, nodes } from '../admin/pages.ts';
import { JobTable } from './JobTable.tsx';
import { Jobs, usePollingWhileOpen } from './own-jobs.ts';

/** 任务: long work of one's own, how far it is, and what came of it. */
export function JobsPage() {
  const { t } = useTranslation();
  const { data, previousData, error, refetch, fetchMore, startPolling, stopPolling } = useQuery(Jobs, {
    variables: { filter: null },
  });
  const shown = data ?? previousData;
  const rows = nodes(shown?.jobs);
  usePollingWhileOpen(rows, startPolling, stopPolling);
  const more = () =>
    fetchMore({
      variables: { after: lastCursor(shown?.jobs) },
      updateQuery: (old, { fetchMoreResult }) => appended(old as typeof fetchMoreResult, fetchMoreResult, 'jobs'),
    });
  return (
    <>
      <PageHeader title={t('job.title')} sub={t('job.sub')} />
      {!shown && (error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      {shown && rows.length === 0 && <EmptyState title={t('job.none')}>{t('job.noneHint')}</EmptyState>}
      {rows.length > 0 && <JobTable jobs={rows} />}
      <MoreRows shown={rows.length} total={shown?.jobs.totalCount ?? 0} onMore={more} />
    </>
  );
}
