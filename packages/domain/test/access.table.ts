/**
 * Who may do what, and where: written by hand from domain.md section 8 (roles, what they see, what they do, scopes) and
 * section 4 (assignment, chain). It is not computed from the matrix; the test compares the two cell by cell.
 *
 * Places of a finding, as seen by the one who asks. A cell lists the places where the verb is allowed:
 *
 *   I  own item: it names me as handler, and my department leads
 *   L  my department leads, somebody else handles it
 *   S  my department supports
 *   C  a department that my post is in charge of leads
 *   P  my post is its responsible leader, the department is not in my charge
 *   D  another department and another post of my body
 *   B  another body, with which I have nothing to do
 *   V  a body that my discipline group supervises
 *   R  a body inspected in a round of my office
 *   G  a body inspected in a round of my office that showed it to my office for a time; I opened it today
 *   W  of such a body, a finding whose close-out waits at the office's step
 *   -  nowhere
 *
 * ILSCPD is therefore everything of the own body.
 */
export const FINDING_ACCESS = `
  verb                  | handler | head   | leader | secretary | clerk  | discipline | office | sysadmin | secadmin | auditadmin | integrator
  ----------------------|---------|--------|--------|-----------|--------|------------|--------|----------|----------|------------|-----------
  # Reading. The office sees what was filed, states and counts, a finding that was shown to it for a time, and one that waits for its signature; the clerk everything but restricted talks.
  readFinding           | ILS     | ILS    | CP     | ILSCPD    | ILSCPD | V          | GW     | -        | -        | -          | ILSCPD
  readRestricted        | I       | ILS    | CP     | ILSCPD    | -      | V          | -      | -        | -        | -          | -
  readOutline           | ILS     | ILSCPD | CP     | ILSCPD    | ILSCPD | V          | RGW    | -        | -        | -          | ILSCPD
  exportLedger          | -       | ILS    | CP     | ILSCPD    | ILSCPD | V          | -      | -        | -        | -          | ILSCPD

  # Assignment: the clerk proposes, the secretary confirms the leader, the leader reassigns departments, the head claims.
  takeOver              | -       | -      | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
  assign                | -       | -      | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
  confirmLeader         | -       | -      | -      | ILSCPD    | -      | -          | -      | -        | -        | -          | -
  reassignDepartments   | -       | -      | CP     | -         | -      | -          | -      | -        | -        | -          | -
  claim                 | -       | IL     | -      | -         | -      | -          | -      | -        | -        | -          | -
  nameHandler           | -       | IL     | -      | -         | -      | -          | -      | -        | -        | -          | -

  # Work: the lead department's finding, the supporting department's actions and evidence; the clerk enters on behalf (代录).
  editFinding           | -       | IL     | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
  setPointOutcome       | I       | IL     | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
  addAction             | -       | IL     | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
  editAction            | -       | IL     | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
  updateProgress        | I       | ILS    | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
  dropAction            | -       | IL     | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
  addEvidence           | I       | ILS    | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
  reviewEvidence        | -       | IL     | CP     | ILSCPD    | ILSCPD | -          | -      | -        | -        | -          | -
  establishSum          | -       | IL     | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
  addRecovery           | I       | IL     | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
  waiveSum              | -       | IL     | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -

  # Close-out: handler or head submits; head, leader, secretary sign, the clerk only his preliminary check (bounded by the chain).
  submit                | I       | IL     | -      | -         | -      | -          | -      | -        | -        | -          | -
  submitForContinuation | I       | IL     | -      | -         | -      | -          | -      | -        | -        | -          | -
  withdraw              | I       | IL     | -      | -         | -      | -          | -      | -        | -        | -          | -
  sign                  | -       | IL     | CP     | ILSCPD    | ILSCPD | -          | W      | -        | -        | -          | -
  returnFinding         | -       | IL     | CP     | ILSCPD    | ILSCPD | -          | W      | -        | -        | -          | -
  reviewSubmission      | -       | -      | -      | -         | -      | -          | W      | -        | -        | -          | -
  recordPaperSignature  | -       | -      | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
  recordResolution      | -       | -      | -      | ILSCPD    | ILSCPD | -          | -      | -        | -        | -          | -
  resume                | -       | IL     | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
  instruct              | -       | -      | -      | ILSCPD    | -      | -          | -      | -        | -        | -          | -

  # Afterwards: the head asks for time, the secretary decides (or the office, by the request alone: approveExtensions);
  # the secretary reopens, and so does a failed re-check; the discipline group gives its opinion beside the chain; clerk and group note what is repeated.
  requestExtension      | -       | IL     | -      | -         | -      | -          | -      | -        | -        | -          | -
  withdrawExtension     | -       | IL     | -      | -         | -      | -          | -      | -        | -        | -          | -
  decideExtension       | -       | -      | -      | ILSCPD    | -      | -          | -      | -        | -        | -          | -
  reopen                | -       | -      | -      | ILSCPD    | -      | -          | -      | -        | -        | -          | -
  giveOpinion           | -       | -      | -      | -         | -      | V          | -      | -        | -        | -          | -
  noteRepeat            | -       | -      | -      | -         | ILSCPD | V          | -      | -        | -        | -          | -

  # Facts beside the actions: figures and outside parties, kept by whoever records the outcome of a point.
  noteIndicator         | I       | IL     | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
  noteParty             | I       | IL     | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
  writeEffect           | I       | IL     | -      | -         | ILSCPD | -          | -      | -        | -        | -          | -
`;

