import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { blockedReason } from '../../forms/missing.ts';
import { amount } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import button from '../../ui/Button.module.css';
import { State } from '../../ui/State.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { isBatchable, isSignable, needsMeeting, type InboxItem } from './inbox-rows.ts';
import css from './InboxRow.module.css';

export const InboxRowFragment = graphql(`
  fragment InboxRow_finding on Finding {
    id
    version
    seq
    title
    balance {
      outstandingFen
    }
    transitions {
      verb
      to
      allowed
      reason
      missing {
        code
        count
        subject
      }
    }
    pendingSubmission {
      id
      purpose
      openedByMe
      daysWaiting
      submittedAt
      submittedByName
      submittedByPost
      nextReviewOn
      currentStep {
        id
        kind
        reachedAt
      }
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
    ...SignDialog_finding
    ...ReturnDialog_finding
  }
`);

const WARN_AFTER_DAYS = 2;

type InboxRowProps = {
  row: InboxItem;
  /** The dark button of the page stands on this row. */
  first: boolean;
  /** Several kinds of steps wait for this person: say which. */
  asStep: boolean;
  selected: boolean;
  onSelect: (selected: boolean) => void;
  onSign: () => void;
  onReturn: () => void;
};

/** One item: what is asked by whom, what changed since the last time, how long it waits; the verbs once it was opened. */
export function InboxRow({ row, first, asStep, selected, onSelect, onSign, onReturn }: InboxRowProps) {
  const { t } = useTranslation();
  const { pendingSubmission: submission } = row;
  const kind = submission.currentStep?.kind;
  return (
    <li className={css.row} aria-current={selected || undefined}>
      <Pick row={row} selected={selected} onSelect={onSelect} />
      <span className={css.seq}>{row.seq}</span>
      <div className={css.main}>
        <p className={css.title}>
          <Link to="/inbox" search={{ open: row.id }} className={css.name} data-inbox-row>
            {row.title}
          </Link>
          {submission.purpose === 'CONTINUE' && <Tag>{t('vocabulary.submissionPurpose.CONTINUE')}</Tag>}
          {asStep && kind && kind !== 'RESOLUTION' && (
            <Tag>{t('inbox.asStep', { step: t(`vocabulary.signoffStepKind.${kind}`) })}</Tag>
          )}
        </p>
        <p className={css.facts}>{changes(t, row).join(' · ')}</p>
        <Open row={row} />
        {submission.summary.answersReturn && (
          <p className={css.answers}>
            <b>{t('inbox.answers')}</b>
            {submission.summary.answersReturn}
          </p>
        )}
      </div>
      <span className={css.waits}>
        <State tone={submission.daysWaiting >= WARN_AFTER_DAYS ? 'warn' : 'calm'}>
          {submission.daysWaiting > 0 ? t('inbox.waits', { count: submission.daysWaiting }) : t('inbox.waitsToday')}
        </State>
      </span>
      <RowVerbs row={row} first={first} onSign={onSign} onReturn={onReturn} />
    </li>
  );
}

function Pick({ row, selected, onSelect }: Pick<InboxRowProps, 'row' | 'selected' | 'onSelect'>) {
  const { t } = useTranslation();
  if (!row.pendingSubmission.openedByMe && !needsMeeting(row)) {
    return <span className={css.unread}>{t('inbox.openFirst')}</span>;
  }
  if (!isBatchable(row)) return <span className={css.unread} />;
  return (
    <label className={css.pick}>
      <input
        type="checkbox"
        checked={selected}
        aria-label={t('inbox.select', { number: row.seq })}
        onChange={(event) => onSelect(event.target.checked)}
      />
    </label>
  );
}

/** Who asks for what, and what changed since the submission before. */
function changes(t: TFunction, { pendingSubmission: submission }: InboxItem): string[] {
  const { summary } = submission;
  const who = [submission.submittedByName, submission.submittedByPost].filter(Boolean).join(' ');
  return [
    `${who} ${t(`inbox.asks.${submission.purpose}`)}`,
    submission.nextReviewOn && t('inbox.nextReview', { date: submission.nextReviewOn }),
    t('inbox.fact.settled', { settled: summary.actionsSettled, count: summary.actions }),
    summary.updates > 0 && t('inbox.fact.updates', { count: summary.updates }),
    summary.evidenceAdded > 0 && t('inbox.fact.evidence', { count: summary.evidenceAdded }),
    summary.recoveredFen !== '0' && t('inbox.fact.recovered', { sum: amount(t, summary.recoveredFen) }),
  ].filter((fact): fact is string => Boolean(fact));
}

/** What is still open on it: evidence to look at, money to come, what blocks the signature. */
function Open({ row }: { row: InboxItem }) {
  const { t } = useTranslation();
  const { evidencePending } = row.pendingSubmission.summary;
  const blocked = isSignable(row) || needsMeeting(row) ? null : blockedReason(t, row.transitions, 'sign');
  const open = [
    evidencePending > 0 && t('inbox.fact.pending', { count: evidencePending }),
    row.balance.outstandingFen !== '0' && t('inbox.fact.outstanding', { sum: amount(t, row.balance.outstandingFen) }),
  ].filter(Boolean);
  return (
    <>
      {open.length > 0 && <p className={css.open}>{open.join(' · ')}</p>}
      {blocked && <p className={css.blocked}>{blocked}</p>}
      {needsMeeting(row) && <p className={css.open}>{t('inbox.resolutionText')}</p>}
    </>
  );
}

function RowVerbs({ row, first, onSign, onReturn }: Pick<InboxRowProps, 'row' | 'first' | 'onSign' | 'onReturn'>) {
  const { t } = useTranslation();
  const mayReturn = row.transitions.some((each) => each.verb === 'returnFinding' && each.allowed);
  const dark = `${button.button} ${button.ink}`;
  if (!row.pendingSubmission.openedByMe) {
    return (
      <div className={css.verbs}>
        <Link to="/inbox" search={{ open: row.id }} className={first ? dark : button.button} tabIndex={-1}>
          {t('inbox.open')}
        </Link>
      </div>
    );
  }
  return (
    <div className={css.verbs}>
      {mayReturn && <Button onClick={onReturn}>{t('inbox.return')}</Button>}
      {needsMeeting(row) ? (
        <Link to="/meetings" search={{ resolve: row.id }} className={first ? dark : button.button}>
          {t('inbox.toResolution')}
        </Link>
      ) : (
        isSignable(row) && (
          <Button look={first ? 'ink' : 'plain'} onClick={onSign}>
            {t('inbox.sign')}
          </Button>
        )
      )}
    </div>
  );
}
