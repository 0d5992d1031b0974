import type { Role } from '../vocabulary.ts';
import type { Verb } from './verbs.ts';

/**
 * How far a role's verb reaches, from domain.md section 8. A missing cell does not compile; `-` is never.
 *
 * items       findings and actions that name the person as handler
 * dept        findings led or supported by the own department
 * lead        findings led by the own department
 * post        findings of the own post, and those led by the departments it is in charge of
 * body        everything of the own body
 * supervised  everything of the bodies that the own discipline group supervises
 * rounds      the bodies inspected in the own office's rounds
 * granted     findings that a body's secretary lets the own office see for a time, each opened by the person that day (logged),
 *             and those whose close-out waits at the office's step
 * opened      of these, the findings that the body itself opened to the office: the close-out waits at the office's step
 * token       the one body of the token, within its field classes
 * all         the whole installation (administrators; never findings)
 */
export type Scope =
  '-' | 'items' | 'dept' | 'lead' | 'post' | 'body' | 'supervised' | 'rounds' | 'granted' | 'opened' | 'token' | 'all';

const COLUMNS = [
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
] as const satisfies readonly Role[];

type Row = readonly [Scope, Scope, Scope, Scope, Scope, Scope, Scope, Scope, Scope, Scope, Scope];

// prettier-ignore
const ROWS = {
  //                      handler   head    leader  secretary clerk  discipline    office    system security audit  token
  readFinding:           ['dept',  'dept', 'post', 'body',   'body', 'supervised', 'granted', '-',  '-',    '-',   'token'],
  readRestricted:        ['items', 'dept', 'post', 'body',   '-',    'supervised', '-',      '-',   '-',    '-',   '-'],
  readOutline:           ['dept',  'body', 'post', 'body',   'body', 'supervised', 'rounds', '-',   '-',    '-',   'token'],
  readDirectory:         ['body',  'body', 'body', 'body',   'body', 'supervised', 'rounds', 'all', 'all',  '-',   '-'],
  createFinding:         ['-',     '-',    '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  importReport:          ['-',     '-',    '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  exportLedger:          ['-',     'dept', 'post', 'body',   'body', 'supervised', '-',      '-',   '-',    '-',   'token'],
  exportArchive:         ['-',     '-',    '-',    'body',   'body', '-',          '-',      '-',   '-',    '-',   '-'],
  readAudit:             ['-',     '-',    '-',    '-',      '-',    '-',          '-',      '-',   '-',    'all', '-'],
  manageDirectory:       ['-',     '-',    '-',    '-',      '-',    '-',          '-',      'all', '-',    '-',   '-'],
  manageAccounts:        ['-',     '-',    '-',    '-',      '-',    '-',          '-',      'all', '-',    '-',   '-'],
  manageGrants:          ['-',     '-',    '-',    '-',      '-',    '-',          '-',      '-',   'all',  '-',   '-'],
  manageRounds:          ['-',     '-',    '-',    '-',      '-',    '-',          'rounds', 'all', '-',    '-',   '-'],
  manageTokens:          ['-',     '-',    '-',    '-',      '-',    '-',          '-',      '-',   'all',  '-',   '-'],
  approveTokens:         ['-',     '-',    '-',    'body',   '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  approveExtensions:     ['-',     '-',    '-',    '-',      '-',    '-',          'rounds', '-',   '-',    '-',   '-'],
  drawRecheck:           ['-',     '-',    '-',    '-',      '-',    'supervised', 'rounds', '-',   '-',    '-',   '-'],
  drawSample:            ['-',     '-',    '-',    '-',      '-',    'supervised', '-',      '-',   '-',    '-',   '-'],
  manageCalendar:        ['-',     '-',    '-',    '-',      '-',    '-',          '-',      'all', '-',    '-',   '-'],
  readFiling:            ['-',     '-',    '-',    'body',   'body', 'supervised', 'rounds', '-',   '-',    '-',   '-'],
  prepareFiling:         ['-',     '-',    '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  approveFiling:         ['-',     '-',    '-',    'body',   '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  decideFiling:          ['-',     '-',    '-',    '-',      '-',    '-',          'rounds', '-',   '-',    '-',   '-'],
  keepInspection:        ['-',     '-',    '-',    'body',   'body', '-',          '-',      '-',   '-',    '-',   '-'],
  assessEffect:          ['-',     '-',    '-',    '-',      '-',    '-',          'rounds', '-',   '-',    '-',   '-'],
  appointDeputy:         ['-',     'body', 'body', 'body',   '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  confirmDeputy:         ['-',     '-',    '-',    'body',   '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  readHandover:          ['-',     '-',    '-',    'body',   'body', '-',          '-',      '-',   '-',    '-',   '-'],
  readNotices:           ['-',     '-',    '-',    'body',   'body', 'supervised', 'rounds', '-',   '-',    '-',   '-'],
  issueNotice:           ['-',     '-',    '-',    '-',      '-',    '-',          'rounds', '-',   '-',    '-',   '-'],
  signForNotice:         ['-',     '-',    '-',    'body',   'body', '-',          '-',      '-',   '-',    '-',   '-'],
  replyToNotice:         ['-',     '-',    '-',    'body',   '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  readPapers:            ['-',     '-',    '-',    'body',   'body', 'supervised', '-',      '-',   '-',    '-',   '-'],
  recordPaper:           ['-',     '-',    '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  readUrges:             ['-',     '-',    '-',    'body',   'body', '-',          '-',      '-',   '-',    '-',   '-'],
  sendUrge:              ['-',     '-',    '-',    'body',   'body', '-',          '-',      '-',   '-',    '-',   '-'],
  requestSight:          ['-',     '-',    '-',    '-',      '-',    '-',          'rounds', '-',   '-',    '-',   '-'],
  grantSight:            ['-',     '-',    '-',    'body',   '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  readPublication:       ['-',     '-',    'body', 'body',   'body', '-',          '-',      '-',   '-',    '-',   '-'],
  draftPublication:      ['-',     '-',    '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  reviewPublication:     ['-',     '-',    'body', '-',      '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  approvePublication:    ['-',     '-',    '-',    'body',   '-',    '-',          '-',      '-',   '-',    '-',   '-'],

  takeOver:              ['-',     '-',    '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  assign:                ['-',     '-',    '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  confirmLeader:         ['-',     '-',    '-',    'body',   '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  reassignDepartments:   ['-',     '-',    'post', '-',      '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  claim:                 ['-',     'lead', '-',    '-',      '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  nameHandler:           ['-',     'lead', '-',    '-',      '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  editFinding:           ['-',     'lead', '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  setPointOutcome:       ['items', 'lead', '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  addAction:             ['-',     'lead', '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  editAction:            ['-',     'lead', '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  updateProgress:        ['items', 'dept', '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  dropAction:            ['-',     'lead', '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  addEvidence:           ['items', 'dept', '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  reviewEvidence:        ['-',     'lead', 'post', 'body',   'body', '-',          '-',      '-',   '-',    '-',   '-'],
  establishSum:          ['-',     'lead', '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  addRecovery:           ['items', 'lead', '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  waiveSum:              ['-',     'lead', '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  submit:                ['items', 'lead', '-',    '-',      '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  submitForContinuation: ['items', 'lead', '-',    '-',      '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  withdraw:              ['items', 'lead', '-',    '-',      '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  sign:                  ['-',     'lead', 'post', 'body',   'body', '-',          'opened', '-',   '-',    '-',   '-'],
  returnFinding:         ['-',     'lead', 'post', 'body',   'body', '-',          'opened', '-',   '-',    '-',   '-'],
  reviewSubmission:      ['-',     '-',    '-',    '-',      '-',    '-',          'opened', '-',   '-',    '-',   '-'],
  recordPaperSignature:  ['-',     '-',    '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  recordResolution:      ['-',     '-',    '-',    'body',   'body', '-',          '-',      '-',   '-',    '-',   '-'],
  resume:                ['-',     'lead', '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  instruct:              ['-',     '-',    '-',    'body',   '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  requestExtension:      ['-',     'lead', '-',    '-',      '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  withdrawExtension:     ['-',     'lead', '-',    '-',      '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  decideExtension:       ['-',     '-',    '-',    'body',   '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  reopen:                ['-',     '-',    '-',    'body',   '-',    '-',          '-',      '-',   '-',    '-',   '-'],
  giveOpinion:           ['-',     '-',    '-',    '-',      '-',    'supervised', '-',      '-',   '-',    '-',   '-'],
  noteRepeat:            ['-',     '-',    '-',    '-',      'body', 'supervised', '-',      '-',   '-',    '-',   '-'],
  noteIndicator:         ['items', 'lead', '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  noteParty:             ['items', 'lead', '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
  writeEffect:           ['items', 'lead', '-',    '-',      'body', '-',          '-',      '-',   '-',    '-',   '-'],
} as const satisfies Record<Verb, Row>;

/** The scope of one cell. `sign` and `returnFinding` are bounded further by the chain's current step (signoff/chain.ts). */
export function scopeOf(role: Role, verb: Verb): Scope {
  return ROWS[verb][COLUMNS.indexOf(role)] ?? '-';
}

/** The whole table, for the help page and for tests. */
export const MATRIX: Readonly<Record<Verb, Row>> = ROWS;
export const MATRIX_ROLES = COLUMNS;
