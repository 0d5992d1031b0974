import { useEffect } from 'react';
import { graphql } from '../../gql/index.ts';
import type { JobState } from '../../gql/graphql.ts';

export const Jobs = graphql(`
  query Jobs($filter: JobFilter, $after: String) {
    jobs(first: 30, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          id
          state
          ...JobRow_job
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
`);

/** Lists and counts that change with a job. */
export const JOB_LISTS = ['Jobs', 'OpenJobs'];

const EVERY_MS = 2_000;

export const isOpen = (state: JobState): boolean => state === 'WAITING' || state === 'RUNNING';

/** Asks again and again while something waits or runs, and not at all otherwise. */
export function usePollingWhileOpen(
  jobs: readonly { state: JobState }[],
  start: (every: number) => void,
  stop: () => void,
): void {
  const open = jobs.some(({ state }) => isOpen(state));
  useEffect(() => {
    if (!open) return;
    start(EVERY_MS);
    return stop;
  }, [open, start, stop]);
}
