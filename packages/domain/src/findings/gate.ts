import type { MissingItem } from '../errors.ts';
import { piecesLacking } from '../evidence/rules.ts';
import { outstandingFen } from '../money/balance.ts';
import type { ActionFacts, FindingFacts } from './facts.ts';

const item = (code: MissingItem['code'], subject: string | null = null, count: number | null = null): MissingItem => ({
  code,
  subject,
  count,
});

function assignment(facts: FindingFacts): MissingItem[] {
  const missing: MissingItem[] = [];
  if (facts.leadDepartmentId === null) missing.push(item('LEAD_DEPARTMENT'));
  if (facts.leaderPostId === null) missing.push(item('LEADER'));
  else if (!facts.leaderConfirmed) missing.push(item('LEADER_CONFIRMATION'));
  else if (facts.holders.LEADER.length === 0) missing.push(item('STEP_HOLDER', 'LEADER'));
  if (facts.holders.SECRETARY.length === 0) missing.push(item('STEP_HOLDER', 'SECRETARY'));
  return missing;
}

function settledActions(facts: FindingFacts): MissingItem[] {
  const open = facts.actions.filter((action) => action.state !== 'DONE' && action.state !== 'DROPPED');
  return facts.actions.length === 0
    ? [item('ACTIONS')]
    : open.map((action) => item('ACTION_NOT_SETTLED', String(action.ordinal)));
}

/** The actions that evidence must prove: done, and marked as needing it. */
export const TO_PROVE = { state: 'DONE', needsEvidence: true } as const;

const toProve = (facts: FindingFacts): ActionFacts[] =>
  facts.actions.filter((action) => action.state === TO_PROVE.state && action.needsEvidence === TO_PROVE.needsEvidence);

/** Nothing at all is named apart from evidence that is there but not of the kind, or not so much, as the round asks. */
function evidencePresent(facts: FindingFacts): MissingItem[] {
  return toProve(facts).flatMap((action) => {
    const lacking = piecesLacking(action, facts.evidenceRules, 'PRESENT');
    if (lacking === 0) return [];
    const none = action.pieces.every((piece) => piece.acceptance === 'REJECTED');
    const ordinal = String(action.ordinal);
    return [none ? item('EVIDENCE_PRESENT', ordinal) : item('EVIDENCE_OF_KIND', ordinal, lacking)];
  });
}

function evidenceAccepted(facts: FindingFacts): MissingItem[] {
  return toProve(facts)
    .filter((action) => piecesLacking(action, facts.evidenceRules, 'ACCEPTED') > 0)
    .map((action) => item('EVIDENCE_ACCEPTED', String(action.ordinal)));
}

function money(facts: FindingFacts): MissingItem[] {
  return facts.sums.flatMap((sum): MissingItem[] => {
    if (sum.disposition === null || sum.disposition === 'UNDECIDED') return [item('DISPOSITION', sum.label)];
    if (sum.disposition !== 'REFUND_DUE') return [];
    if (sum.establishedFen === null) return [item('SUM_NOT_ESTABLISHED', sum.label)];
    return outstandingFen(sum) > 0n ? [item('MONEY_OUTSTANDING', sum.label)] : [];
  });
}

const pointsDecided = (facts: FindingFacts): MissingItem[] =>
  facts.points.filter((point) => point.outcome === null).map((point) => item('POINT_OUTCOME', String(point.ordinal)));

/**
 * What stands between a finding and being submitted for close-out (domain.md section 4): every action done or dropped,
 * every point with an outcome, evidence present where needed, every sum with a disposition and nothing outstanding.
 */
export const missingForCloseOut = (facts: FindingFacts): MissingItem[] => [
  ...assignment(facts),
  ...settledActions(facts),
  ...pointsDecided(facts),
  ...evidencePresent(facts),
  ...money(facts),
];

/**
 * To submit for 持续整改: reason, target and next review (asked of the input) replace "every action done". The rest holds:
 * what is done has its evidence and every sum has a disposition, though it may be 待认定 still and money outstanding.
 */
export const missingForContinuation = (facts: FindingFacts): MissingItem[] => [
  ...assignment(facts),
  ...pointsDecided(facts),
  ...evidencePresent(facts),
  ...facts.sums.filter((sum) => sum.disposition === null).map((sum) => item('DISPOSITION', sum.label)),
];

/** To close, the evidence that was present must have been accepted by a reviewer. */
export const missingToClose = (facts: FindingFacts): MissingItem[] => evidenceAccepted(facts);
