import type { Viewer } from '../access/viewer.ts';
import type { FindingVerb } from '../access/verbs.ts';
import type { FindingFacts } from '../findings/facts.ts';
import { judge } from '../findings/workflow.ts';
import {
  isReviewable,
  mayEnterLoose,
  mayReviewLoose,
  removalRefusal,
  reviewRefusal,
  reviewStateRefusal,
  type PieceFacts,
} from './pieces.ts';

/** What can be done with a piece of evidence once it is there. */
export const PIECE_VERBS = [
  'editEvidence',
  'linkEvidence',
  'removeEvidence',
  'acceptEvidence',
  'rejectEvidence',
] as const;
export type PieceVerb = (typeof PIECE_VERBS)[number];

/** A piece with all findings that it proves; none for a meeting of the body as a whole. */
export interface ProvingPiece extends PieceFacts {
  bodyId: string;
  /** A resolution was passed in this meeting: it stays. */
  hasResolution: boolean;
  hasPayments: boolean;
  findings: readonly FindingFacts[];
}

/**
 * The verbs that would be carried out for the viewer now. Changing a piece needs the right on every finding that it proves;
 * reviewing it needs it where the piece is still under review, and what was decided with it is not rejected afterwards.
 */
export function pieceVerbs(viewer: Viewer, piece: ProvingPiece): PieceVerb[] {
  const { findings } = piece;
  const onEvery = (verb: FindingVerb, where = findings): boolean =>
    where.every((one) => judge(viewer, verb, one).allowed);
  const isLoose = findings.length === 0;
  const mayChange = isLoose ? mayEnterLoose(viewer, piece.bodyId) : onEvery('addEvidence');
  const mayRemove =
    mayChange &&
    !piece.hasResolution &&
    removalRefusal(viewer, piece) === null &&
    (!piece.hasPayments || onEvery('addRecovery'));
  const states = findings.map((one) => one.state);
  const open = findings.filter((one) => isReviewable(one.state));
  const mayReview = (accept: boolean): boolean =>
    reviewRefusal(viewer, piece) === null &&
    (isLoose
      ? mayReviewLoose(viewer, piece.bodyId)
      : reviewStateRefusal(states, accept) === null && onEvery('reviewEvidence', open));
  const may: Record<PieceVerb, boolean> = {
    editEvidence: mayChange,
    linkEvidence: mayChange,
    removeEvidence: mayRemove,
    acceptEvidence: mayReview(true) && piece.acceptance !== 'ACCEPTED',
    rejectEvidence: mayReview(false) && piece.acceptance !== 'REJECTED',
  };
  return PIECE_VERBS.filter((verb) => may[verb]);
}
