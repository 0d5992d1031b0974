import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Chain } from '../signoff/ChainPanel.tsx';
import { PartHead } from './Panel.tsx';
import css from './Timeline.module.css';

const TimelineFragment = graphql(`
  fragment Timeline_finding on Finding {
    updatedAt
    updatedByName
    claimedAt
    leaderConfirmedAt
    closedAt
    submissions {
      id
      attempt
      purpose
      outcome
      submittedAt
      submittedByName
      statement
      reason
      target
      nextReviewOn
      ...Chain_submission
    }
  }
`);

/** 经过: every submission with its words and its chain, newest first, and the few dates before them. */
export function Timeline({ finding: masked }: { finding: FragmentType<typeof TimelineFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(TimelineFragment, masked);
  const dates = [
    finding.claimedAt && t('finding.timeline.claimed', { at: dateTime(finding.claimedAt) }),
    finding.leaderConfirmedAt && t('finding.timeline.confirmed', { at: dateTime(finding.leaderConfirmedAt) }),
    t('finding.timeline.changed', { at: dateTime(finding.updatedAt), name: finding.updatedByName ?? '—' }),
  ].filter(Boolean);
  return (
    <section aria-label={t('finding.timeline.title')} className={css.timeline}>
      <PartHead title={t('finding.timeline.title')} />
      <ol className={css.list}>
        {finding.submissions.map((submission) => (
          <li key={submission.id} className={css.item}>
            <p>
              <time className={css.when} dateTime={submission.submittedAt}>
                {dateTime(submission.submittedAt)}
              </time>{' '}
              {submission.submittedByName} {t(`finding.timeline.${submission.purpose}`, { count: submission.attempt })}{' '}
              <span className={submission.outcome === 'RETURNED' ? css.returned : css.outcome}>
                {t(`vocabulary.submissionOutcome.${submission.outcome}`)}
              </span>
            </p>
            {[submission.statement, submission.reason, submission.target].filter(Boolean).map((words) => (
              <blockquote key={words} className={css.words}>
                {words}
              </blockquote>
            ))}
            {submission.outcome !== 'PENDING' && (
              <Disclosure label={t('finding.timeline.chain')}>
                <Chain submission={submission} />
              </Disclosure>
            )}
          </li>
        ))}
        <li className={css.when}>{dates.join(' · ')}</li>
      </ol>
    </section>
  );
}
