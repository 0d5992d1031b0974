import { rolesFor } from '../access/can.ts';
import type { FindingVerb } from '../access/verbs.ts';
import type { Viewer } from '../access/viewer.ts';
import type { MissingItem } from '../errors.ts';
import { eligibleSigners, nextAfterSignature, settle, whyNotSign } from '../signoff/chain.ts';
import { whyNotDecide, whyNotRequest } from '../deadlines/extension.ts';
import { FINDING_STATES, type FindingState } from '../vocabulary.ts';
import type { FindingFacts, PendingSubmission } from './facts.ts';
import { missingForCloseOut, missingForContinuation, missingToClose } from './gate.ts';

type Guard = (facts: FindingFacts) => MissingItem[];

/** One row of the workflow: from which states a verb is legal, where it leads, and what must be there first. */
interface Move {
  verb: FindingVerb;
  from: readonly FindingState[];
  /** `same`: the state does not change. `chain`: the next step, or CLOSED / CONTINUING after the last signature. */
  to: FindingState | 'same' | 'chain';
  needs: Guard;
  /** What else stands in the way, beside right and state. */
  also?: (move: Move, facts: FindingFacts, viewer: Viewer) => TransitionReason | null;
}

const nothing: Guard = () => [];
const leadDepartment: Guard = (facts) =>
  facts.leadDepartmentId === null ? [{ code: 'LEAD_DEPARTMENT', subject: null, count: null }] : [];
const leaderNamed: Guard = (facts) =>
  facts.leaderPostId === null ? [{ code: 'LEADER', subject: null, count: null }] : [];

const dueDay: Guard = (facts) => (facts.dueOn === null ? [{ code: 'DUE_DAY', subject: null, count: null }] : []);

const atOffice = (facts: FindingFacts): boolean =>
  facts.pending?.steps.some((step) => step.state === 'CURRENT' && step.kind === 'OFFICE') === true;
/** 会审: the office signs once it has the opinion of everybody whom the round names. */
const reviewers: Guard = (facts) =>
  atOffice(facts)
    ? facts.officeReviewers
        .filter((one) => facts.pending?.reviewed.includes(one) !== true)
        .map((subject) => ({ code: 'REVIEW', subject, count: null }))
    : [];

const LIVE: readonly FindingState[] = ['UNCLAIMED', 'RECTIFYING', 'IN_REVIEW', 'CONTINUING'];
const OPEN: readonly FindingState[] = ['UNCLAIMED', 'RECTIFYING'];
const WORK: readonly FindingState[] = ['RECTIFYING'];
/** What goes on while a finding continues, too: its figures are read, its outside parties followed, its effects written down. */
const RUNNING: readonly FindingState[] = [...OPEN, 'CONTINUING'];

