import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dateTime, fileSize } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import css from './jobs.module.css';

const JobResultFragment = graphql(`
  fragment JobResult_job on Job {
    state
    kind
    resultName
    resultSize
    resultUntil
    resultPath
    import {
      id
    }
  }
`);

/** What came of a job: the file while it is kept and may be had, or the draft that was read. */
export function JobResult({ job: masked }: { job: FragmentType<typeof JobResultFragment> }) {
  const { t } = useTranslation();
  const { state, kind, resultName, resultSize, resultUntil, resultPath, ...job } = readFragment(
    JobResultFragment,
    masked,
  );
  if (state !== 'DONE') return <>—</>;
  if (job.import)
    return (
      <Link to="/import/$importId" params={{ importId: job.import.id }}>
        {t('job.openImport')}
      </Link>
    );
  if (kind.startsWith('IMPORT')) return <span className={css.quiet}>{t('job.importGone')}</span>;
  if (!resultName || !resultUntil) return <span className={css.quiet}>{t('job.gone')}</span>;
  if (!resultPath) return <span className={css.quiet}>{t('refusals.rule.jobs_rightsChanged')}</span>;
  return (
    <span className={css.result}>
      <a href={resultPath} download>
        {resultName}
      </a>
      <span className={css.quiet}>
        {fileSize(resultSize ?? 0)} · {t('job.until', { at: dateTime(resultUntil) })}
      </span>
    </span>
  );
}
