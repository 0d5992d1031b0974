import { canInBody } from '../access/can.ts';
import type { BodyVerb } from '../access/verbs.ts';
import type { Viewer } from '../access/viewer.ts';
import { PUBLICATION_STATES, type PublicationState } from './words.ts';

/** What happens to a publication: GraphQL mutation = operation = entry of the trail. */
export const PUBLICATION_VERBS = [
  'draftPublication',
  'editPassage',
  'decidePassage',
  'acceptPassage',
  'decideHit',
  'unmaskHit',
  'setPublicPage',
  'proposePublication',
  'reviewPublication',
  'approvePublication',
  'returnPublication',
  'publish',
  'takeDown',
  'recordPublicationSignature',
] as const;
export type PublicationVerb = (typeof PUBLICATION_VERBS)[number];

type PublicationRight = Extract<
  BodyVerb,
  'readPublication' | 'draftPublication' | 'reviewPublication' | 'approvePublication'
>;

interface Rule {
  from: Readonly<Partial<Record<PublicationState, readonly PublicationRight[]>>>;
  /** Null: it stays where it is. */
  to: PublicationState | null;
}

const clerk = ['draftPublication'] as const;
const reviewer = ['reviewPublication'] as const;
const approver = ['approvePublication'] as const;
const always = (rights: readonly PublicationRight[]): Rule['from'] =>
  Object.fromEntries(PUBLICATION_STATES.map((state) => [state, rights]));

/**
 * In which state a verb is possible and whose right it needs. The clerk writes, masks and proposes; a leader of the body reviews
 * for secrecy; the secretary approves; the clerk publishes. Leaving personal data unmasked is the approver's act, done while the
 * text is drafted, so that the reviewer sees exactly what will go out. Reviewer and approver return what waits for them, the
 * approver also what he approved; taking down is quick: clerk or approver, in any state while something is up.
 */
export const PUBLICATION_RULES: Readonly<Record<PublicationVerb, Rule>> = {
  draftPublication: { from: { DRAFT: clerk, PUBLISHED: clerk, TAKEN_DOWN: clerk }, to: 'DRAFT' },
  editPassage: { from: { DRAFT: clerk }, to: null },
  decidePassage: { from: { DRAFT: clerk }, to: null },
  acceptPassage: { from: { DRAFT: clerk }, to: null },
  decideHit: { from: { DRAFT: [...clerk, ...approver] }, to: null },
  unmaskHit: { from: { DRAFT: approver }, to: null },
  setPublicPage: { from: always(clerk), to: null },
  proposePublication: { from: { DRAFT: clerk }, to: 'PROPOSED' },
  reviewPublication: { from: { PROPOSED: reviewer }, to: 'REVIEWED' },
  approvePublication: { from: { REVIEWED: approver }, to: 'APPROVED' },
  returnPublication: { from: { PROPOSED: reviewer, REVIEWED: approver, APPROVED: approver }, to: 'DRAFT' },
  publish: { from: { APPROVED: clerk }, to: 'PUBLISHED' },
  takeDown: { from: always([...clerk, ...approver]), to: 'TAKEN_DOWN' },
  /** The waiting step, signed on paper: it leads where the step leads. */
  recordPublicationSignature: { from: { PROPOSED: clerk, REVIEWED: clerk }, to: null },
};

/** What rights and rules ask of a publication. */
export interface PublicationFacts {
  bodyId: string;
  state: PublicationState;
  /** Persons; null before it happened in this turn. */
  proposedById: string | null;
  reviewedById: string | null;
  /** Hits that nobody has decided, and those that wait for the approver. */
  openHits: number;
  askedHits: number;
  /** Passages whose words in the ledger changed and that wait for a decision. */
  pendingPassages: number;
  passages: number;
  /** Whether a snapshot is public now. */
  isUp: boolean;
}

export const PUBLICATION_REASONS = [
  'FORBIDDEN',
  'WRONG_STATE',
  'NOTHING_TO_PUBLISH',
  'HITS_UNDECIDED',
  'CHANGES_PENDING',
  'OWN_PROPOSAL',
  'OWN_REVIEW',
  'NOT_PUBLISHED',
] as const;
export type PublicationReason = (typeof PUBLICATION_REASONS)[number];

export interface PublicationTransition {
  verb: PublicationVerb;
  to: PublicationState;
  allowed: boolean;
  reason: PublicationReason | null;
}

const rightsOf = (verb: PublicationVerb): readonly PublicationRight[] => [
  ...new Set(Object.values(PUBLICATION_RULES[verb].from).flat()),
];

/** Three different people: nobody reviews what he proposed, nobody approves what he proposed or reviewed. */
function sameHand(viewer: Viewer, verb: PublicationVerb, facts: PublicationFacts): PublicationReason | null {
  if (verb !== 'reviewPublication' && verb !== 'approvePublication') return null;
  if (viewer.personId === null) return 'FORBIDDEN';
  if (viewer.personId === facts.proposedById) return 'OWN_PROPOSAL';
  return verb === 'approvePublication' && viewer.personId === facts.reviewedById ? 'OWN_REVIEW' : null;
}

/** What must be there before the text leaves the clerk's desk. */
function notReady(verb: PublicationVerb, facts: PublicationFacts): PublicationReason | null {
  if (verb === 'takeDown') return facts.isUp ? null : 'NOT_PUBLISHED';
  if (verb !== 'proposePublication') return null;
  if (facts.passages === 0) return 'NOTHING_TO_PUBLISH';
  if (facts.openHits + facts.askedHits > 0) return 'HITS_UNDECIDED';
  return facts.pendingPassages > 0 ? 'CHANGES_PENDING' : null;
}

/** Judges one verb on one publication: right, state, whose hand, what must be there first. */
export function judgePublication(
  viewer: Viewer,
  verb: PublicationVerb,
  facts: PublicationFacts,
): PublicationTransition {
  const { from, to } = PUBLICATION_RULES[verb];
  // Taking down what an earlier version put up leaves the text where it is.
  const leads = verb === 'takeDown' && facts.state !== 'PUBLISHED' ? facts.state : (to ?? facts.state);
  const answer = (reason: PublicationReason | null): PublicationTransition => ({
    verb,
    to: leads,
    allowed: reason === null,
    reason,
  });
  const holds = (right: PublicationRight): boolean => canInBody(viewer, right, facts.bodyId);
  if (!rightsOf(verb).some(holds)) return answer('FORBIDDEN');
  const rights = from[facts.state];
  if (rights === undefined) return answer('WRONG_STATE');
  if (!rights.some(holds)) return answer('FORBIDDEN');
  return answer(sameHand(viewer, verb, facts) ?? notReady(verb, facts));
}

/** The verbs that are legal in its state and whose right the viewer has, allowed or with the reason why not yet. */
export const publicationTransitions = (viewer: Viewer, facts: PublicationFacts): PublicationTransition[] =>
  PUBLICATION_VERBS.map((verb) => judgePublication(viewer, verb, facts)).filter(
    ({ reason }) => reason !== 'FORBIDDEN' && reason !== 'WRONG_STATE',
  );
