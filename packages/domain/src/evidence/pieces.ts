import { reachesBody, scopeOfGrant } from '../access/can.ts';
import type { Viewer } from '../access/viewer.ts';
import { DomainError, invalid, type Refusal } from '../errors.ts';
import type { EvidenceAcceptance, FindingState, TalkType } from '../vocabulary.ts';

/** `5-1-02`: the second piece of the first action of finding 5; `0-0-03` for a piece that is tied to no action. */
export const pieceNumberOf = (findingSeq: number, actionOrdinal: number, piece: number): string =>
  `${findingSeq}-${actionOrdinal}-${String(piece).padStart(2, '0')}`;

/** Whether a piece is of the body as a whole: its number names no finding. */
export const isLoosePiece = (pieceNumber: string): boolean => pieceNumber.startsWith('0-0-');

const inWholeBody = (
  viewer: Viewer,
  verb: 'addEvidence' | 'reviewEvidence' | 'readFinding' | 'readRestricted',
  bodyId: string,
): boolean => viewer.grants.some((grant) => reachesBody(scopeOfGrant(grant, verb), grant, bodyId));

/** Who may enter meetings that belong to the body as a whole (the clerk's list): whoever adds evidence everywhere in it. */
export const mayEnterLoose = (viewer: Viewer, bodyId: string): boolean => inWholeBody(viewer, 'addEvidence', bodyId);

/** Who may review what is tied to no action: whoever reviews evidence everywhere in the body. */
export const mayReviewLoose = (viewer: Viewer, bodyId: string): boolean =>
  inWholeBody(viewer, 'reviewEvidence', bodyId);

/** Who may read evidence that is tied to no action: whoever reads every finding of the body, restricted pieces included where asked. */
export const mayReadLoose = (viewer: Viewer, bodyId: string, restricted: boolean): boolean =>
  inWholeBody(viewer, restricted ? 'readRestricted' : 'readFinding', bodyId);

/** What the rules ask of a piece of evidence. */
export interface PieceFacts {
  acceptance: EvidenceAcceptance;
  /** The account that entered it; null for imported pieces. */
  createdById: string | null;
}

/** Why a piece cannot be taken back; null when it can: the undo of who entered it, before anybody reviewed it. Imported pieces nobody entered. */
export function removalRefusal(viewer: Viewer, piece: PieceFacts): Refusal | null {
  if (piece.acceptance !== 'PENDING') {
    const rule = 'evidence.reviewedStays';
    return { code: 'ILLEGAL_TRANSITION', rule, message: 'a reviewed piece stays: unlink or correct it' };
  }
  if (piece.createdById !== null && piece.createdById !== viewer.accountId) {
    const rule = 'evidence.ownUndo';
    return { code: 'FORBIDDEN', rule, message: 'only who entered a piece takes it back; reject it instead' };
  }
  return null;
}

/** Why a viewer cannot review a piece; null when he can: nobody reviews what he entered himself. */
export function reviewRefusal(viewer: Viewer, piece: PieceFacts): Refusal | null {
  if (piece.createdById === null || piece.createdById !== viewer.accountId) return null;
  return { code: 'FORBIDDEN', rule: 'evidence.ownEntry', message: 'nobody reviews what he entered himself' };
}

export function checkRemoval(viewer: Viewer, piece: PieceFacts): void {
  const refusal = removalRefusal(viewer, piece);
  if (refusal !== null) throw new DomainError(refusal);
}

/** A review by somebody else than who entered the piece; a rejection says why. */
export function checkReview(viewer: Viewer, piece: PieceFacts, accept: boolean, reason: string | null): void {
  const refusal = reviewRefusal(viewer, piece);
  if (refusal !== null) throw new DomainError(refusal);
  if (!accept && reason === null) throw invalid('reason', 'evidence.rejectionReason', 'a rejection needs its reason');
}

/** Findings in which a piece is still under review; what is closed, continued or recorded was decided with it. */
export const isReviewable = (state: FindingState): boolean => state === 'RECTIFYING' || state === 'IN_REVIEW';

/** Why a piece that proves findings in these states is not reviewed; null when it is. What was decided with it is not rejected afterwards. */
export function reviewStateRefusal(states: readonly FindingState[], accept: boolean): Refusal | null {
  const code = 'ILLEGAL_TRANSITION';
  if (!states.some(isReviewable)) {
    return { code, rule: 'evidence.notUnderReview', message: 'no finding that this proves is in work or in review' };
  }
  if (!accept && states.some((state) => state === 'CLOSED' || state === 'CONTINUING')) {
    return { code, rule: 'evidence.provesDecided', message: 'a finding was decided with this piece' };
  }
  return null;
}

const TALK_TITLES: Record<TalkType, string> = {
  REMINDER: '提醒谈话',
  CRITICISM: '批评教育',
  SUMMONED: '约谈',
  ADMONITION: '诫勉谈话',
  HEART_TO_HEART: '谈心谈话',
  OTHER: '谈话',
};

/** The title of a talk that was given none: its type, never a name. */
export const talkTitle = (type: TalkType): string => TALK_TITLES[type];
