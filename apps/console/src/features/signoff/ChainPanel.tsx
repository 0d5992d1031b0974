import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { ChainStep_StepFragment } from '../../gql/graphql.ts';
import { Panel } from '../findings/Panel.tsx';
import { ReviewList } from '../reviews/ReviewList.tsx';
import { SampleNote } from '../rechecks/SampleNote.tsx';
import css from './ChainPanel.module.css';

const ChainStepFragment = graphql(`
  fragment ChainStep_step on SignoffStep {
    id
    kind
    state
    holderNames
    deputyNames
    signerName
    signerPost
    principalName
    signedAt
    opinion
    onPaper
    recordedByName
    skipReason
    scan {
      id
      fileName
      path
    }
    resolution {
      id
      text
      decidedOn
    }
  }
`);

export const ChainFragment = graphql(`
  fragment Chain_submission on Submission {
    id
    purpose
    daysWaiting
    submittedAt
    submittedByName
    submittedByPost
    sample {
      ...SampleNote_check
    }
    reviews {
      id
      reviewer
      name
      opinion
      text
      enteredByName
      enteredAt
    }
    steps {
      id
      ...ChainStep_step
    }
  }
`);

const ChainPanelFragment = graphql(`
  fragment ChainPanel_finding on Finding {
    state
    submissions {
      id
      outcome
      ...Chain_submission
    }
  }
`);

/** 销号签批: the chain that waits, or that closed the finding. Earlier attempts stand in the timeline. */
export function ChainPanel({ finding: masked }: { finding: FragmentType<typeof ChainPanelFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(ChainPanelFragment, masked);
  const [latest] = finding.submissions;
  const shown = latest && (latest.outcome === 'PENDING' || latest.outcome === 'APPROVED') ? latest : null;
  return (
    <Panel title={t('signing.chain')}>
      {shown ? <Chain submission={shown} /> : <p className={css.quiet}>{t(`signing.noChain.${finding.state}`)}</p>}
    </Panel>
  );
}

/** The steps of one submission, from who submitted to the last signature. */
export function Chain({ submission: masked }: { submission: FragmentType<typeof ChainFragment> }) {
  const { t } = useTranslation();
  const submission = readFragment(ChainFragment, masked);
  return (
    <ol className={css.chain}>
      <li className={css.step}>
        <Mark sign="✓" />
        <div>
          <p>
            <span className={css.kind}>{t(`signing.submitted.${submission.purpose}`)}</span>{' '}
            {submission.submittedByName}
          </p>
          <p className={css.quiet}>
            {[submission.submittedByPost, dateTime(submission.submittedAt)].filter(Boolean).join(' · ')}
          </p>
        </div>
      </li>
      {submission.steps.map((step) => (
        <Step key={step.id} step={readFragment(ChainStepFragment, step)} daysWaiting={submission.daysWaiting} />
      ))}
      {submission.reviews.length > 0 && (
        <li>
          <ReviewList reviews={submission.reviews} />
        </li>
      )}
      {submission.sample && <SampleNote check={submission.sample} />}
    </ol>
  );
}

const SIGNS = { SIGNED: '✓', CURRENT: '→', RETURNED: '↩', SKIPPED: '–', WAITING: '○' } as const;

function Mark({ sign }: { sign: string }) {
  return (
    <span className={css.mark} aria-hidden="true">
      {sign}
    </span>
  );
}

function Step({ step, daysWaiting }: { step: ChainStep_StepFragment; daysWaiting: number }) {
  const { t } = useTranslation();
  const holders = step.holderNames.join('、');
  const signer =
    step.signerName && step.principalName
      ? t('deputy.signedFor', { deputy: step.signerName, name: step.principalName })
      : step.signerName;
  return (
    <li className={`${css.step} ${css[step.state.toLowerCase()]}`} aria-current={step.state === 'CURRENT' || undefined}>
      <Mark sign={SIGNS[step.state]} />
      <div>
        <p>
          <span className={css.kind}>{t(`vocabulary.signoffStepKind.${step.kind}`)}</span>{' '}
          {signer ?? (step.state === 'SKIPPED' ? '' : holders)}
        </p>
        {step.signedAt && (
          <p className={css.quiet}>{[step.signerPost, dateTime(step.signedAt)].filter(Boolean).join(' · ')}</p>
        )}
        {step.opinion && <p className={css.opinion}>“{step.opinion}”</p>}
        {step.state === 'CURRENT' && (
          <p className={css.quiet}>
            {daysWaiting > 0 ? t('signing.waiting', { count: daysWaiting }) : t('signing.waitingToday')}
            {holders === '' && ` · ${t('signing.nobody')}`}
          </p>
        )}
        {step.deputyNames.length > 0 && (
          <p className={css.quiet}>{t('deputy.mayStandIn', { names: step.deputyNames.join('、') })}</p>
        )}
        {step.state === 'RETURNED' && !step.opinion && (
          <p className={css.quiet}>{t('vocabulary.stepState.RETURNED')}</p>
        )}
        {step.skipReason && (
          <p className={css.quiet}>{t('signing.skipped', { reason: t(`vocabulary.skipReason.${step.skipReason}`) })}</p>
        )}
        <Proof step={step} />
      </div>
    </li>
  );
}

/** On paper, or by a meeting: where the signature itself can be looked at, and who recorded it. */
function Proof({ step }: { step: ChainStep_StepFragment }) {
  const { t } = useTranslation();
  if (!step.onPaper && !step.resolution) return null;
  return (
    <p className={css.quiet}>
      {step.resolution && t('signing.byResolution', { date: step.resolution.decidedOn, text: step.resolution.text })}
      {step.onPaper && t('signing.onPaper')}
      {step.scan && (
        <>
          {' '}
          <a href={step.scan.path}>{step.scan.fileName}</a>
        </>
      )}
      {step.recordedByName && ` ${t('signing.recordedBy', { name: step.recordedByName })}`}
    </p>
  );
}
