import * as domain from '@closeout/domain';
import { enumOf } from './enums.ts';

/** The domain's codes as GraphQL enums; the words a value has on screen live in the console's catalogues. */
export const RoleEnum = enumOf('Role', 'A role of domain section 8.', domain.ROLES, {
  HANDLER: '承办人: updates assigned actions, adds evidence, submits to the head.',
  DEPARTMENT_HEAD: '部门负责人: claims, names handlers, edits, submits.',
  LEADER: '分管领导: signs or returns the findings of the own post.',
  SECRETARY: '党组书记: confirms leaders, signs or returns, instructs.',
  CLERK: '整改办: imports, keeps the ledger, enters on behalf; signs nothing.',
  DISCIPLINE_GROUP: '派驻纪检监察组: reads the bodies it supervises.',
  INSPECTION_OFFICE: '巡察办: states and counts of the bodies of its rounds.',
  SYSTEM_ADMIN: '系统管理员: directory and accounts.',
  SECURITY_ADMIN: '安全管理员: grants and tokens.',
  AUDIT_ADMIN: '审计管理员: the audit trail.',
  INTEGRATOR: '集成方: reads one body by token.',
});
export const CapabilityEnum = enumOf(
  'Capability',
  'A place of the console that the viewer may open.',
  domain.CAPABILITIES,
  {
    HOME_DEPARTMENT: 'Home of handlers and department heads.',
    HOME_LEADER: 'Home of leaders.',
    HOME_SECRETARY: 'Home of the secretary.',
    HOME_CLERK: 'Home of the clerk.',
    HOME_DISCIPLINE: 'Home of the discipline group.',
    HOME_OFFICE: 'Home of the inspection office.',
    HOME_ADMIN: 'Home of administrators.',
    HOME_DEVELOPER: 'Home of integrators.',
    LEDGER: 'The ledger of findings.',
    OUTLINE: 'Numbers, titles and states of all findings of the bodies in reach.',
    INBOX: 'What waits for the viewer’s signature.',
    EVIDENCE: 'Evidence across findings.',
    MONEY: 'The money ledger.',
    MEETINGS: 'Meetings and resolutions.',
    IMPORT: 'Import of reports and lists.',
    REPORT: 'The progress report.',
    STATISTICS: 'Statistics.',
    URGING: 'What is missing from whom, and the lists that were sent.',
    NOTICES: 'Notices of the inspection office, and papers of others.',
    RECHECKS: 'Re-checks: draws and their results.',
    RECHECK_DRAW: 'Drawing re-checks.',
    WARNINGS: 'The own deadline warnings.',
    FILINGS: 'What is filed with the office.',
    SIGHT_ASK: 'Asking a body to show findings.',
    PUBLICATION: '公开稿: the internal and the public text of a report.',
    JOBS: 'The own long work: exports, large imports.',
    ADMIN_DIRECTORY: 'Bodies, departments, posts, people.',
    ADMIN_ACCOUNTS: 'Accounts.',
    ADMIN_GRANTS: 'Role grants.',
    ADMIN_ROUNDS: 'Rounds and inspections.',
    ADMIN_CALENDAR: 'The working calendar.',
    AUDIT: 'The audit trail.',
    TOKENS: 'Tokens of other systems: making, approving, ending them.',
    DEVELOPER: 'API documentation.',
  },
);
export const ClassificationEnum = enumOf('Classification', '密级.', domain.CLASSIFICATIONS, {
  PUBLIC: '公开.',
  INTERNAL: '内部: not a state secret, not public either.',
  SECRET: '秘密: refused.',
  CONFIDENTIAL: '机密: refused.',
  TOP_SECRET: '绝密: refused.',
});
export const OffsetCodeEnum = enumOf(
  'OffsetCode',
  'A date that the settings give an inspection.',
  domain.OFFSET_CODES,
  {
    plan: '整改方案 filed.',
    immediate: '立行立改 findings.',
    concentrated: 'End of the 集中整改期: all other findings.',
    refund: 'Refunds made.',
    firstReport: 'First progress report.',
    periodicReport: 'The progress report after the first.',
    finalReport: '整改报告 filed.',
    longest: 'The longest deadline.',
  },
);
export const OffsetUnitEnum = enumOf('OffsetUnit', 'What a date is counted in.', domain.OFFSET_UNITS, {
  MONTH: 'Calendar months: the same day of a later month, the last one where it has no such day.',
  DAY: 'Calendar days.',
  WORKING_DAY: 'Working days of the Chinese calendar with swapped days.',
});
export const FieldClassEnum = enumOf('FieldClass', 'What a token may read.', domain.FIELD_CLASSES, {
  STATISTICS: 'Numbers, states, dates, counts.',
  TEXT: 'Texts of findings, actions and evidence.',
  NAMES: 'Names of persons.',
  MONEY: 'Sums.',
});
export const BodyKindEnum = enumOf('BodyKind', 'What an organisation is here.', domain.BODY_KINDS, {
  INSPECTED: 'An inspected body (被巡察单位).',
  OFFICE: 'An inspection office (巡察办).',
  DISCIPLINE_GROUP: 'A stationed discipline group (派驻纪检监察组).',
});
export const InspectionLevelEnum = enumOf('InspectionLevel', 'Level of inspection.', domain.INSPECTION_LEVELS, {
  XUNCHA: '巡察, city and county level.',
  XUNSHI: '巡视, central and provincial level.',
});
export const InspectionTypeEnum = enumOf('InspectionType', 'Kind of inspection.', domain.INSPECTION_TYPES, {
  ROUTINE: '常规',
  SPECIAL: '专项',
  UPGRADED: '提级',
  CROSS: '交叉',
  FLEXIBLE: '机动',
  LOOK_BACK: '回头看',
});
export const FindingStateEnum = enumOf('FindingState', 'Workflow state of a finding.', domain.FINDING_STATES, {
  RECORDED: '据原文记录: imported as history, not signed off here.',
  UNCLAIMED: '待认领',
  RECTIFYING: '整改中',
  IN_REVIEW: '待审核, with a current step.',
  CLOSED: '已销号',
  CONTINUING: '持续整改, approved, with a next review.',
});
export const ResultEnum = enumOf('Result', 'Published result of a finding.', domain.RESULTS, {
  COMPLETED: '已整改到位',
  BASICALLY: '基本完成',
  PARTIAL: '部分完成',
  ONGOING: '持续整改, 正在整改, 阶段性完成',
  NOT_DONE: '未完成',
  UNKNOWN: 'No result stated.',
});
export const RemediationTypeEnum = enumOf(
  'RemediationType',
  'Class of a finding, beside its aspect.',
  domain.REMEDIATION_TYPES,
  { IMMEDIATE: '立行立改', STAGED: '限期整改', CONTINUING: '长期坚持' },
);
export const DueKindEnum = enumOf('DueKind', 'What kind of deadline.', domain.DUE_KINDS, {
  DATE: 'A date.',
  IMMEDIATE: '立行立改',
  ONGOING: '长期坚持',
});
export const UrgencyEnum = enumOf(
  'Urgency',
  'How pressing a deadline is today, by the round’s thresholds.',
  domain.URGENCIES,
  {
    NONE: 'No deadline runs.',
    ON_TIME: 'Further away than the first threshold.',
    GREEN: 'Within the first threshold.',
    YELLOW: 'Within the second threshold.',
    OVERDUE: 'Past the due day.',
  },
);
export const PointOutcomeEnum = enumOf('PointOutcome', 'Outcome of a specific point.', domain.POINT_OUTCOMES, {
  DONE: '已整改',
  CONTINUING: '持续整改',
  NOT_DONE: '未整改',
  UNTRACEABLE_REGULATED: '无法追溯,已规范: past and irreparable.',
});
export const ActionKindEnum = enumOf('ActionKind', 'What an action is.', domain.ACTION_KINDS, {
  RULES: '建章立制: a rule or system is made or revised.',
  MEETING: '会议研究: a meeting studies, decides or deploys.',
  TALK: '谈话提醒: somebody is talked to.',
  TRAINING: '学习培训: people study or are trained.',
  SITE_VISIT: '调研走访: a visit on the spot.',
  CHECK: '自查检查: a check, a lateral review, a self-examination.',
  MONEY: '清退追缴: money comes back.',
  OTHER: '其他: anything else, and what nobody classified.',
});
export const ActionStateEnum = enumOf('ActionState', 'State of an action.', domain.ACTION_STATES, {
  PLANNED: '未开始',
  IN_PROGRESS: '进行中',
  DONE: '完成',
  DROPPED: '不再实施, with a reason',
});
export const SubmissionPurposeEnum = enumOf('SubmissionPurpose', 'What is asked for.', domain.SUBMISSION_PURPOSES, {
  CLOSE_OUT: '销号',
  CONTINUE: '持续整改',
});
export const SubmissionOutcomeEnum = enumOf(
  'SubmissionOutcome',
  'What became of a submission.',
  domain.SUBMISSION_OUTCOMES,
  {
    PENDING: 'Waits for signatures.',
    APPROVED: 'Signed to the end.',
    RETURNED: '退回',
    WITHDRAWN: 'Taken back by the submitter.',
  },
);
export const SignoffStepKindEnum = enumOf(
  'SignoffStepKind',
  'A step of the sign-off chain.',
  domain.SIGNOFF_STEP_KINDS,
  {
    CLERK_CHECK: '整改办初核',
    DEPARTMENT_HEAD: '部门负责人',
    LEADER: '责任领导',
    SECRETARY: '党组书记',
    OFFICE: '巡察办: signs after the secretary where the round says so.',
    RESOLUTION: '集体审议, countersigning where too few people remain.',
  },
);
export const StepStateEnum = enumOf('StepState', 'State of a step.', domain.STEP_STATES, {
  WAITING: 'Not reached yet.',
  CURRENT: 'Waits for its signature.',
  SIGNED: 'Signed.',
  RETURNED: 'Returned with a reason.',
  SKIPPED: 'Skipped with a reason.',
});
export const SkipReasonEnum = enumOf('SkipReason', 'Why a step was skipped.', domain.SKIP_REASONS, {
  SUBMITTED: 'Its only holder submitted.',
  ALREADY_SIGNED: 'Its only holder signed an earlier step.',
  RECUSED: '回避: its holder is the subject of the finding.',
});
export const StatedComparisonEnum = enumOf(
  'StatedComparison',
  'Stated against established sum.',
  ['NOT_STATED', 'EQUAL', 'ROUNDED', 'DIFFERENT'] as const,
  {
    NOT_STATED: 'One of the two is absent.',
    EQUAL: 'The same.',
    ROUNDED: '与原文取整一致: the words’ rounding explains the difference.',
    DIFFERENT: 'They differ; shown, never blocking.',
  },
);
export const FindingVerbEnum = enumOf(
  'FindingVerb',
  'A verb on a finding: mutation, matrix row and audit event have the same name.',
  domain.FINDING_VERBS,
  {
    takeOver: 'Take a recorded finding over into live work.',
    assign: 'Propose leader, departments and deadline.',
    confirmLeader: 'Confirm the proposed leader.',
    reassignDepartments: 'Change lead and supporting departments.',
    claim: '认领',
    nameHandler: 'Name the handler.',
    editFinding: 'Edit target, cause, effect, points.',
    setPointOutcome: 'Record the outcome of a point.',
    addAction: 'Add an action.',
    editAction: 'Edit an action.',
    updateProgress: 'Report progress of an action.',
    dropAction: 'Drop an action with a reason.',
    addEvidence: 'Add, edit, link or remove evidence.',
    reviewEvidence: 'Accept or reject evidence.',
    establishSum: 'Establish a sum and its disposition.',
    addRecovery: 'Record a payment received.',
    waiveSum: '不予清退: record a waiver with consents.',
    submit: 'Submit for close-out.',
    submitForContinuation: 'Submit for 持续整改.',
    withdraw: 'Take the submission back before anyone signed.',
    sign: 'Sign the current step.',
    returnFinding: '退回 with a reason.',
    reviewSubmission: 'Enter what a reviewer of the office says of the close-out.',
    recordPaperSignature: 'Record a signature given on paper, with its scan.',
    recordResolution: 'Record a meeting’s resolution as signature.',
    resume: 'Resume a continuing finding.',
    instruct: '批示',
    requestExtension: '延期: ask for a later due day.',
    withdrawExtension: 'Take the request back.',
    decideExtension: 'Grant or refuse the request.',
    reopen: '重启: a new cycle after the close-out.',
    giveOpinion: '监督意见 of the discipline group.',
    noteRepeat: 'Note that it repeats an earlier finding.',
    noteIndicator: 'Name an indicator, or add a reading of it.',
    writeEffect: '整改成效: write what came of it.',
    noteParty: 'Record a company or person outside the body.',
  },
);
export const TransitionReasonEnum = enumOf(
  'TransitionReason',
  'Why a verb is not possible now.',
  domain.TRANSITION_REASONS,
  {
    FORBIDDEN: 'No role of the caller has the verb here.',
    WRONG_STATE: 'Not in this state.',
    MISSING: 'Something must be there first.',
    NOT_YOUR_STEP: 'The current step is somebody else’s.',
    RECUSED: '回避: the caller is the subject of the finding.',
    OWN_SUBMISSION: 'Nobody signs the own submission.',
    ALREADY_SIGNED: 'Nobody signs twice in one chain.',
    ALREADY_REVIEWED: 'Somebody has signed already.',
    EXTENSION_PENDING: 'A request waits for its decision.',
    EXTENSION_CAP: 'The round allows no further extension.',
    NOTHING_REQUESTED: 'No request waits.',
    ALREADY_CONFIRMED: 'The leader is confirmed.',
    SAMPLE_OPEN: '销号前抽查: the signature that closes waits for the result of the sample.',
    NOT_APPROVER: 'The request was put to the other of secretary and office.',
  },
);
export const ImportKindEnum = enumOf('ImportKind', 'What was imported.', domain.IMPORT_KINDS, {
  REPORT: 'A published report.',
  LEDGER_WORKBOOK: 'The body’s own list in Excel.',
});
export const ImportModeEnum = enumOf('ImportMode', 'How an import enters the ledger.', domain.IMPORT_MODES, {
  HISTORY: 'As history: 据原文记录, no seal.',
  LIVE: 'As a live ledger: every finding 待认领.',
});
export const ImportStateEnum = enumOf('ImportState', 'State of an import.', domain.IMPORT_STATES, {
  DRAFT: 'Being checked.',
  COMMITTED: 'In the ledger.',
  UNDONE: 'Taken back.',
});
