import { invalid } from '../errors.ts';
import { addDays, addMonths, isDay, type Day } from '../deadlines/calendar.ts';
import { dayAfter } from '../deadlines/deadline.ts';
import { addWorkingDays, type WorkingCalendar } from '../deadlines/working-days.ts';
import type { Offset } from '../rounds/offsets.ts';
import type { OffsetUnit } from '../vocabulary.ts';
import { isReplyOverdue, NOTICE_KINDS, type NoticeFacts, type NoticeKind } from './notice.ts';

/** Why a step of the ladder is not open without a written reason for skipping the one below. */
export const NOTICE_STEP_REASONS = ['LOWER_NOT_SENT', 'LOWER_RUNNING', 'LOWER_REPLIED', 'LOWER_ANSWERED'] as const;
export type NoticeStepReason = (typeof NOTICE_STEP_REASONS)[number];

/** One step of the ladder for one body in one round. */
export interface NoticeStep {
  kind: NoticeKind;
  /** Whether it may be sent without a reason for skipping. */
  open: boolean;
  reason: NoticeStepReason | null;
  /** The notices of the step below whose reply is overdue: the new one follows one of them. */
  follows: string[];
}

export type SentNotice = Pick<NoticeFacts, 'kind' | 'state' | 'replyDueOn'> & { id: string };

function stepOf(kind: NoticeKind, sent: readonly SentNotice[], today: Day): NoticeStep {
  const below = NOTICE_KINDS[NOTICE_KINDS.indexOf(kind) - 1];
  if (below === undefined) return { kind, open: true, reason: null, follows: [] };
  const lower = sent.filter((one) => one.kind === below && one.state !== 'WITHDRAWN');
  const follows = lower.filter((one) => isReplyOverdue(one, today)).map((one) => one.id);
  if (follows.length > 0) return { kind, open: true, reason: null, follows };
  const closed = (reason: NoticeStepReason): NoticeStep => ({ kind, open: false, reason, follows });
  if (lower.length === 0) return closed('LOWER_NOT_SENT');
  if (lower.some((one) => one.state === 'REPLIED')) return closed('LOWER_REPLIED');
  return closed(lower.some((one) => one.state !== 'ACCEPTED') ? 'LOWER_RUNNING' : 'LOWER_ANSWERED');
}

/** Which steps of the ladder are open to the office, and why not: a higher one once the lower one stayed without an answer. */
export const noticeSteps = (sent: readonly SentNotice[], today: Day): NoticeStep[] =>
  NOTICE_KINDS.map((kind) => stepOf(kind, sent, today));

/** Where a new notice stands on the ladder: after an unanswered one, or above skipped steps with the reason. */
export interface LadderPlace {
  followsId: string | null;
  skipReason: string | null;
}

/** Refuses a step that is not open; `skipReason` is trimmed and empty without words. */
export function readLadderPlace(kind: NoticeKind, wanted: LadderPlace, steps: readonly NoticeStep[]): LadderPlace {
  const step = steps.find((one) => one.kind === kind) as NoticeStep;
  const { followsId, skipReason } = wanted;
  if (followsId !== null) {
    if (!step.follows.includes(followsId))
      throw invalid(
        'followsId',
        'notices.follows',
        'it follows only a notice of the step below whose reply is overdue',
      );
    return { followsId, skipReason: null };
  }
  if (kind === NOTICE_KINDS[0]) return { followsId: null, skipReason: null };
  if (skipReason !== null) return { followsId: null, skipReason };
  if (step.open)
    throw invalid('followsId', 'notices.followsNeeded', 'name the unanswered notice that it follows', {
      count: step.follows.length,
    });
  const message = `the step below is not unanswered (${step.reason}): a written reason for skipping it is needed`;
  throw invalid('skipReason', 'notices.ladder', message, { reason: step.reason ?? '' });
}

export const NOTICE_DUE_RULES = ['BY_SETTING', 'BY_WORKING_DAYS', 'BY_DATE'] as const;
export type NoticeDueRule = (typeof NOTICE_DUE_RULES)[number];

/** The day a reply is due, with what gave it; `assumed` names years whose working calendar is not published. */
export interface ReplyDue {
  dueOn: Day;
  rule: NoticeDueRule;
  amount: number | null;
  unit: OffsetUnit | null;
  from: Day;
  assumed: readonly number[];
}

const LONGEST_WORKING_DAYS = 120;

/** The day a reply is due: as the office says (a day, or so many working days), otherwise as the settings say, from today. */
export function readReplyDue(
  wanted: { on?: Day | null; workingDays?: number | null },
  today: Day,
  setting: Offset,
  calendar: WorkingCalendar,
): ReplyDue {
  const { on = null, workingDays = null } = wanted;
  const refuse = (field: string, message: string): never => {
    throw invalid(field, 'notices.replyDue', message);
  };
  if (on !== null && workingDays !== null)
    return refuse('replyDueOn', 'give a day or a number of working days, not both');
  if (on !== null) {
    const last = addMonths(today, 12);
    if (!isDay(on)) return refuse('replyDueOn', 'the day of the reply is no day of the calendar');
    if (on < addDays(today, 1) || on > last)
      return refuse('replyDueOn', `the reply is due after today and until ${last}`);
    return { dueOn: on, rule: 'BY_DATE', amount: null, unit: null, from: today, assumed: [] };
  }
  if (workingDays === null) {
    const { day: dueOn, assumed } = dayAfter(today, setting, calendar);
    return { dueOn, rule: 'BY_SETTING', ...setting, from: today, assumed };
  }
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > LONGEST_WORKING_DAYS)
    return refuse('replyWorkingDays', `the reply is due after 1 to ${LONGEST_WORKING_DAYS} working days`);
  const { day: dueOn, assumed } = addWorkingDays(today, workingDays, calendar);
  return { dueOn, rule: 'BY_WORKING_DAYS', amount: workingDays, unit: 'WORKING_DAY', from: today, assumed };
}
