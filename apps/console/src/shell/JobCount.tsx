import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../gql/index.ts';
import { useCapability } from '../session/viewer.ts';
import { HeaderCount } from './HeaderCount.tsx';

const OpenJobs = graphql(`
  query OpenJobs {
    jobs(first: 1, filter: { open: true }) {
      totalCount
    }
  }
`);

const WHILE_OPEN_MS = 4_000;
const OTHERWISE_MS = 120_000;

/** The own long work, with how much of it waits or runs; asked often only while something does. */
export function JobCount() {
  const { t } = useTranslation();
  const works = useCapability('JOBS');
  const { data, startPolling } = useQuery(OpenJobs, { skip: !works });
  const count = data?.jobs.totalCount ?? 0;
  useEffect(() => {
    if (works) startPolling(count > 0 ? WHILE_OPEN_MS : OTHERWISE_MS);
  }, [works, count, startPolling]);
  if (!works) return null;
  return <HeaderCount to="/jobs" label={t('job.header', { count })} word={t('job.headerWord')} count={count} />;
}
