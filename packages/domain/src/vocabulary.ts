/**
 * Every code of the ledger, in the order in which it is shown. Codes only: the words live in the console's message
 * catalogues, and a round may override them. Prisma and GraphQL repeat these lists; a type check keeps them equal.
 */

export const ROLES = [
  'HANDLER',
  'DEPARTMENT_HEAD',
  'LEADER',
  'SECRETARY',
  'CLERK',
  'DISCIPLINE_GROUP',
  'INSPECTION_OFFICE',
  'SYSTEM_ADMIN',
  'SECURITY_ADMIN',
  'AUDIT_ADMIN',
  'INTEGRATOR',
] as const;
export type Role = (typeof ROLES)[number];

/** No person holds two of these at once (三员分立). */
export const ADMIN_ROLES = ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'] as const satisfies readonly Role[];

export const BODY_KINDS = ['INSPECTED', 'OFFICE', 'DISCIPLINE_GROUP'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export const INSPECTION_LEVELS = ['XUNCHA', 'XUNSHI'] as const;
export const INSPECTION_TYPES = ['ROUTINE', 'SPECIAL', 'UPGRADED', 'CROSS', 'FLEXIBLE', 'LOOK_BACK'] as const;

export const FIELD_CLASSES = ['STATISTICS', 'TEXT', 'NAMES', 'MONEY'] as const;
export type FieldClass = (typeof FIELD_CLASSES)[number];

/** What a token may be used for: reads of the matrix, so never more than the column of the integrator allows. */
export const TOKEN_VERBS = ['readOutline', 'readFinding', 'exportLedger'] as const;
export type TokenVerb = (typeof TOKEN_VERBS)[number];

/** LAPSED: who approved it may not approve any more; until somebody else does, it gives statistics alone. */
export const TOKEN_STATES = ['REQUESTED', 'IN_FORCE', 'REFUSED', 'LAPSED', 'REVOKED', 'EXPIRED'] as const;
export type TokenState = (typeof TOKEN_STATES)[number];

export const TOKEN_ACTS = ['approve', 'refuse', 'revoke'] as const;
export type TokenAct = (typeof TOKEN_ACTS)[number];

export const FINDING_STATES = ['RECORDED', 'UNCLAIMED', 'RECTIFYING', 'IN_REVIEW', 'CLOSED', 'CONTINUING'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export const RESULTS = ['COMPLETED', 'BASICALLY', 'PARTIAL', 'ONGOING', 'NOT_DONE', 'UNKNOWN'] as const;
export type Result = (typeof RESULTS)[number];

export const REMEDIATION_TYPES = ['IMMEDIATE', 'STAGED', 'CONTINUING'] as const;
export type RemediationType = (typeof REMEDIATION_TYPES)[number];

export const DUE_KINDS = ['DATE', 'IMMEDIATE', 'ONGOING'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export const POINT_OUTCOMES = ['DONE', 'CONTINUING', 'NOT_DONE', 'UNTRACEABLE_REGULATED'] as const;
export type PointOutcome = (typeof POINT_OUTCOMES)[number];

/** The value of an indicator at the feedback, or later. */
export const READING_KINDS = ['BASELINE', 'PROGRESS'] as const;
export type ReadingKind = (typeof READING_KINDS)[number];

/** Whom a finding names outside the body. */
export const PARTY_KINDS = ['COMPANY', 'PERSON', 'OTHER'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

export const ACTION_STATES = ['PLANNED', 'IN_PROGRESS', 'DONE', 'DROPPED'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** What an action is: 建章立制 会议研究 谈话提醒 学习培训 调研走访 自查检查 清退追缴 其他. */
export const ACTION_KINDS = ['RULES', 'MEETING', 'TALK', 'TRAINING', 'SITE_VISIT', 'CHECK', 'MONEY', 'OTHER'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export const EVIDENCE_KINDS = [
  'MEETING',
  'DOCUMENT',
  'TALK',
  'TRAINING',
  'SITE_VISIT',
  'INSPECTION',
  'LATERAL_REVIEW',
  'SELF_CRITICISM',
  'ORDERED_CHECK',
  'REFUND',
  'FILE',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_ACCEPTANCES = ['PENDING', 'ACCEPTED', 'REJECTED'] as const;
export type EvidenceAcceptance = (typeof EVIDENCE_ACCEPTANCES)[number];

export const MEETING_TYPES = [
  'PARTY_GROUP',
  'EXECUTIVE',
  'DEMOCRATIC_LIFE',
  'ORG_LIFE',
  'STUDY_GROUP',
  'BRANCH',
  'LEADING_GROUP',
  'PROGRESS_REVIEW',
  'SYMPOSIUM',
  'OTHER',
] as const;
export type MeetingType = (typeof MEETING_TYPES)[number];

export const DOCUMENT_STATUSES = ['ISSUED', 'DRAFT', 'ISSUED_BY_OTHER', 'REFERENCED'] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];
export const DOCUMENT_CHANGES = ['NEW', 'REVISED', 'REPEALED'] as const;
export type DocumentChange = (typeof DOCUMENT_CHANGES)[number];

export const TALK_TYPES = ['REMINDER', 'CRITICISM', 'SUMMONED', 'ADMONITION', 'HEART_TO_HEART', 'OTHER'] as const;
export type TalkType = (typeof TALK_TYPES)[number];

export const DATE_PRECISIONS = ['DAY', 'TENDAY', 'MONTH', 'RANGE', 'NONE', 'DAMAGED'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];
export const YEAR_SOURCES = ['STATED', 'CARRIED', 'ROLLOVER', 'INFERRED'] as const;
export type YearSource = (typeof YEAR_SOURCES)[number];

export const ATTACHMENT_PURPOSES = ['SCAN', 'VOUCHER', 'FILE', 'SIGNED_FORM', 'CONSENT'] as const;
export type AttachmentPurpose = (typeof ATTACHMENT_PURPOSES)[number];

/** 应清退 · 程序违规不涉退款 · 超标准待认定 · 已核销 */
export const DISPOSITIONS = ['REFUND_DUE', 'PROCEDURAL', 'UNDECIDED', 'WRITTEN_OFF'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** Separate measures, never added up: 清退 追缴 补缴 党费补缴 上缴财政 追回 挽回经济损失 */
export const RECOVERY_KINDS = [
  'REFUND',
  'RECOVERED',
  'BACK_PAYMENT',
  'DUES_BACK_PAYMENT',
  'TREASURY',
  'RETRIEVED',
  'LOSS_RECOVERED',
] as const;
export type RecoveryKind = (typeof RECOVERY_KINDS)[number];

export const RECEIVERS = ['TREASURY_ACCOUNT', 'SOURCE', 'UNIT_ACCOUNT', 'DUES_ACCOUNT', 'OTHER'] as const;
export type Receiver = (typeof RECEIVERS)[number];

export const CONSENT_FORMS = ['WRITTEN', 'ORAL'] as const;
export type ConsentForm = (typeof CONSENT_FORMS)[number];

export const SUBMISSION_PURPOSES = ['CLOSE_OUT', 'CONTINUE'] as const;
export type SubmissionPurpose = (typeof SUBMISSION_PURPOSES)[number];
export const SUBMISSION_OUTCOMES = ['PENDING', 'APPROVED', 'RETURNED', 'WITHDRAWN'] as const;
export type SubmissionOutcome = (typeof SUBMISSION_OUTCOMES)[number];

export const SIGNOFF_STEP_KINDS = [
  'CLERK_CHECK',
  'DEPARTMENT_HEAD',
  'LEADER',
  'SECRETARY',
  'OFFICE',
  'RESOLUTION',
] as const;
export type SignoffStepKind = (typeof SIGNOFF_STEP_KINDS)[number];
export const STEP_STATES = ['WAITING', 'CURRENT', 'SIGNED', 'RETURNED', 'SKIPPED'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** Why a step needs no signature: its only holder submitted, signed an earlier step, or is the finding's subject. */
export const SKIP_REASONS = ['SUBMITTED', 'ALREADY_SIGNED', 'RECUSED'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** 整改方案 · periodic report · final report: what a body files with its office (报送). */
export const FILING_KINDS = ['PLAN', 'PERIODIC', 'FINAL'] as const;
export type FilingKind = (typeof FILING_KINDS)[number];

/** One visit can carry several plans: the main one, 选人用人, 意识形态. */
export const PLAN_KINDS = ['MAIN', 'PERSONNEL', 'IDEOLOGY'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** Who takes part in the review of a plan (方案会审): 组织部 · 宣传部 · 纪委监督检查室 · another, by its name. */
export const REVIEWERS = ['ORGANISATION', 'PUBLICITY', 'DISCIPLINE', 'OTHER'] as const;
export type Reviewer = (typeof REVIEWERS)[number];
/** Those whom a setting can name; another one is named where the opinion is entered. */
export const NAMED_REVIEWERS = REVIEWERS.filter((one) => one !== 'OTHER');
export const REVIEW_OPINIONS = ['AGREE', 'COMMENTS'] as const;
export type ReviewOpinion = (typeof REVIEW_OPINIONS)[number];

/** Of a version: prepared and declined stay inside the body, the rest is with the office. */
export const FILING_STATES = ['PREPARED', 'DECLINED', 'FILED', 'RECEIVED', 'RETURNED', 'ACCEPTED'] as const;
export type FilingState = (typeof FILING_STATES)[number];

export const IMPORT_KINDS = ['REPORT', 'LEDGER_WORKBOOK', 'LEDGER_CHANGES'] as const;
export const IMPORT_MODES = ['HISTORY', 'LIVE'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];
export const IMPORT_STATES = ['DRAFT', 'COMMITTED', 'UNDONE'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** 规定动作 of a body, in their order. */
export const PRESCRIBED_STEPS = [
  'FEEDBACK_MEETING',
  'PARTY_GROUP_STUDY',
  'LEADING_GROUP',
  'PLAN_REVIEW',
  'DEMOCRATIC_LIFE',
  'CONCENTRATED',
  'FINAL_REPORT',
  'PUBLICATION',
  'ASSESSMENT',
] as const;
export type PrescribedStepCode = (typeof PRESCRIBED_STEPS)[number];

/** 意见建议: where its answer stands. */
export const RECOMMENDATION_STATES = ['OPEN', 'UNDER_WAY', 'ANSWERED'] as const;
export type RecommendationState = (typeof RECOMMENDATION_STATES)[number];

/** 移交事项: a count is kept by kind and receiver, never what was referred. */
export const REFERRAL_KINDS = ['LEADS', 'PETITIONS', 'OTHER'] as const;
export type ReferralKind = (typeof REFERRAL_KINDS)[number];
export const REFERRAL_RECEIVERS = ['DISCIPLINE', 'ORGANIZATION', 'POLITICAL_LEGAL', 'AUTHORITY', 'OTHER'] as const;
export type ReferralReceiver = (typeof REFERRAL_RECEIVERS)[number];

/** 成效评估: 好 较好 一般 差. */
export const ASSESSMENT_GRADES = ['GOOD', 'FAIRLY_GOOD', 'FAIR', 'POOR'] as const;
export type AssessmentGrade = (typeof ASSESSMENT_GRADES)[number];

/** What the signed-in viewer's navigation may show; the API derives them from the grants (access/capabilities.ts). */
export const CAPABILITIES = [
  'HOME_DEPARTMENT',
  'HOME_LEADER',
  'HOME_SECRETARY',
  'HOME_CLERK',
  'HOME_DISCIPLINE',
  'HOME_OFFICE',
  'HOME_ADMIN',
  'HOME_DEVELOPER',
  'LEDGER',
  'OUTLINE',
  'INBOX',
  'EVIDENCE',
  'MONEY',
  'MEETINGS',
  'IMPORT',
  'CHANGE_BY_TABLE',
  'EXPORT_LISTS',
  'REPORT',
  'STATISTICS',
  'RECHECKS',
  'RECHECK_DRAW',
  'NOTICES',
  'URGING',
  'WARNINGS',
  'FILINGS',
  'SIGHT_ASK',
  'TEMPLATES',
  'PUBLICATION',
  'JOBS',
  'ADMIN_DIRECTORY',
  'ADMIN_ACCOUNTS',
  'ADMIN_GRANTS',
  'ADMIN_ROUNDS',
  'ADMIN_CALENDAR',
  'AUDIT',
  'TOKENS',
  'DEVELOPER',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** The colours a level of warning may have; a colour never stands without its words. */
export const WARNING_COLOURS = ['GREEN', 'BLUE', 'YELLOW', 'ORANGE', 'RED'] as const;
export type WarningColour = (typeof WARNING_COLOURS)[number];

/** Whom a warning is sent to; the body is warned before the office. */
export const WARNING_RECIPIENTS = ['HANDLER', 'DEPARTMENT_HEAD', 'LEADER', 'SECRETARY', 'CLERK', 'OFFICE'] as const;
export type WarningRecipient = (typeof WARNING_RECIPIENTS)[number];

/** MONTH: the same day of a later month; DAY: calendar days; WORKING_DAY: working days of the Chinese calendar. */
export const OFFSET_UNITS = ['MONTH', 'DAY', 'WORKING_DAY'] as const;
export type OffsetUnit = (typeof OFFSET_UNITS)[number];

/** The dates that rules give an inspection; all count from the feedback, only PERIODIC_REPORT from the report before it. */
export const OFFSET_CODES = [
  'plan',
  'immediate',
  'concentrated',
  'refund',
  'firstReport',
  'periodicReport',
  'finalReport',
  'longest',
] as const;
export type OffsetCode = (typeof OFFSET_CODES)[number];

/** 公开稿 (publications/words.ts). */
export * from './publications/words.ts';
export * from './jobs/codes.ts';

/** 留言 (comments/words.ts). */
export * from './comments/words.ts';
