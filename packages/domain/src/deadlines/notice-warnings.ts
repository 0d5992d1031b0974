import type { NoticeFacts } from '../notices/notice.ts';
import { AWAITING_REPLY, isReplyOverdue, type NoticeState } from '../notices/notice.ts';
import type { RoundSettings } from '../rounds/settings.ts';
import type { WarningRecipient } from '../vocabulary.ts';
import type { Day } from './calendar.ts';
import { levelReached, type DueWarning } from './warnings.ts';

/** Who is told of a notice: the body's secretary and clerk; the office once the reply is overdue. */
export type NoticeHolders = Readonly<
  Record<Extract<WarningRecipient, 'SECRETARY' | 'CLERK' | 'OFFICE'>, readonly string[]>
>;

/**
 * The warning of a notice whose reply is outstanding, by the round's own levels; from its arrival at the lowest, so that it
 * is told at once. A reply asked for again has a new day and begins a new series.
 */
export function noticeWarningDue(
  notice: Pick<NoticeFacts, 'state' | 'replyDueOn'>,
  holders: NoticeHolders,
  today: Day,
  settings: Pick<RoundSettings, 'warnings'>,
): DueWarning | null {
  const { state, replyDueOn } = notice;
  if (replyDueOn === null || !(AWAITING_REPLY as readonly NoticeState[]).includes(state)) return null;
  const overdue = isReplyOverdue(notice, today);
  const level = overdue
    ? settings.warnings.find((one) => one.code === 'RED')
    : levelReached(replyDueOn, today, settings);
  const code = level?.code ?? (overdue ? 'RED' : 'GREEN');
  return {
    level: code,
    dueOn: replyDueOn,
    name: level?.name ?? null,
    colour: level?.colour ?? code,
    personIds: [...new Set([...holders.SECRETARY, ...holders.CLERK, ...(overdue ? holders.OFFICE : [])])],
  };
}