/** The workflow of domain.md section 4. 退回 leads back to 整改中, 重启 begins a new cycle there. */
export const MOVES: readonly Move[] = [
  { verb: 'takeOver', from: ['RECORDED'], to: 'UNCLAIMED', needs: nothing },
  { verb: 'assign', from: OPEN, to: 'same', needs: nothing },
  { verb: 'confirmLeader', from: OPEN, to: 'same', needs: leaderNamed, also: confirmReason },
  { verb: 'reassignDepartments', from: OPEN, to: 'same', needs: nothing },
  { verb: 'claim', from: ['UNCLAIMED'], to: 'RECTIFYING', needs: leadDepartment },
  { verb: 'nameHandler', from: OPEN, to: 'same', needs: leadDepartment },
  { verb: 'editFinding', from: OPEN, to: 'same', needs: nothing },
  { verb: 'setPointOutcome', from: WORK, to: 'same', needs: nothing },
  { verb: 'addAction', from: OPEN, to: 'same', needs: nothing },
  { verb: 'editAction', from: OPEN, to: 'same', needs: nothing },
  { verb: 'updateProgress', from: WORK, to: 'same', needs: nothing },
  { verb: 'dropAction', from: WORK, to: 'same', needs: nothing },
  { verb: 'addEvidence', from: WORK, to: 'same', needs: nothing },
  { verb: 'reviewEvidence', from: ['RECTIFYING', 'IN_REVIEW'], to: 'same', needs: nothing },
  { verb: 'establishSum', from: OPEN, to: 'same', needs: nothing },
  { verb: 'addRecovery', from: WORK, to: 'same', needs: nothing },
  { verb: 'waiveSum', from: WORK, to: 'same', needs: nothing },
  { verb: 'submit', from: WORK, to: 'IN_REVIEW', needs: missingForCloseOut },
  { verb: 'submitForContinuation', from: WORK, to: 'IN_REVIEW', needs: missingForContinuation },
  { verb: 'withdraw', from: ['IN_REVIEW'], to: 'RECTIFYING', needs: nothing, also: chainReason },
  { verb: 'sign', from: ['IN_REVIEW'], to: 'chain', needs: reviewers, also: chainReason },
  { verb: 'returnFinding', from: ['IN_REVIEW'], to: 'RECTIFYING', needs: nothing, also: chainReason },
  { verb: 'reviewSubmission', from: ['IN_REVIEW'], to: 'same', needs: nothing, also: reviewReason },
  { verb: 'recordPaperSignature', from: ['IN_REVIEW'], to: 'chain', needs: nothing, also: chainReason },
  { verb: 'recordResolution', from: ['IN_REVIEW'], to: 'chain', needs: nothing, also: chainReason },
  { verb: 'resume', from: ['CONTINUING'], to: 'RECTIFYING', needs: nothing },
  { verb: 'instruct', from: LIVE, to: 'same', needs: nothing },
  { verb: 'requestExtension', from: WORK, to: 'same', needs: dueDay, also: requestReason },
  { verb: 'withdrawExtension', from: OPEN, to: 'same', needs: nothing, also: requested },
  { verb: 'decideExtension', from: OPEN, to: 'same', needs: nothing, also: decideReason },
  { verb: 'reopen', from: ['CLOSED'], to: 'RECTIFYING', needs: nothing },
  { verb: 'giveOpinion', from: ['RECTIFYING', 'IN_REVIEW', 'CLOSED', 'CONTINUING'], to: 'same', needs: nothing },
  { verb: 'noteRepeat', from: FINDING_STATES, to: 'same', needs: nothing },
  { verb: 'noteIndicator', from: RUNNING, to: 'same', needs: nothing },
  { verb: 'noteParty', from: RUNNING, to: 'same', needs: nothing },
  { verb: 'writeEffect', from: RUNNING, to: 'same', needs: nothing },
];

/** The states in which a verb is legal: for what is carried out beside `judge` (by the request or the draw alone), and for SQL. */
export const statesOf = (verb: FindingVerb): readonly FindingState[] =>
  MOVES.find((one) => one.verb === verb)?.from ?? [];

export const TRANSITION_REASONS = [
  'FORBIDDEN',
  'WRONG_STATE',
  'MISSING',
  'NOT_YOUR_STEP',
  'RECUSED',
  'OWN_SUBMISSION',
  'ALREADY_SIGNED',
  'ALREADY_REVIEWED',
  'EXTENSION_PENDING',
  'EXTENSION_CAP',
  'NOTHING_REQUESTED',
  'NOT_APPROVER',
  'ALREADY_CONFIRMED',
  'SAMPLE_OPEN',
] as const;
export type TransitionReason = (typeof TRANSITION_REASONS)[number];

/** The answer to "may I, and where does it lead": the console draws it, the operations enforce it. */
export interface Transition {
  verb: FindingVerb;
  to: FindingState;
  allowed: boolean;
  reason: TransitionReason | null;
  missing: MissingItem[];
}

const SIGNING: readonly FindingVerb[] = ['sign', 'returnFinding'];
const RECORDING: readonly FindingVerb[] = ['recordPaperSignature', 'recordResolution'];

/** Whose signature the verb brings: the viewer's, that of a holder who signed on paper, or the meeting's (null). */
function signersOf(
  verb: FindingVerb,
  pending: PendingSubmission,
  facts: FindingFacts,
  viewer: Viewer,
): (string | null)[] {
  if (verb === 'sign') return [viewer.personId];
  return verb === 'recordPaperSignature' ? eligibleSigners(pending, facts) : [null];
}

function target(move: Move, facts: FindingFacts, viewer: Viewer): FindingState {
  if (move.to === 'same') return facts.state;
  if (move.to !== 'chain') return move.to;
  if (facts.pending === null) return facts.state;
  const pending = facts.pending;
  const ends = signersOf(move.verb, pending, facts, viewer).some(
    (signer) => nextAfterSignature(pending, facts, signer).done,
  );
  if (!ends) return 'IN_REVIEW';
  return facts.pending.purpose === 'CLOSE_OUT' ? 'CLOSED' : 'CONTINUING';
}

/** A leader is confirmed once; a newly proposed one anew. */
function confirmReason(_move: Move, facts: FindingFacts): TransitionReason | null {
  return facts.leaderConfirmed ? 'ALREADY_CONFIRMED' : null;
}

function reviewReason(_move: Move, facts: FindingFacts): TransitionReason | null {
  return atOffice(facts) ? null : 'NOT_YOUR_STEP';
}

