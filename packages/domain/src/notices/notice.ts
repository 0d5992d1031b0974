import { reachesBody } from '../access/can.ts';
import { scopeOf } from '../access/matrix.ts';
import type { BodyVerb } from '../access/verbs.ts';
import type { Grant, Viewer } from '../access/viewer.ts';
import type { Day } from '../deadlines/calendar.ts';

/** The ladder, lowest step first: 督办 → 指导 → 提醒 → 告诫 → 移交问责建议. */
export const NOTICE_KINDS = ['SUPERVISION', 'GUIDANCE', 'REMINDER', 'ADMONITION', 'HANDOVER'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** SIGNED_FOR again after a reply that the office found wanting; ACCEPTED and WITHDRAWN are final. */
export const NOTICE_STATES = ['SENT', 'SIGNED_FOR', 'REPLIED', 'ACCEPTED', 'WITHDRAWN'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** What the office makes of a reply. */
export const REPLY_VERDICTS = ['ACCEPTED', 'ASKED_AGAIN'] as const;

const SIGN_OF_LEVEL = { XUNCHA: '巡察', XUNSHI: '巡视' } as const;
const SIGN_OF_KIND: Record<NoticeKind, string> = {
  SUPERVISION: '督',
  GUIDANCE: '导',
  REMINDER: '提',
  ADMONITION: '诫',
  HANDOVER: '移',
};

/** 巡察督〔2026〕3号: one series per office and year over all kinds, so that a number is never given twice. */
export const noticeNumber = (
  level: keyof typeof SIGN_OF_LEVEL,
  kind: NoticeKind,
  { year, seq }: { year: number; seq: number },
): string => `${SIGN_OF_LEVEL[level]}${SIGN_OF_KIND[kind]}〔${year}〕${seq}号`;

/** What rights and rules ask of a notice. */
export interface NoticeFacts {
  bodyId: string;
  /** The office that sent it: another office over the same body has no part in it. */
  officeId: string;
  kind: NoticeKind;
  state: NoticeState;
  replyDueOn: Day | null;
  /** Whether a reply is drafted that is not sent yet. */
  drafted: boolean;
}

/** Rights of the matrix that reach notices. */
export type NoticeRight = Extract<BodyVerb, 'readNotices' | 'issueNotice' | 'signForNotice' | 'replyToNotice'>;

/**
 * Whether a grant's right reaches a notice: an office only its own, and a proposal to hold somebody accountable stays
 * with the office, for it goes to whoever decides on it and not to the body.
 */
export function reachesNotice(
  right: NoticeRight,
  grant: Grant,
  notice: Pick<NoticeFacts, 'bodyId' | 'officeId' | 'kind'>,
): boolean {
  const scope = scopeOf(grant.role, right);
  if (!reachesBody(scope, grant, notice.bodyId)) return false;
  return scope === 'rounds' ? grant.bodyId === notice.officeId : notice.kind !== 'HANDOVER';
}

export const mayOnNotice = (
  viewer: Viewer,
  right: NoticeRight,
  notice: Pick<NoticeFacts, 'bodyId' | 'officeId' | 'kind'>,
): boolean => viewer.grants.some((grant) => reachesNotice(right, grant, notice));

export const NOTICE_VERBS = [
  'withdrawNotice',
  'signForNotice',
  'draftReply',
  'sendReply',
  'acceptReply',
  'askAgain',
] as const;
export type NoticeVerb = (typeof NOTICE_VERBS)[number];

export const NOTICE_REASONS = ['FORBIDDEN', 'WRONG_STATE', 'NO_DRAFT'] as const;
export type NoticeReason = (typeof NOTICE_REASONS)[number];

interface NoticeMove {
  right: NoticeRight;
  from: NoticeState;
  to: NoticeState;
}

/**
 * From which state a verb is legal, whose right it needs and where it leads. 签收 says only that it arrived: the clerk may
 * do it, who signs nothing else. The reply speaks for the body: the clerk drafts it, the secretary sends it.
 */
export const NOTICE_MOVES: Readonly<Record<NoticeVerb, NoticeMove>> = {
  withdrawNotice: { right: 'issueNotice', from: 'SENT', to: 'WITHDRAWN' },
  signForNotice: { right: 'signForNotice', from: 'SENT', to: 'SIGNED_FOR' },
  draftReply: { right: 'signForNotice', from: 'SIGNED_FOR', to: 'SIGNED_FOR' },
  sendReply: { right: 'replyToNotice', from: 'SIGNED_FOR', to: 'REPLIED' },
  acceptReply: { right: 'issueNotice', from: 'REPLIED', to: 'ACCEPTED' },
  askAgain: { right: 'issueNotice', from: 'REPLIED', to: 'SIGNED_FOR' },
};

export interface NoticeTransition {
  verb: NoticeVerb;
  to: NoticeState;
  allowed: boolean;
  reason: NoticeReason | null;
}

/** Judges one verb on one notice: right, state, and what must be there first. */
export function judgeNotice(viewer: Viewer, verb: NoticeVerb, notice: NoticeFacts): NoticeTransition {
  const { right, from, to } = NOTICE_MOVES[verb];
  const answer = (reason: NoticeReason | null): NoticeTransition => ({ verb, to, allowed: reason === null, reason });
  if (!mayOnNotice(viewer, right, notice)) return answer('FORBIDDEN');
  if (notice.state !== from) return answer('WRONG_STATE');
  return answer(verb === 'sendReply' && !notice.drafted ? 'NO_DRAFT' : null);
}

/** The verbs that are legal in the notice's state and whose right the viewer has, allowed or with the reason why not yet. */
export const noticeTransitions = (viewer: Viewer, notice: NoticeFacts): NoticeTransition[] =>
  NOTICE_VERBS.map((verb) => judgeNotice(viewer, verb, notice)).filter(
    ({ reason }) => reason !== 'FORBIDDEN' && reason !== 'WRONG_STATE',
  );

/** Whose turn it is in a state: whoever has the right; the body's people for a reply that the clerk drafts and the secretary sends. */
export const NOTICE_WAITS: Readonly<Partial<Record<NoticeState, NoticeRight>>> = {
  SENT: 'signForNotice',
  SIGNED_FOR: 'signForNotice',
  REPLIED: 'issueNotice',
};

export function noticeWaitsFor(viewer: Viewer, notice: NoticeFacts): boolean {
  const right = NOTICE_WAITS[notice.state];
  return right !== undefined && notice.kind !== 'HANDOVER' && mayOnNotice(viewer, right, notice);
}

/** States in which the body's reply is outstanding. */
export const AWAITING_REPLY = ['SENT', 'SIGNED_FOR'] as const satisfies readonly NoticeState[];

/** Whether the day of the reply has passed without one; overdue begins the day after. */
export const isReplyOverdue = (notice: Pick<NoticeFacts, 'state' | 'replyDueOn'>, today: Day): boolean =>
  (AWAITING_REPLY as readonly NoticeState[]).includes(notice.state) &&
  notice.replyDueOn !== null &&
  notice.replyDueOn < today;
