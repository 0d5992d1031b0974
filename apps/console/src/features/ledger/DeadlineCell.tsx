import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { deadline as deadlineWords } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { Urgency } from '../../gql/graphql.ts';
import { State, type Tone } from '../../ui/State.tsx';
import { reasonWords } from '../rounds/reason-words.ts';
import css from './cells.module.css';

const DeadlineCellFragment = graphql(`
  fragment DeadlineCell_finding on Finding {
    deadline {
      dueOn
      kind
      text
      daysLeft
      urgency
      reason {
        rule
        amount
        unit
        from
      }
    }
    continuation {
      nextReviewOn
    }
  }
`);

type Urgent = { urgency: Urgency; daysLeft?: number | null };

/** `■ 逾期 2 天`, `▲ 还剩 5 天`; nothing where time does not press. */
export function urgencyWords(t: TFunction, { urgency, daysLeft }: Urgent): { tone: Tone; words: string } | null {
  if (daysLeft === null || daysLeft === undefined) return null;
  if (urgency === 'OVERDUE') return { tone: 'late', words: deadlineWords(t, daysLeft) };
  if (urgency === 'YELLOW' || urgency === 'GREEN') return { tone: 'warn', words: deadlineWords(t, daysLeft) };
  return null;
}

/** The due day or the words of the deadline, and how pressing it is. */
export function DeadlineCell({ finding: masked }: { finding: FragmentType<typeof DeadlineCellFragment> }) {
  const { t } = useTranslation();
  const { deadline, continuation } = readFragment(DeadlineCellFragment, masked);
  const pressing = urgencyWords(t, deadline);
  const words =
    deadline.text ?? (deadline.kind && deadline.kind !== 'DATE' ? t(`vocabulary.dueKind.${deadline.kind}`) : null);
  return (
    <>
      <span className={css.date} title={reasonWords(t, deadline.reason) || undefined}>
        {deadline.dueOn ?? words ?? '—'}
      </span>
      {pressing && (
        <span className={css.under}>
          <State tone={pressing.tone}>{pressing.words}</State>
        </span>
      )}
      {!pressing && deadline.dueOn && words && <span className={`${css.under} ${css.quiet}`}>{words}</span>}
      {continuation && (
        <span className={`${css.under} ${css.quiet}`}>
          {t('ledger.nextReview', { date: continuation.nextReviewOn })}
        </span>
      )}
    </>
  );
}