function requestReason(_move: Move, facts: FindingFacts): TransitionReason | null {
  return whyNotRequest(facts.extension);
}

function requested(_move: Move, facts: FindingFacts): TransitionReason | null {
  return facts.extension.pending === null ? 'NOTHING_REQUESTED' : null;
}

function decideReason(_move: Move, facts: FindingFacts, viewer: Viewer): TransitionReason | null {
  return whyNotDecide(facts.extension, 'SECRETARY', viewer);
}

function chainReason(move: Move, facts: FindingFacts, viewer: Viewer): TransitionReason | null {
  if (facts.pending === null) return 'WRONG_STATE';
  const current = facts.pending.steps.find((step) => step.state === 'CURRENT');
  // Recusal covers the pen too: the subject neither signs nor records the signatures under his own finding.
  const isSubject = viewer.personId !== null && facts.subjectIds.includes(viewer.personId);
  if (isSubject && RECORDING.includes(move.verb)) return 'RECUSED';
  // A meeting that does not agree returns the finding by the hand of whoever may record its resolution.
  if (move.verb === 'returnFinding' && current?.kind === 'RESOLUTION') {
    if (isSubject) return 'RECUSED';
    return rolesFor(viewer, 'recordResolution', facts).length > 0 ? null : 'NOT_YOUR_STEP';
  }
  if (SIGNING.includes(move.verb)) return whyNotSign(facts.pending, facts, viewer.personId);
  if (move.verb === 'recordResolution')
    return current?.kind === 'SECRETARY' || current?.kind === 'RESOLUTION' ? null : 'NOT_YOUR_STEP';
  if (move.verb === 'recordPaperSignature')
    return eligibleSigners(facts.pending, facts).length === 0 ? 'NOT_YOUR_STEP' : null;
  if (move.verb === 'withdraw') {
    if (facts.pending.submittedById !== viewer.personId) return 'FORBIDDEN';
    return facts.pending.steps.some((step) => step.state === 'SIGNED') ? 'ALREADY_REVIEWED' : null;
  }
  return null;
}

/** The facts with the chain as the present holders make it. */
const settled = (stored: FindingFacts): FindingFacts =>
  stored.pending === null
    ? stored
    : { ...stored, pending: { ...stored.pending, steps: settle(stored.pending, stored) } };

/** Judges one verb on one finding. Asks in the order: right, state, chain, what is missing. */
export function judge(viewer: Viewer, verb: FindingVerb, stored: FindingFacts): Transition {
  const move = MOVES.find((one) => one.verb === verb);
  if (move === undefined) throw new Error(`no row in the workflow for ${verb}`);
  return judgeMove(viewer, move, settled(stored));
}

function judgeMove(viewer: Viewer, move: Move, facts: FindingFacts): Transition {
  const { verb } = move;
  const to = target(move, facts, viewer);
  const reason = whyNot(viewer, move, facts, to);
  if (reason !== null) return { verb, to, allowed: false, reason, missing: [] };
  const missing = closes(facts, to) ? [...move.needs(facts), ...missingToClose(facts)] : move.needs(facts);
  return missing.length > 0
    ? { verb, to, allowed: false, reason: 'MISSING', missing }
    : { verb, to, allowed: true, reason: null, missing };
}

const closes = (facts: FindingFacts, to: FindingState): boolean => to === 'CLOSED' && facts.state !== 'CLOSED';

function whyNot(viewer: Viewer, move: Move, facts: FindingFacts, to: FindingState): TransitionReason | null {
  if (rolesFor(viewer, move.verb, facts).length === 0) return 'FORBIDDEN';
  if (!move.from.includes(facts.state)) return 'WRONG_STATE';
  const reason = move.also?.(move, facts, viewer) ?? null;
  if (reason !== null) return reason;
  // A sample holds the signature that closes, and none before it: what is closed was checked if it was drawn.
  return closes(facts, to) && facts.pending?.sampleOpen === true ? 'SAMPLE_OPEN' : null;
}

/** Every verb that is legal in the finding's state and that one of the viewer's roles has, allowed or with the reason why not yet. */
export function transitionsOf(viewer: Viewer, stored: FindingFacts): Transition[] {
  const facts = settled(stored);
  return MOVES.filter((move) => move.from.includes(facts.state))
    .map((move) => judgeMove(viewer, move, facts))
    .filter((transition) => transition.reason !== 'FORBIDDEN');
}

/** The verbs that would be carried out now. */
export const viewerCan = (viewer: Viewer, facts: FindingFacts): FindingVerb[] =>
  transitionsOf(viewer, facts)
    .filter((transition) => transition.allowed)
    .map((transition) => transition.verb);
