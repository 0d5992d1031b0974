import { reachesBody } from '../access/can.ts';
import { scopeOf } from '../access/matrix.ts';
import type { Viewer } from '../access/viewer.ts';
import type { MissingItem } from '../errors.ts';
import type { FindingFacts } from '../findings/facts.ts';
import { missingForCloseOut, missingToClose } from '../findings/gate.ts';
import { RUNNING_STATES } from '../deadlines/deadline.ts';
import type { FindingState } from '../vocabulary.ts';

/** States of findings that a 催报单 asks about: those whose deadline runs. */
export const URGED_STATES: readonly FindingState[] = RUNNING_STATES;

/**
 * What a finding lacks, by the gate itself: in work what stands before its submission, in review what stands before its
 * closing. An empty list in review means that only signatures are outstanding.
 */
export const lackingOf = (facts: FindingFacts): MissingItem[] =>
  facts.state === 'IN_REVIEW' ? missingToClose(facts) : missingForCloseOut(facts);

/** What rights ask of a sent 催报单. */
export interface UrgePlace {
  bodyId: string;
  departmentId: string;
}

/** Its own department's head takes note of it, and nobody in his place. */
export const mayAcknowledge = (viewer: Viewer, urge: UrgePlace): boolean =>
  viewer.grants.some((grant) => grant.role === 'DEPARTMENT_HEAD' && grant.departmentId === urge.departmentId);

/** Who keeps and oversees the body's ledger reads every one, a department's head those sent to it. */
export const mayReadUrge = (viewer: Viewer, urge: UrgePlace): boolean =>
  mayAcknowledge(viewer, urge) ||
  viewer.grants.some((grant) => reachesBody(scopeOf(grant.role, 'readUrges'), grant, urge.bodyId));
