/** Every verb of the ledger: GraphQL mutation = operation = matrix row = audit event. */
export const FINDING_VERBS = [
  'takeOver',
  'assign',
  'confirmLeader',
  'reassignDepartments',
  'claim',
  'nameHandler',
  'editFinding',
  'setPointOutcome',
  'addAction',
  'editAction',
  'updateProgress',
  'dropAction',
  'addEvidence',
  'reviewEvidence',
  'establishSum',
  'addRecovery',
  'waiveSum',
  'submit',
  'submitForContinuation',
  'withdraw',
  'sign',
  'returnFinding',
  'reviewSubmission',
  'recordPaperSignature',
  'recordResolution',
  'resume',
  'instruct',
  'requestExtension',
  'withdrawExtension',
  'decideExtension',
  'reopen',
  'giveOpinion',
  'noteRepeat',
  'noteIndicator',
  'noteParty',
  'writeEffect',
] as const;
export type FindingVerb = (typeof FINDING_VERBS)[number];

/** Reads and body-wide verbs that are not about one finding. */
export const BODY_VERBS = [
  'readFinding',
  'readRestricted',
  'readOutline',
  'readDirectory',
  'createFinding',
  'importReport',
  'exportLedger',
  'exportArchive',
  'readAudit',
  'manageDirectory',
  'manageAccounts',
  'manageGrants',
  'manageRounds',
  'manageTokens',
  'approveTokens',
  'approveExtensions',
  'drawRecheck',
  'drawSample',
  'manageCalendar',
  'readFiling',
  'prepareFiling',
  'approveFiling',
  'decideFiling',
  'keepInspection',
  'assessEffect',
  'appointDeputy',
  'confirmDeputy',
  'readHandover',
  'readNotices',
  'issueNotice',
  'signForNotice',
  'replyToNotice',
  'readPapers',
  'recordPaper',
  'readUrges',
  'sendUrge',
  'requestSight',
  'grantSight',
] as const;
export type BodyVerb = (typeof BODY_VERBS)[number];

/** What is done with an inspection as a whole: kept beside its findings, or packed as its archive; published with it. */
export const INSPECTION_VERBS = [
  'keepInspection',
  'assessEffect',
  'exportArchive',
] as const satisfies readonly BodyVerb[];
export type InspectionVerb = (typeof INSPECTION_VERBS)[number];

export type Verb = FindingVerb | BodyVerb;

/** What a deputy does in the post that he stands in for: he sees what the post sees, and signs or returns. Nothing else. */
export const DEPUTY_VERBS: readonly Verb[] = [
  'readFinding',
  'readRestricted',
  'readOutline',
  'readDirectory',
  'reviewEvidence',
  'sign',
  'returnFinding',
];
