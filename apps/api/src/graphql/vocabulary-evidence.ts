import * as domain from '@closeout/domain';
import { enumOf } from './enums.ts';

/** The codes of evidence, source dates and money. */
export const EvidenceKindEnum = enumOf('EvidenceKind', 'Kind of evidence.', domain.EVIDENCE_KINDS, {
  ...domain.EVIDENCE_KIND_WORDS,
  LATERAL_REVIEW: '举一反三: checked n, corrected m.',
  REFUND: '清退: its recoveries carry the sums.',
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
export const MeetingTypeEnum = enumOf(
  'MeetingType',
  'Type of a meeting.',
  domain.MEETING_TYPES,
  domain.MEETING_TYPE_WORDS,
);
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
  domain.RECOVERY_KIND_WORDS,
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