/**
 * Verbs about a whole body:  O  my own body   B  another body   V  a body my group supervises   R  a body of my office's
 * rounds   A  the installation as a whole.
 */
export const BODY_ACCESS = `
  verb            | handler | head | leader | secretary | clerk | discipline | office | sysadmin | secadmin | auditadmin | integrator
  ----------------|---------|------|--------|-----------|-------|------------|--------|----------|----------|------------|-----------
  readDirectory   | O       | O    | O      | O         | O     | V          | R      | OBVRA    | OBVRA    | -          | -
  createFinding   | -       | -    | -      | -         | O     | -          | -      | -        | -        | -          | -
  importReport    | -       | -    | -      | -         | O     | -          | -      | -        | -        | -          | -
  # The archive of a whole inspection is the body's own: its clerk packs it, its secretary may.
  exportArchive   | -       | -    | -      | O         | O     | -          | -      | -        | -        | -          | -
  readAudit       | -       | -    | -      | -         | -     | -          | -      | -        | -        | OBVRA      | -
  manageDirectory | -       | -    | -      | -         | -     | -          | -      | OBVRA    | -        | -          | -
  manageAccounts  | -       | -    | -      | -         | -     | -          | -      | OBVRA    | -        | -          | -
  manageGrants    | -       | -    | -      | -         | -     | -          | -      | -        | OBVRA    | -          | -
  manageRounds    | -       | -    | -      | -         | -     | -          | R      | OBVRA    | -        | -          | -
  manageTokens    | -       | -    | -      | -         | -     | -          | -      | -        | OBVRA    | -          | -
  approveTokens   | -       | -    | -      | O         | -     | -          | -      | -        | -        | -          | -
  approveExtensions | -     | -    | -      | -         | -     | -          | R      | -        | -        | -          | -
  drawRecheck     | -       | -    | -      | -         | -     | V          | R      | -        | -        | -          | -
  drawSample      | -       | -    | -      | -         | -     | V          | -      | -        | -        | -          | -
  manageCalendar  | -       | -    | -      | -         | -     | -          | -      | OBVRA    | -        | -          | -
  readFiling      | -       | -    | -      | O         | O     | V          | R      | -        | -        | -          | -
  prepareFiling   | -       | -    | -      | -         | O     | -          | -      | -        | -        | -          | -
  approveFiling   | -       | -    | -      | O         | -     | -          | -      | -        | -        | -          | -
  decideFiling    | -       | -    | -      | -         | -     | -          | R      | -        | -        | -          | -

  # Steps, recommendations and referrals of an inspection are the body's own; its effects are assessed by the office.
  keepInspection  | -       | -    | -      | O         | O     | -          | -      | -        | -        | -          | -
  assessEffect    | -       | -    | -      | -         | -     | -          | R      | -        | -        | -          | -
  appointDeputy   | -       | O    | O      | O         | -     | -          | -      | -        | -        | -          | -
  confirmDeputy   | -       | -    | -      | O         | -     | -          | -      | -        | -        | -          | -
  readHandover    | -       | -    | -      | O         | O     | -          | -      | -        | -        | -          | -

  # Notices: the office issues, the body's secretary or clerk signs for them, the secretary replies; the office sees no papers of others.
  readNotices     | -       | -    | -      | O         | O     | V          | R      | -        | -        | -          | -
  issueNotice     | -       | -    | -      | -         | -     | -          | R      | -        | -        | -          | -
  signForNotice   | -       | -    | -      | O         | O     | -          | -      | -        | -        | -          | -
  replyToNotice   | -       | -    | -      | O         | -     | -          | -      | -        | -        | -          | -
  readPapers      | -       | -    | -      | O         | O     | V          | -      | -        | -        | -          | -
  recordPaper     | -       | -    | -      | -         | O     | -          | -      | -        | -        | -          | -

  # 催报单: clerk and secretary send them; a head reads and acknowledges those to the own department (urging/urge.ts).
  readUrges       | -       | -    | -      | O         | O     | -          | -      | -        | -        | -          | -
  sendUrge        | -       | -    | -      | O         | O     | -          | -      | -        | -        | -          | -
  requestSight    | -       | -    | -      | -         | -     | -          | R      | -        | -        | -          | -
  grantSight      | -       | -    | -      | O         | -     | -          | -      | -        | -        | -          | -
  readPublication | -       | -    | O      | O         | O     | -          | -      | -        | -        | -          | -
  draftPublication | -      | -    | -      | -         | O     | -          | -      | -        | -        | -          | -
  reviewPublication | -     | -    | O      | -         | -     | -          | -      | -        | -        | -          | -
  approvePublication | -    | -    | -      | O         | -     | -          | -      | -        | -        | -          | -
`;
