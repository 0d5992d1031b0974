import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Td } from '../../ui/Table.tsx';
import { JobResult } from './JobResult.tsx';
import { JobStanding } from './JobStanding.tsx';
import { JOB_LISTS } from './own-jobs.ts';
import css from './jobs.module.css';

export const JobRowFragment = graphql(`
  fragment JobRow_job on Job {
    id
    kind
    format
    plan
    asOf
    fileName
    createdAt
    viewerCan
    inspection {
      id
      body {
        id
        shortName
      }
      round {
        id
        name
      }
    }
    ...JobStanding_job
    ...JobResult_job
  }
`);

const CancelJob = graphql(`
  mutation CancelJob($input: JobVerbInput!) {
    cancelJob(input: $input) {
      job {
        ...JobRow_job
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const RetryJob = graphql(`
  mutation RetryJob($input: JobVerbInput!) {
    retryJob(input: $input) {
      job {
        ...JobRow_job
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** One job: what was asked, how far it is, what came of it, what can be done. */
export function JobRow({ job: masked }: { job: FragmentType<typeof JobRowFragment> }) {
  const { t } = useTranslation();
  const job = readFragment(JobRowFragment, masked);
  const cancel = useOperation(CancelJob, JOB_LISTS);
  const retry = useOperation(RetryJob, JOB_LISTS);
  const input = { jobId: job.id };
  const { inspection } = job;
  const about = [
    inspection && t('job.about', { body: inspection.body.shortName, round: inspection.round.name }),
    job.fileName,
    job.format && t(`vocabulary.exportFormat.${job.format}`),
    job.plan && t(`vocabulary.planKind.${job.plan}`),
    job.asOf && t('job.asOf', { day: job.asOf }),
  ].filter(Boolean);
  return (
    <tr>
      <Td label={t('job.what')}>
        <span className={css.about}>
          <strong>{t(`vocabulary.jobKind.${job.kind}`)}</strong>
          <span className={css.quiet}>{about.join(' · ')}</span>
        </span>
      </Td>
      <Td label={t('job.state')}>
        <JobStanding job={job} />
      </Td>
      <Td label={t('job.asked')} className={css.when}>
        {dateTime(job.createdAt)}
      </Td>
      <Td label={t('job.result')}>
        <JobResult job={job} />
      </Td>
      <Td className="no-print">
        {job.viewerCan.includes('cancelJob') && (
          <Button look="quiet" busy={cancel.busy} onClick={() => void cancel.run({ input })}>
            {t('vocabulary.jobVerb.cancelJob')}
          </Button>
        )}
        {job.viewerCan.includes('retryJob') && (
          <Button look="quiet" busy={retry.busy} onClick={() => void retry.run({ input })}>
            {t('vocabulary.jobVerb.retryJob')}
          </Button>
        )}
        <OperationErrors operation={cancel} />
        <OperationErrors operation={retry} />
      </Td>
    </tr>
  );
}
