import {
  NOTICE_DUE_RULES,
  NOTICE_KINDS,
  NOTICE_REASONS,
  NOTICE_STATES,
  NOTICE_STEP_REASONS,
  NOTICE_VERBS,
  PAPER_KINDS,
  REPLY_VERDICTS,
} from '@closeout/domain';
import { enumOf } from '../../graphql/enums.ts';

export const NoticeKindEnum = enumOf('NoticeKind', 'A step of the office’s ladder, lowest first.', NOTICE_KINDS, {
  SUPERVISION: '督办: to see to a matter.',
  GUIDANCE: '指导: how it is to be done.',
  REMINDER: '提醒: that it is not done.',
  ADMONITION: '告诫: the last word before a hand-over.',
  HANDOVER:
    '移交问责建议: proposes to an authority that somebody be held accountable; the office itself holds nobody so.',
});
export const NoticeStateEnum = enumOf('NoticeState', 'Where a notice stands.', NOTICE_STATES, {
  SENT: 'Sent, not signed for.',
  SIGNED_FOR: '已签收: its reply is outstanding, for the first time or again.',
  REPLIED: 'Replied: the office accepts the reply or asks again.',
  ACCEPTED: 'The office accepted the reply; final.',
  WITHDRAWN: 'Withdrawn before it was signed for, with a reason; final.',
});
export const NoticeDueRuleEnum = enumOf('NoticeDueRule', 'What gave the day of the reply.', NOTICE_DUE_RULES, {
  BY_SETTING: 'The settings of the inspection.',
  BY_WORKING_DAYS: 'A number of working days that the office gave.',
  BY_DATE: 'A day that the office gave.',
});
export const NoticeVerbEnum = enumOf('NoticeVerb', 'What can be done with a notice.', NOTICE_VERBS, {
  withdrawNotice: 'The office withdraws it, with a reason.',
  signForNotice: '签收 by the body’s secretary or clerk.',
  draftReply: 'Drafts the reply: secretary or clerk.',
  sendReply: 'Sends the drafted reply: the secretary.',
  acceptReply: 'The office accepts the reply.',
  askAgain: 'The office asks again, with a reason and a new day.',
});
export const NoticeReasonEnum = enumOf('NoticeReason', 'Why a verb is not carried out.', NOTICE_REASONS, {
  FORBIDDEN: 'No role of the viewer has it here.',
  WRONG_STATE: 'Not in this state.',
  NO_DRAFT: 'No reply is drafted.',
});
export const NoticeStepReasonEnum = enumOf(
  'NoticeStepReason',
  'Why a step of the ladder needs a written reason for skipping the one below.',
  NOTICE_STEP_REASONS,
  {
    LOWER_NOT_SENT: 'Nothing of the step below was sent.',
    LOWER_RUNNING: 'The reply to the step below is not due yet.',
    LOWER_REPLIED: 'The step below is replied to: the office accepts or asks again first.',
    LOWER_ANSWERED: 'The reply to the step below was accepted.',
  },
);
export const ReplyVerdictEnum = enumOf('ReplyVerdict', 'What the office made of a reply.', REPLY_VERDICTS, {
  ACCEPTED: 'Accepted.',
  ASKED_AGAIN: 'Asked for again, with a reason.',
});
export const PaperKindEnum = enumOf('PaperKind', 'Whose paper is recorded.', PAPER_KINDS, {
  DISCIPLINE: '纪检监察建议书.',
  PROCURATORATE: '检察建议书.',
  COURT: '司法建议书.',
  AUDIT: 'Of an audit office.',
  OTHER: 'Any other.',
});
