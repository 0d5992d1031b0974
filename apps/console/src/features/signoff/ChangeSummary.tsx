import { useTranslation } from 'react-i18next';
import { amount } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { MarginNote } from '../../ui/MarginNote.tsx';
import css from './ChangeSummary.module.css';

const ChangeSummaryFragment = graphql(`
  fragment ChangeSummary_submission on Submission {
    purpose
    statement
    reason
    target
    nextReviewOn
    submittedByName
    submittedByPost
    summary {
      actions
      actionsSettled
      answersReturn
      evidenceAdded
      evidencePending
      recoveredFen
      updates
    }
  }
`);

/** What a signer needs before signing: what was asked for, what changed since the last time, what was returned then. */
export function ChangeSummary({ submission: masked }: { submission: FragmentType<typeof ChangeSummaryFragment> }) {
  const { t } = useTranslation();
  const submission = readFragment(ChangeSummaryFragment, masked);
  const { summary } = submission;
  const facts = [
    t('signing.summary.settled', { settled: summary.actionsSettled, count: summary.actions }),
    summary.updates > 0 && t('signing.summary.updates', { count: summary.updates }),
    summary.evidenceAdded > 0 && t('signing.summary.evidence', { count: summary.evidenceAdded }),
    summary.evidencePending > 0 && t('signing.summary.pending', { count: summary.evidencePending }),
    summary.recoveredFen !== '0' && t('signing.summary.recovered', { sum: amount(t, summary.recoveredFen) }),
  ].filter((fact): fact is string => Boolean(fact));
  return (
    <div className={css.summary}>
      <p>
        {t(`signing.asks.${submission.purpose}`, {
          name: [submission.submittedByName, submission.submittedByPost].filter(Boolean).join(' · '),
        })}
      </p>
      {submission.statement && <blockquote className={css.words}>{submission.statement}</blockquote>}
      {submission.purpose === 'CONTINUE' && (
        <dl className={css.list}>
          <dt>{t('signing.reason')}</dt>
          <dd>{submission.reason}</dd>
          <dt>{t('signing.target')}</dt>
          <dd>{submission.target}</dd>
          <dt>{t('signing.nextReview')}</dt>
          <dd>{submission.nextReviewOn}</dd>
        </dl>
      )}
      <ul className={css.facts} aria-label={t('signing.summary.title')}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {summary.answersReturn && <MarginNote title={t('signing.lastReturn')}>{summary.answersReturn}</MarginNote>}
    </div>
  );
}
