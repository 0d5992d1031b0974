/**
 * Who may carry out which mutation, written by hand from domain.md section 8 and not computed from the running code: for one
 * finding of the main body that is led by the head's department, handled by the handler, and responsible to the leader. A
 * mutation of the schema that is missing here fails the test; everybody who is not named is refused.
 */
export const WHO = [
  'handler',
  'head',
  'leader',
  'secretary',
  'clerk',
  'discipline',
  'office',
  'integrator',
  'sysadmin',
  'secadmin',
  'auditadmin',
  'otherhead',
  'token',
] as const;
export type Who = (typeof WHO)[number];

const WORKERS = 'handler head clerk';
const KEEPERS = 'head clerk';
const SUBMITTERS = 'handler head';
const SIGNERS = 'head leader secretary clerk';

const TABLE: Record<string, string> = {
  // Findings
  createFinding: 'clerk',
  takeOver: 'clerk',
  assign: 'clerk',
  confirmLeader: 'secretary',
  reassignDepartments: 'leader',
  claim: 'head',
  nameHandler: 'head',
  editFinding: KEEPERS,
  setPointOutcome: WORKERS,
  resume: KEEPERS,
  instruct: 'secretary',
  requestExtension: 'head',
  withdrawExtension: 'head',
  decideExtension: 'secretary',
  reopen: 'secretary',
  giveOpinion: 'discipline',
  noteRepeat: 'clerk discipline',
  removeRepeat: 'clerk discipline',
  noteIndicator: WORKERS,
  addIndicatorReading: WORKERS,
  removeIndicator: WORKERS,
  noteParty: WORKERS,
  removeParty: WORKERS,
  writeEffect: WORKERS,
  assessEffect: 'office',
  recordStep: 'secretary clerk',
  saveRecommendation: 'secretary clerk',
  removeRecommendation: 'secretary clerk',
  countReferrals: 'secretary clerk',
  drawRecheck: 'discipline office',
  recordRecheck: 'discipline',

  // Actions
  addAction: KEEPERS,
  editAction: KEEPERS,
  updateProgress: WORKERS,
  dropAction: KEEPERS,

  // Evidence and files
  addMeeting: WORKERS,
  addDocument: WORKERS,
  addTalk: WORKERS,
  addFileEvidence: WORKERS,
  addOtherEvidence: WORKERS,
  editEvidence: WORKERS,
  linkEvidence: WORKERS,
  unlinkEvidence: WORKERS,
  removeEvidence: WORKERS,
  reviewEvidence: SIGNERS,
  requestUpload: WORKERS,
  removeAttachment: WORKERS,

  // Money
  establishSum: KEEPERS,
  addRefund: WORKERS,
  addRecovery: WORKERS,
  removeRecovery: WORKERS,
  waiveSum: KEEPERS,
  removeWaiver: KEEPERS,

  // Sign-off
  submit: SUBMITTERS,
  submitForContinuation: SUBMITTERS,
  // Only who submitted takes it back: here the handler.
  withdraw: 'handler',
  sign: SIGNERS,
  signBatch: SIGNERS,
  returnFinding: SIGNERS,
  // The office's, while the finding waits for its signature; in this world it waits for nobody's (office-step.test.ts).
  reviewSubmission: '',
  // Notes that somebody read it: whoever may read the finding.
  openSubmission: 'handler head leader secretary clerk discipline integrator',
  recordPaperSignature: 'clerk',
  recordResolution: 'secretary clerk',

  // Deputies: of the table's deputation the leader is away, another leader stands in
  appointDeputy: 'head secretary',
  confirmDeputy: 'secretary',
  endDeputy: 'leader secretary',

  // Handovers: of the table's handover the handler leaves, a colleague succeeds
  startHandover: 'sysadmin',
  acknowledgeHandover: 'handler',
  cancelHandover: 'sysadmin',
  // Notices: the office sends and decides, the body's secretary and clerk sign for them, the secretary replies
  issueNotice: 'office',
  withdrawNotice: 'office',
  signForNotice: 'secretary clerk',
  draftReply: 'secretary clerk',
  sendReply: 'secretary',
  acceptReply: 'office',
  askAgain: 'office',
  recordPaper: 'clerk',
  removePaper: 'clerk',
  sendUrge: 'secretary clerk',
  acknowledgeUrge: 'head',

  // Own templates: the table's is the body's plan
  putTemplateInForce: 'clerk',
  removeTemplate: 'clerk',

  // Warnings: everybody his own; the table's warning was told to the handler
  markWarningsSeen: 'handler',
  changeMailSettings: WHO.filter((who) => who !== 'token').join(' '),

  // Jobs: everybody his own; the table's jobs are the clerk's
  startExport: 'head leader secretary clerk discipline',
  cancelJob: 'clerk',
  retryJob: 'clerk',

  // Filings
  prepareFiling: 'clerk',
  declineFiling: 'secretary',
  fileFiling: 'secretary',
  receiveFiling: 'office',
  reviewFiling: 'office',
  returnFiling: 'office',
  acceptFiling: 'office',

  // The public text: the clerk writes and publishes, a leader reviews, the secretary approves and alone leaves data unmasked
  draftPublication: 'clerk',
  editPassage: 'clerk',
  decidePassage: 'clerk',
  acceptPassage: 'clerk',
  decideHit: 'secretary clerk',
  unmaskHit: 'secretary',
  setPublicPage: 'clerk',
  proposePublication: 'clerk',
  reviewPublication: 'leader',
  approvePublication: 'secretary',
  returnPublication: 'leader secretary',
  publish: 'clerk',
  takeDown: 'secretary clerk',
  recordPublicationSignature: 'clerk',
  // Comments of the public: the clerk moderates and answers; what is released or handed over is also the secretary's
  showComment: 'clerk',
  hideComment: 'clerk',
  answerComment: 'clerk',
  releaseAnswer: 'secretary clerk',
  handOverClue: 'secretary clerk',

  // Sight: either side ends it
  requestSight: 'office',
  decideSight: 'secretary',
  withdrawSight: 'secretary office',
  openSight: 'office',

  // Imports
  correctImport: 'clerk',
  reparse: 'clerk',
  remapColumns: 'clerk',
  discardImport: 'clerk',
  recheckChanges: 'clerk',
  commitImport: 'clerk',
  undoImport: 'clerk',

  // Administration
  createBody: 'sysadmin',
  editBody: 'sysadmin',
  setSupervision: 'sysadmin',
  createDepartment: 'sysadmin',
  editDepartment: 'sysadmin',
  createPerson: 'sysadmin',
  editPerson: 'sysadmin',
  createPost: 'sysadmin',
  editPost: 'sysadmin',
  holdPost: 'sysadmin',
  vacatePost: 'sysadmin',
  createAccount: 'sysadmin',
  disableAccount: 'sysadmin',
  enableAccount: 'sysadmin',
  resetPassword: 'sysadmin',
  grantRole: 'secadmin',
  revokeRole: 'secadmin',
  createApiToken: 'secadmin',
  decideApiToken: 'secretary',
  revokeApiToken: 'secadmin',
  createRound: 'office sysadmin',
  editCalendarYear: 'sysadmin',
  editRound: 'office sysadmin',
  openInspections: 'office sysadmin',
  editInspection: 'office sysadmin',
};

/** Per mutation, who is expected to be let through. */
export const MUTATION_ROLES: ReadonlyMap<string, readonly Who[]> = new Map(
  Object.entries(TABLE).map(([verb, roles]) => [verb, WHO.filter((who) => roles.split(' ').includes(who))]),
);
