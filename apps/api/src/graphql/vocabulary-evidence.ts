import * as domain from '@closeout/domain';
import { enumOf } from './enums.ts';

/** The codes of evidence, source dates and money. */
export const EvidenceKindEnum = enumOf('EvidenceKind', 'Kind of evidence.', domain.EVIDENCE_KINDS, {
  MEETING: '会议',
  DOCUMENT: '文件',
  TALK: '谈话',
  TRAINING: '培训',
  SITE_VISIT: '走访调研',
  INSPECTION: '检查',
  LATERAL_REVIEW: '举一反三: checked n, corrected m.',
  SELF_CRITICISM: '对照检查',
  ORDERED_CHECK: '责令检查',
  REFUND: '清退: its recoveries carry the sums.',
  FILE: '其他材料',
});
export const EvidenceAcceptanceEnum = enumOf(
  'EvidenceAcceptance',
  'Whether a reviewer accepted the piece.',
  domain.EVIDENCE_ACCEPTANCES,
  {
    PENDING: 'Not reviewed yet.',
    ACCEPTED: 'Accepted.',
    REJECTED: 'Rejected with a reason; does not count as present.',
  },
);
export const MeetingTypeEnum = enumOf('MeetingType', 'Type of a meeting.', domain.MEETING_TYPES, {
  PARTY_GROUP: '党组(党委)会',
  EXECUTIVE: '办公会',
  DEMOCRATIC_LIFE: '民主生活会',
  ORG_LIFE: '组织生活会',
  STUDY_GROUP: '理论学习中心组学习',
  BRANCH: '支部会议',
  LEADING_GROUP: '领导小组会',
  PROGRESS_REVIEW: '调度推进会',
  SYMPOSIUM: '座谈会',
  OTHER: '其他会议',
});
export const DocumentStatusEnum = enumOf('DocumentStatus', 'Whether a document was issued.', domain.DOCUMENT_STATUSES, {
  ISSUED: '印发',
  DRAFT: '拟制, 征求意见',
  ISSUED_BY_OTHER: 'Issued by another body.',
  REFERENCED: 'Only referred to.',
});
export const DocumentChangeEnum = enumOf('DocumentChange', 'What a rule does to the rules.', domain.DOCUMENT_CHANGES, {
  NEW: '新建',
  REVISED: '修订',
  REPEALED: '废止',
});
export const TalkTypeEnum = enumOf('TalkType', 'Type of a talk.', domain.TALK_TYPES, {
  REMINDER: '提醒谈话',
  CRITICISM: '批评教育',
  SUMMONED: '约谈',
  ADMONITION: '诫勉谈话',
  HEART_TO_HEART: '谈心谈话',
  OTHER: '其他谈话',
});
export const DatePrecisionEnum = enumOf('DatePrecision', 'How exactly a date is known.', domain.DATE_PRECISIONS, {
  DAY: 'To the day.',
  TENDAY: 'To ten days (旬).',
  MONTH: 'To the month.',
  RANGE: 'From one day to another.',
  NONE: 'Not at all.',
  DAMAGED: 'The words are damaged.',
});
export const YearSourceEnum = enumOf('YearSource', 'Where the year of a source date comes from.', domain.YEAR_SOURCES, {
  STATED: 'Printed.',
  CARRIED: 'From an earlier date.',
  ROLLOVER: 'Carried over a year’s end.',
  INFERRED: 'Only one year is possible.',
});
export const AttachmentPurposeEnum = enumOf('AttachmentPurpose', 'What a file is for.', domain.ATTACHMENT_PURPOSES, {
  SCAN: 'Scan of a paper.',
  VOUCHER: '凭证',
  FILE: 'Any other file.',
  SIGNED_FORM: '签字表',
  CONSENT: 'A written consent.',
});
export const DispositionEnum = enumOf('Disposition', 'What becomes of an established sum.', domain.DISPOSITIONS, {
  REFUND_DUE: '应清退',
  PROCEDURAL: '程序违规不涉退款',
  UNDECIDED: '超标准待认定',
  WRITTEN_OFF: '已核销',
});
export const RecoveryKindEnum = enumOf(
  'RecoveryKind',
  'Measure of recovered money; never added up across kinds.',
  domain.RECOVERY_KINDS,
  {
    REFUND: '清退',
    RECOVERED: '追缴',
    BACK_PAYMENT: '补缴',
    DUES_BACK_PAYMENT: '党费补缴',
    TREASURY: '上缴财政',
    RETRIEVED: '追回',
    LOSS_RECOVERED: '挽回经济损失',
  },
);
export const ReceiverEnum = enumOf('Receiver', 'Where the money went.', domain.RECEIVERS, {
  TREASURY_ACCOUNT: '财政专户',
  SOURCE: '原渠道',
  UNIT_ACCOUNT: '单位账户',
  DUES_ACCOUNT: '党费账户',
  OTHER: 'Elsewhere.',
});
export const ConsentFormEnum = enumOf('ConsentForm', 'Form of a consent.', domain.CONSENT_FORMS, {
  WRITTEN: '书面',
  ORAL: '口头; warned about.',
});

export const EvidenceVerbEnum = enumOf(
  'EvidenceVerb',
  'What can be done with a piece of evidence.',
  domain.PIECE_VERBS,
  {
    editEvidence: 'Correct it, add or remove its files.',
    linkEvidence: 'Use it for further actions, or take it off some.',
    removeEvidence: 'Take it back: the undo of who entered it.',
    acceptEvidence: 'reviewEvidence with accept: true.',
    rejectEvidence: 'reviewEvidence with accept: false and a reason.',
  },
);
