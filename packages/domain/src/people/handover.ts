import { canInBody } from '../access/can.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Role } from '../vocabulary.ts';

/** OPEN waits for its acknowledgements; DONE has moved the post and the open items; CANCELLED moved nothing. */
export const HANDOVER_STATES = ['OPEN', 'DONE', 'CANCELLED'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** What a post hands over: what it leads and is in charge of stays with it; what its holder handles goes to the successor. */
export const HANDOVER_ITEM_KINDS = ['LED', 'DEPARTMENT', 'TO_SIGN', 'HANDLED', 'ACTION'] as const;
export type HandoverItemKind = (typeof HANDOVER_ITEM_KINDS)[number];

/** As whom somebody acknowledges; IN_PLACE for the outgoing one who is gone. */
export const HANDOVER_SIDES = ['OUTGOING', 'INCOMING', 'IN_PLACE'] as const;
export type HandoverSide = (typeof HANDOVER_SIDES)[number];

/** One side's acknowledgement: of which list (its digest); null while there is none. */
export interface HandoverFacts {
  bodyId: string;
  state: HandoverState;
  outgoingId: string;
  incomingId: string;
  /** The outgoing person can no longer sign in. */
  outgoingGone: boolean;
  /** The outgoing person was secretary: nobody in the body stands in his place. */
  outgoingSecretary: boolean;
  outgoingSeen: string | null;
  incomingSeen: string | null;
  /** The digest of the list as it is now. */
  digest: string;
  /** Roles of the post that the incoming person does not hold yet. */
  missingRoles: readonly Role[];
}

/** A grant, as far as a post may carry it. */
export interface PostGrant {
  id: string;
  role: Role;
  departmentId: string | null;
  postId: string | null;
}

/** Which of the holder's grants belong to the post: bound to it, to its department, or to the body where the post has the rank. */
export const rolesOfPost = <G extends PostGrant>(
  post: { id: string; departmentId: string | null; leadership: boolean },
  grants: readonly G[],
): G[] =>
  grants.filter(({ role, departmentId, postId }) => {
    if (role === 'LEADER') return postId === post.id;
    if (role === 'DEPARTMENT_HEAD' || role === 'HANDLER')
      return post.departmentId !== null && departmentId === post.departmentId;
    return role === 'SECRETARY' ? post.leadership : role === 'CLERK' && !post.leadership;
  });

/** The roles that the post carries and the successor lacks; a leader's role is bound to the post, the others to department or body. */
export function missingRoles(carried: readonly PostGrant[], held: readonly PostGrant[]): Role[] {
  const has = (one: PostGrant): boolean =>
    held.some((own) => own.role === one.role && own.departmentId === one.departmentId && own.postId === one.postId);
  return [...new Set(carried.filter((one) => !has(one)).map((one) => one.role))];
}

/** As whom the viewer acknowledges, if the handover concerns him at all. */
export function sideOf(viewer: Viewer, facts: HandoverFacts): HandoverSide | null {
  if (viewer.personId === null) return null;
  if (viewer.personId === facts.incomingId) return 'INCOMING';
  if (viewer.personId === facts.outgoingId) return 'OUTGOING';
  if (!facts.outgoingGone) return null;
  const inPlace = facts.outgoingSecretary
    ? canInBody(viewer, 'manageDirectory', null)
    : canInBody(viewer, 'confirmDeputy', facts.bodyId);
  return inPlace ? 'IN_PLACE' : null;
}

export type HandoverReason = 'FORBIDDEN' | 'WRONG_STATE' | 'ALREADY_ACKNOWLEDGED' | 'ROLES_MISSING';

/** Why the viewer cannot acknowledge; null when he can. An acknowledgement of an older list is given anew. */
export function whyNotAcknowledge(viewer: Viewer, facts: HandoverFacts): HandoverReason | null {
  const side = sideOf(viewer, facts);
  if (side === null) return 'FORBIDDEN';
  if (facts.state !== 'OPEN') return 'WRONG_STATE';
  const seen = side === 'INCOMING' ? facts.incomingSeen : facts.outgoingSeen;
  if (seen === facts.digest) return 'ALREADY_ACKNOWLEDGED';
  return side === 'INCOMING' && facts.missingRoles.length > 0 ? 'ROLES_MISSING' : null;
}

/** Both acknowledged the list as it is now, and the successor can do what the post does. */
export const isAcknowledged = (facts: HandoverFacts): boolean =>
  facts.outgoingSeen === facts.digest && facts.incomingSeen === facts.digest && facts.missingRoles.length === 0;
