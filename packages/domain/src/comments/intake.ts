import { shanghaiDay, type Day } from '../deadlines/calendar.ts';
import { addWorkingDays, type WorkingCalendar } from '../deadlines/working-days.ts';
import { invalid } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { hitsOf, publicTextOf, type Passage } from '../publications/passages.ts';
import type { ScanSettings } from '../publications/scan.ts';
import { demandText } from '../text.ts';
import type { CommentState } from './words.ts';

/** Nobody reads the notice and writes a comment faster; programs do. */
export const FASTEST_COMMENT_MS = 3_000;
/** How long an opened form may be sent. */
export const FORM_LASTS_MS = 4 * 3_600_000;

/** A comment is answered within this many working days at most; a body sets fewer. */
const REPLY_DAYS_MAX = 60;

export function demandReplyDays(days: number): number {
  if (days < 1 || days > REPLY_DAYS_MAX)
    throw invalid('replyDays', 'comments.replyDays', `1 to ${REPLY_DAYS_MAX} working days`, { limit: REPLY_DAYS_MAX });
  return days;
}

/** What comes with a comment besides its words. */
export interface Left {
  /** The field that nobody sees. */
  trap: string;
  /** When the form was opened; null: it was not opened here. */
  openedAt: number | null;
  now: number;
}

/** SWALLOWED: it is thanked for, and nothing is kept. STALE and HASTY are told so and keep what was typed. */
export type Intake = 'TAKEN' | 'SWALLOWED' | 'STALE' | 'HASTY';

export function judgeIntake({ trap, openedAt, now }: Left): Intake {
  if (trap !== '') return 'SWALLOWED';
  if (openedAt === null || now - openedAt > FORM_LASTS_MS) return 'STALE';
  return now - openedAt < FASTEST_COMMENT_MS ? 'HASTY' : 'TAKEN';
}

/** A comment as it is kept: something is said, within the limit. */
export function readComment(given: string): string {
  const text = given.replaceAll('\r\n', '\n').trim();
  if (text === '') throw invalid('text', 'comments.empty', 'write what you want to say');
  return demandText(text, 'text', LIMITS.comment);
}

/** What of a comment or its answer is shown to anybody: personal data stands masked, always. */
export function maskedWords(words: string, settings: ScanSettings): string {
  const passage: Passage = {
    key: 'comment',
    role: 'TEXT',
    number: null,
    internal: words,
    decision: 'KEEP',
    ground: null,
    replacement: null,
  };
  return publicTextOf(passage, hitsOf(passage, [], settings)) ?? '';
}

/** The working day by which it is to be answered; null once it is, or once it is not shown. */
export function replyDue(
  { state, released, receivedAt }: { state: CommentState; released: boolean; receivedAt: Date },
  days: number,
  calendar: WorkingCalendar,
): Day | null {
  if (state === 'HIDDEN' || released) return null;
  return addWorkingDays(shanghaiDay(receivedAt), days, calendar).day;
}
