import type { TFunction } from 'i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { NoticeDueRule, NoticeState, OffsetUnit } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/State.tsx';
import { offsetWords } from '../rounds/reason-words.ts';

/** A notice as lists show it. */
export const NoticeRowFragment = graphql(`
  fragment NoticeRow_notice on Notice {
    id
    number
    kind
    state
    title
    overdue
    waitsForMe
    sentAt
    body {
      id
      shortName
    }
    replyDue {
      dueOn
    }
    findings {
      id
      seq
    }
  }
`);

const TONES: Record<NoticeState, Tone> = {
  SENT: 'warn',
  SIGNED_FOR: 'warn',
  REPLIED: 'plain',
  ACCEPTED: 'ok',
  WITHDRAWN: 'calm',
};

/** Where a notice stands, in words and tone; a hand-over waits for nobody. */
export function noticeStanding(
  t: TFunction,
  { state, overdue, kind }: { state: NoticeState; overdue: boolean; kind: string },
): { tone: Tone; words: string } {
  if (overdue) return { tone: 'late', words: t('notice.overdue') };
  if (kind === 'HANDOVER' && state === 'SENT') return { tone: 'plain', words: t('notice.handedOver') };
  return { tone: TONES[state], words: t(`vocabulary.noticeState.${state}`) };
}

/** Why the reply is due on its day: `按轮次设置:2026-11-22 后 10 个工作日`. */
export function replyDueWords(
  t: TFunction,
  { rule, amount, unit, from }: { rule: NoticeDueRule; amount?: number | null; unit?: OffsetUnit | null; from: string },
): string {
  const words = t(`vocabulary.noticeDueRule.${rule}`);
  return amount && unit
    ? t('notice.dueReason', { rule: words, from, offset: offsetWords(t, { amount, unit }) })
    : words;
}

export const noticeRow = (masked: FragmentType<typeof NoticeRowFragment>) => readFragment(NoticeRowFragment, masked);

/** Lists that a change of a notice may alter. */
export const NOTICE_LISTS = ['NoticesPage', 'WaitingNotices', 'NoticeLadder', 'UnseenWarnings'];
