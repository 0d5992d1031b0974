import type { FieldClass, Role } from '../vocabulary.ts';
import type { Verb } from './verbs.ts';

/** One role held now (from/to dates and revocation already applied), with the ids its scopes reach. */
export interface Grant {
  role: Role;
  /** The body the role is held in; null for administrators. */
  bodyId: string | null;
  departmentId: string | null;
  postId: string | null;
  /** Departments that the post is in charge of. */
  departmentsInCharge: readonly string[];
  /** The person for whom the viewer stands in as a deputy; absent in a role of his own. */
  deputyFor?: string;
  /** Bodies supervised by the discipline group, or inspected in the office's rounds. */
  reachedBodyIds: readonly string[];
  /** Only for these of the role's verbs, as a token's scope says; absent: for all of them. */
  verbs?: readonly Verb[];
}

/** Who asks: a signed-in account, or an integrator's token (then `classes` says which field classes it may read). */
export interface Viewer {
  kind: 'ACCOUNT' | 'TOKEN';
  accountId: string | null;
  personId: string | null;
  name: string;
  grants: readonly Grant[];
  classes: readonly FieldClass[] | null;
}

/** Where a finding stands, as far as rights are concerned. */
export interface FindingPlace {
  bodyId: string;
  leadDepartmentId: string | null;
  supportingDepartmentIds: readonly string[];
  leaderPostId: string | null;
  /** The finding's handler and the handlers of its actions. */
  handlerIds: readonly string[];
  /** Who opened it today under sight that was granted to his office and runs. */
  sights?: readonly { officeId: string; personId: string }[];
  /** The body opened it to the inspection office: its close-out waits at the office's step. */
  openToOffice: boolean;
}
