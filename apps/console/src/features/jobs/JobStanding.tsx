import { useTranslation } from 'react-i18next';
import { refusalWords } from '../../forms/user-errors.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { JobState } from '../../gql/graphql.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { State, type Tone } from '../../ui/State.tsx';
import css from './jobs.module.css';

const JobStandingFragment = graphql(`
  fragment JobStanding_job on Job {
    state
    step
    done
    total
    refusals {
      code
      rule
      message
      params
    }
  }
`);

const TONE: Record<JobState, Tone> = { WAITING: 'calm', RUNNING: 'ok', DONE: 'ok', FAILED: 'warn', CANCELLED: 'calm' };

/** Where a job stands, in words: its step and how far it is while it runs, why it failed and what to do about it. */
export function JobStanding({ job: masked }: { job: FragmentType<typeof JobStandingFragment> }) {
  const { t, i18n } = useTranslation();
  const { state, step, done, total, refusals } = readFragment(JobStandingFragment, masked);
  // the reader of files names their very fault, in Chinese; our own words are for English and for everything else
  const words = (refusal: (typeof refusals)[number]) =>
    i18n.language === 'zh' && refusal.rule.startsWith('imports.file.') ? refusal.message : refusalWords(t, refusal);
  return (
    <span className={css.standing}>
      <State tone={TONE[state]}>
        {t(`vocabulary.jobState.${state}`)}
        {state === 'RUNNING' && step && ` · ${t(`vocabulary.jobStep.${step}`)}`}
      </State>
      {state === 'RUNNING' && total ? (
        <ProgressBar label={t('job.progress')} value={done} max={total} showCount />
      ) : null}
      {refusals.map((refusal) => (
        <span key={refusal.rule} className={css.why}>
          {words(refusal)}
        </span>
      ))}
    </span>
  );
}
