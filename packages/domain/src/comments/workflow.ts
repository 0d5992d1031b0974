import { canInBody } from '../access/can.ts';
import type { BodyVerb } from '../access/verbs.ts';
import type { Viewer } from '../access/viewer.ts';
import { COMMENT_VERBS, type CommentReason, type CommentState, type CommentVerb } from './words.ts';

type CommentRight = Extract<BodyVerb, 'draftPublication' | 'approvePublication'>;

interface Rule {
  from: readonly CommentState[];
  rights: readonly CommentRight[];
  /** Null: it stays where it is. */
  to: CommentState | null;
}

const clerk = ['draftPublication'] as const;
const clerkOrSecretary = ['draftPublication', 'approvePublication'] as const;

/**
 * The clerk moderates and answers; an answer is public once clerk or secretary releases it. A suspected clue is handed over in any
 * state, by either: then the comment is gone, and nothing leads anywhere.
 */
export const COMMENT_RULES: Readonly<Record<CommentVerb, Rule>> = {
  showComment: { from: ['NEW', 'HIDDEN'], rights: clerk, to: 'SHOWN' },
  hideComment: { from: ['NEW', 'SHOWN'], rights: clerk, to: 'HIDDEN' },
  answerComment: { from: ['SHOWN'], rights: clerk, to: null },
  releaseAnswer: { from: ['SHOWN'], rights: clerkOrSecretary, to: null },
  handOverClue: { from: ['NEW', 'SHOWN', 'HIDDEN'], rights: clerkOrSecretary, to: null },
};

/** Comments are read by who moderates and who releases. */
export const readsComments = (viewer: Viewer, bodyId: string): boolean =>
  clerkOrSecretary.some((right) => canInBody(viewer, right, bodyId));

/** What rights and rules ask of a comment. */
export interface CommentFacts {
  bodyId: string;
  state: CommentState;
  /** Whether an answer is written, and whether it is public. */
  answered: boolean;
  released: boolean;
  /** Whether the item's text is public now. */
  isUp: boolean;
}

export interface CommentTransition {
  verb: CommentVerb;
  to: CommentState;
  allowed: boolean;
  reason: CommentReason | null;
}

function notReady(verb: CommentVerb, { answered, released, isUp }: CommentFacts): CommentReason | null {
  if (verb === 'showComment') return isUp ? null : 'NOT_UP';
  if (verb !== 'releaseAnswer') return null;
  if (!answered) return 'NO_ANSWER';
  if (released) return 'RELEASED';
  return isUp ? null : 'NOT_UP';
}

/** Judges one verb on one comment: right, state, what must be there first. */
export function judgeComment(viewer: Viewer, verb: CommentVerb, facts: CommentFacts): CommentTransition {
  const { from, rights, to } = COMMENT_RULES[verb];
  const answer = (reason: CommentReason | null): CommentTransition => ({
    verb,
    to: to ?? facts.state,
    allowed: reason === null,
    reason,
  });
  if (!rights.some((right) => canInBody(viewer, right, facts.bodyId))) return answer('FORBIDDEN');
  if (!from.includes(facts.state)) return answer('WRONG_STATE');
  return answer(notReady(verb, facts));
}

/** The verbs that are legal in its state and whose right the viewer has, allowed or with the reason why not yet. */
export const commentTransitions = (viewer: Viewer, facts: CommentFacts): CommentTransition[] =>
  COMMENT_VERBS.map((verb) => judgeComment(viewer, verb, facts)).filter(
    ({ reason }) => reason !== 'FORBIDDEN' && reason !== 'WRONG_STATE',
  );
