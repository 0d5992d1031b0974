import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { amount } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import button from '../../ui/Button.module.css';
import { State } from '../../ui/State.tsx';
import css from './home.module.css';

export const WaitingFragment = graphql(`
  fragment Waiting_finding on Finding {
    id
    seq
    title
    pendingSubmission {
      id
      purpose
      daysWaiting
      submittedByName
      submittedByPost
      nextReviewOn
      summary {
        actions
        actionsSettled
        evidenceAdded
        evidencePending
        recoveredFen
        answersReturn
      }
      steps {
        id
        state
        signerName
      }
    }
  }
`);

type WaitingListProps = { findings: readonly FragmentType<typeof WaitingFragment>[]; total: number };

/** 待我签批: who asks for what, what changed, how long it waits. The button opens the finding, where the evidence is. */
export function WaitingList({ findings, total }: WaitingListProps) {
  const { t } = useTranslation();
  return (
    <section>
      <div className={css.head}>
        <h2>{t('shell.nav.inbox')}</h2>
        {total > 0 && <Link to="/inbox">{t('home.allWaiting', { count: total })}</Link>}
      </div>
      {findings.length === 0 ? (
        <p className={css.nothing}>{t('home.nothingWaitsText')}</p>
      ) : (
        <ul className={css.rows}>
          {findings.map((masked, index) => (
            <WaitingRow key={readFragment(WaitingFragment, masked).id} finding={masked} first={index === 0} />
          ))}
        </ul>
      )}
    </section>
  );
}

function WaitingRow({ finding: masked, first }: { finding: FragmentType<typeof WaitingFragment>; first: boolean }) {
  const { t } = useTranslation();
  const finding = readFragment(WaitingFragment, masked);
  const submission = finding.pendingSubmission;
  if (!submission) return null;
  const { summary } = submission;
  const signed = submission.steps.filter((step) => step.state === 'SIGNED').pop();
  const facts = [
    signed?.signerName ? t('home.agreed', { name: signed.signerName }) : submission.submittedByName,
    t(`home.asks.${submission.purpose}`, { date: submission.nextReviewOn }),
    summary.recoveredFen !== '0' && t('home.recovered', { sum: amount(t, summary.recoveredFen) }),
    summary.evidenceAdded > 0 && t('home.evidenceAdded', { count: summary.evidenceAdded }),
    summary.actionsSettled < summary.actions &&
      t('home.settled', { settled: summary.actionsSettled, count: summary.actions }),
  ].filter(Boolean);
  const days = submission.daysWaiting;
  return (
    <li className={css.row}>
      <span className={css.seq}>{finding.seq}</span>
      <span className={css.what}>
        <Link
          to="/findings/$findingId"
          params={{ findingId: finding.id }}
          search={{ mine: true }}
          className={css.title}
        >
          {finding.title}
        </Link>
        <span className={css.sub}>{facts.join(' · ')}</span>
        {summary.answersReturn && (
          <span className={css.returned}>{t('home.answers', { reason: summary.answersReturn })}</span>
        )}
      </span>
      <span className={css.when}>
        <State tone={days >= 2 ? 'warn' : 'calm'}>
          {days > 0 ? t('home.waits', { count: days }) : t('home.today')}
        </State>
      </span>
      <Link
        to="/findings/$findingId"
        params={{ findingId: finding.id }}
        search={{ mine: true }}
        className={`${button.button} ${first ? button.ink : ''} ${css.verb}`}
        aria-label={t('home.signOf', { number: finding.seq })}
      >
        {t('home.sign')}
      </Link>
    </li>
  );
}
