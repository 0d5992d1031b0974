/** 督办通知的用语 */
export const noticeWords = {
  noticeKind: {
    SUPERVISION: '督办',
    GUIDANCE: '指导',
    REMINDER: '提醒',
    ADMONITION: '告诫',
    HANDOVER: '移交问责建议',
  },
  noticeState: {
    SENT: '待签收',
    SIGNED_FOR: '待回复',
    REPLIED: '已回复,待认可',
    ACCEPTED: '已办结',
    WITHDRAWN: '已撤回',
  },
  noticeDueRule: { BY_SETTING: '按轮次设置', BY_WORKING_DAYS: '巡察办指定', BY_DATE: '巡察办指定' },
  noticeVerb: {
    withdrawNotice: '撤回通知',
    signForNotice: '签收',
    draftReply: '起草回复',
    sendReply: '发出回复',
    acceptReply: '认可回复',
    askAgain: '要求重新回复',
  },
  noticeReason: { FORBIDDEN: '您的职责里没有这一项', WRONG_STATE: '现在的状态不能这样做', NO_DRAFT: '先起草回复' },
  noticeStepReason: {
    LOWER_NOT_SENT: '还没有发过上一级通知',
    LOWER_RUNNING: '上一级通知还没到回复期限',
    LOWER_REPLIED: '上一级通知已回复,请先认可或要求重新回复',
    LOWER_ANSWERED: '上一级通知已办结',
  },
  replyVerdict: { ACCEPTED: '已认可', ASKED_AGAIN: '要求重新回复' },
  paperKind: {
    DISCIPLINE: '纪检监察建议书',
    PROCURATORATE: '检察建议书',
    COURT: '司法建议书',
    AUDIT: '审计文书',
    OTHER: '其他文书',
  },
};
