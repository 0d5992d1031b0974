import { useTranslation } from 'react-i18next';
import type { FragmentType } from '../../gql/index.ts';
import { RowVerbsHead } from '../../forms/RowVerbs.tsx';
import { Table, Th } from '../../ui/Table.tsx';
import { JobRow, type JobRowFragment } from './JobRow.tsx';

/** Jobs as rows, on a phone as cards. */
export function JobTable({ jobs }: { jobs: readonly ({ id: string } & FragmentType<typeof JobRowFragment>)[] }) {
  const { t } = useTranslation();
  return (
    <Table caption={t('job.title')} cards>
      <thead>
        <tr>
          <Th>{t('job.what')}</Th>
          <Th>{t('job.state')}</Th>
          <Th>{t('job.asked')}</Th>
          <Th>{t('job.result')}</Th>
          <RowVerbsHead />
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </tbody>
    </Table>
  );
}
