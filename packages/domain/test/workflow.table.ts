/**
 * Which verb is legal in which state, where it leads and who may: written by hand from domain.md section 4 (states,
 * assignment, chain) and the issue, not computed from the code.
 *
 *   =      allowed, the state stays        -  not in this state
 *   next   the chain's next step, or the end of the chain (see CHAIN_ENDS)
 *
 * 待认领 UNCLAIMED · 整改中 RECTIFYING · 待审核 IN_REVIEW · 已销号 CLOSED · 持续整改 CONTINUING · 据原文记录 RECORDED.
 * A recorded finding can only be taken over; a closed one is reopened (重启) by the secretary or by a failed re-check.
 */
export const WORKFLOW = `
  verb                  | RECORDED  | UNCLAIMED  | RECTIFYING | IN_REVIEW  | CLOSED | CONTINUING | who
  ----------------------|-----------|------------|------------|------------|--------|------------|-----
  takeOver              | UNCLAIMED | -          | -          | -          | -      | -          | clerk
  assign                | -         | =          | =          | -          | -      | -          | clerk
  confirmLeader         | -         | =          | =          | -          | -      | -          | secretary
  reassignDepartments   | -         | =          | =          | -          | -      | -          | leader
  claim                 | -         | RECTIFYING | -          | -          | -      | -          | head
  nameHandler           | -         | =          | =          | -          | -      | -          | head
  editFinding           | -         | =          | =          | -          | -      | -          | head clerk
  setPointOutcome       | -         | -          | =          | -          | -      | -          | handler head clerk
  addAction             | -         | =          | =          | -          | -      | -          | head clerk
  editAction            | -         | =          | =          | -          | -      | -          | head clerk
  updateProgress        | -         | -          | =          | -          | -      | -          | handler head clerk
  dropAction            | -         | -          | =          | -          | -      | -          | head clerk
  addEvidence           | -         | -          | =          | -          | -      | -          | handler head clerk
  reviewEvidence        | -         | -          | =          | =          | -      | -          | head leader secretary clerk
  establishSum          | -         | =          | =          | -          | -      | -          | head clerk
  addRecovery           | -         | -          | =          | -          | -      | -          | handler head clerk
  waiveSum              | -         | -          | =          | -          | -      | -          | head clerk
  submit                | -         | -          | IN_REVIEW  | -          | -      | -          | handler head
  submitForContinuation | -         | -          | IN_REVIEW  | -          | -      | -          | handler head
  withdraw              | -         | -          | -          | RECTIFYING | -      | -          | handler head
  sign                  | -         | -          | -          | next       | -      | -          | head leader secretary clerk
  returnFinding         | -         | -          | -          | RECTIFYING | -      | -          | head leader secretary clerk
  reviewSubmission      | -         | -          | -          | =          | -      | -          | office
  recordPaperSignature  | -         | -          | -          | next       | -      | -          | clerk
  recordResolution      | -         | -          | -          | next       | -      | -          | secretary clerk
  resume                | -         | -          | -          | -          | -      | RECTIFYING | head clerk
  instruct              | -         | =          | =          | =          | -      | =          | secretary
  requestExtension      | -         | -          | =          | -          | -      | -          | head
  withdrawExtension     | -         | =          | =          | -          | -      | -          | head
  decideExtension       | -         | =          | =          | -          | -      | -          | secretary
  reopen                | -         | -          | -          | -          | RECTIFYING | -      | secretary
  giveOpinion           | -         | -          | =          | =          | =      | =          | discipline
  noteRepeat            | =         | =          | =          | =          | =      | =          | clerk discipline
  noteIndicator         | -         | =          | =          | -          | -      | =          | handler head clerk
  noteParty             | -         | =          | =          | -          | -      | =          | handler head clerk
  writeEffect           | -         | =          | =          | -          | -      | =          | handler head clerk
`;

/**
 * Where a signature leads, by the step that waits. The body: clerk, head, leader, secretary, all different people, the
 * worker submitted. "no" says that the verb does not sign this step; what a continuation leads to stands in brackets.
 */
export const CHAIN_ENDS = `
  step            | sign                | recordPaperSignature | recordResolution
  ----------------|---------------------|----------------------|-----------------
  CLERK_CHECK     | IN_REVIEW           | IN_REVIEW            | no
  DEPARTMENT_HEAD | IN_REVIEW           | IN_REVIEW            | no
  LEADER          | IN_REVIEW           | IN_REVIEW            | no
  SECRETARY       | CLOSED (CONTINUING) | CLOSED (CONTINUING)  | CLOSED (CONTINUING)
  RESOLUTION      | no                  | no                   | CLOSED (CONTINUING)
`;

/**
 * Who may return or withdraw, by the step that waits, in the same body; whoever is not named may not. A return at the
 * resolution step is the meeting's, recorded by whoever may record its resolution.
 */
export const WHO_RETURNS = `
  step            | returnFinding   | withdraw, nobody signed | withdraw, somebody signed
  ----------------|-----------------|-------------------------|--------------------------
  CLERK_CHECK     | clerk           | worker                  | the first step
  DEPARTMENT_HEAD | head            | worker                  | -
  LEADER          | leader          | worker                  | -
  SECRETARY       | secretary       | worker                  | -
  RESOLUTION      | clerk secretary | worker                  | -
`;
