/** Words for the codes of notices and of others' papers. */
export const noticeWords = {
  noticeKind: {
    SUPERVISION: 'Supervision',
    GUIDANCE: 'Guidance',
    REMINDER: 'Reminder',
    ADMONITION: 'Admonition',
    HANDOVER: 'Hand-over proposal',
  },
  noticeState: {
    SENT: 'To sign for',
    SIGNED_FOR: 'Reply outstanding',
    REPLIED: 'Replied, to be accepted',
    ACCEPTED: 'Settled',
    WITHDRAWN: 'Withdrawn',
  },
  noticeDueRule: {
    BY_SETTING: 'by the round’s settings',
    BY_WORKING_DAYS: 'set by the office',
    BY_DATE: 'set by the office',
  },
  noticeVerb: {
    withdrawNotice: 'Withdraw',
    signForNotice: 'Sign for it',
    draftReply: 'Draft the reply',
    sendReply: 'Send the reply',
    acceptReply: 'Accept the reply',
    askAgain: 'Ask again',
  },
  noticeReason: {
    FORBIDDEN: 'Not among your duties',
    WRONG_STATE: 'Not possible in the present state',
    NO_DRAFT: 'Draft the reply first',
  },
  noticeStepReason: {
    LOWER_NOT_SENT: 'no notice of the step below was sent',
    LOWER_RUNNING: 'the reply to the step below is not due yet',
    LOWER_REPLIED: 'the step below is replied to: accept it or ask again first',
    LOWER_ANSWERED: 'the step below is settled',
  },
  replyVerdict: { ACCEPTED: 'Accepted', ASKED_AGAIN: 'Asked again' },
  paperKind: {
    DISCIPLINE: 'Discipline inspection proposal',
    PROCURATORATE: 'Procuratorial proposal',
    COURT: 'Judicial proposal',
    AUDIT: 'Audit paper',
    OTHER: 'Other paper',
  },
};
