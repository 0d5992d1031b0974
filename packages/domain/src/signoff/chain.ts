import type { SignoffStepKind, SkipReason, StepState } from '../vocabulary.ts';
import type { FindingFacts, PendingSubmission } from '../findings/facts.ts';
import { capacitiesOf } from './deputies.ts';

/** One step of a submission's chain. */
export interface ChainStep {
  ordinal: number;
  kind: SignoffStepKind;
  state: StepState;
  signerId: string | null;
  /** In whose name a deputy signed (代签); null where the signer holds the step himself. */
  principalId: string | null;
  /** A resolution signs for the meeting, not for a person. */
  byResolution: boolean;
  skipReason: SkipReason | null;
}

/** The steps a round may switch on or off; the secretary's step cannot be switched off. */
export interface ChainSettings {
  /** The inspection office signs after the secretary, and sees the finding while it does. */
  office: boolean;
  clerkCheck: boolean;
  departmentHead: boolean;
  leader: boolean;
}

/** At least this many different signatures stand under a close-out, the submitter's own not counted. */
export const SIGNERS_NEEDED = 2;

type Chain = Pick<PendingSubmission, 'submittedById' | 'steps'>;
type People = Pick<FindingFacts, 'holders' | 'subjectIds' | 'deputies'>;

const holdersOf = (kind: SignoffStepKind, people: People): readonly string[] =>
  kind === 'RESOLUTION' ? [] : people.holders[kind];
/** Who has signed: a deputy's signature is his own and that of the person in whose name he gave it. */
const signersOf = (steps: readonly ChainStep[]): string[] =>
  steps.flatMap((step) =>
    step.state === 'SIGNED' ? [step.signerId, step.principalId].filter((person) => person !== null) : [],
  );

/** What keeps a person out of a chain whatever he holds: the finding is about him, he submitted it, or has signed. */
function exclusionOf(person: string, chain: Chain, people: People): SkipReason | null {
  if (people.subjectIds.includes(person)) return 'RECUSED';
  if (person === chain.submittedById) return 'SUBMITTED';
  return signersOf(chain.steps).includes(person) ? 'ALREADY_SIGNED' : null;
}
/** The clerk's preliminary check signs nothing; a meeting's resolution stands for the several people who took it. */
const weightOf = (step: ChainStep): number => {
  if (step.state !== 'SIGNED' || step.kind === 'CLERK_CHECK') return 0;
  return step.byResolution ? SIGNERS_NEEDED : 1;
};
const signatures = (steps: readonly ChainStep[]): number => steps.reduce((sum, step) => sum + weightOf(step), 0);

/** Why nobody needs to sign a step: every holder submitted, signed already, or is the subject. Null: somebody must. */
export function skipReasonOf(kind: SignoffStepKind, chain: Chain, people: People): SkipReason | null {
  const holders = holdersOf(kind, people);
  if (kind === 'RESOLUTION' || holders.length === 0) return null;
  const reasons = holders.map((person) => exclusionOf(person, chain, people));
  return reasons.includes(null) ? null : (reasons[0] ?? null);
}

/** The chain as a round's settings order it, before anyone signs: handler's submission → [clerk] → head → leader → secretary → [office]. */
export function plannedSteps(settings: ChainSettings): SignoffStepKind[] {
  return [
    ...(settings.clerkCheck ? (['CLERK_CHECK'] as const) : []),
    ...(settings.departmentHead ? (['DEPARTMENT_HEAD'] as const) : []),
    ...(settings.leader ? (['LEADER'] as const) : []),
    'SECRETARY' as const,
    ...(settings.office ? (['OFFICE'] as const) : []),
  ];
}

/**
 * Moves the chain on: skips, with the reason, each waiting step whose holders are all excluded, and makes the next one
 * current. When no step is left but fewer than two people signed, a meeting's resolution countersigns.
 */
export function advance(chain: Chain, people: People): { steps: ChainStep[]; done: boolean } {
  const steps = chain.steps.map((step) => ({ ...step }));
  for (const step of steps) {
    if (step.state !== 'WAITING') continue;
    const reason = skipReasonOf(step.kind, { ...chain, steps }, people);
    if (reason === null) {
      step.state = 'CURRENT';
      return { steps, done: false };
    }
    step.state = 'SKIPPED';
    step.skipReason = reason;
  }
  if (signatures(steps) >= SIGNERS_NEEDED) return { steps, done: true };
  steps.push({
    ordinal: steps.length + 1,
    kind: 'RESOLUTION',
    state: 'CURRENT',
    signerId: null,
    principalId: null,
    byResolution: true,
    skipReason: null,
  });
  return { steps, done: false };
}

/** The chain of a new submission, its first step already current. */
export function startChain(settings: ChainSettings, submittedById: string, people: People): ChainStep[] {
  const steps = plannedSteps(settings).map((kind, index): ChainStep => ({
    ordinal: index + 1,
    kind,
    state: 'WAITING',
    signerId: null,
    principalId: null,
    byResolution: false,
    skipReason: null,
  }));
  return advance({ submittedById, steps }, people).steps;
}

/** The chain after the current step is signed by `signerId` (as holder, or as deputy of one), or by a resolution (null). */
export function nextAfterSignature(
  chain: Chain,
  people: People,
  signerId: string | null,
): { steps: ChainStep[]; done: boolean } {
  const principalId = signerId === null ? null : signingAs(chain, people, signerId).principalId;
  const steps = chain.steps.map((step): ChainStep =>
    step.state === 'CURRENT'
      ? { ...step, state: 'SIGNED', signerId, principalId, byResolution: signerId === null }
      : { ...step },
  );
  return advance({ ...chain, steps }, people);
}

/**
 * The chain as the present holders make it: when those of the current step changed so that nobody is left to sign it, the
 * step is skipped and the next one becomes current. Never closes anything by itself: that takes a signature.
 */
export function settle(chain: Chain, people: People): ChainStep[] {
  const steps = chain.steps.map((step): ChainStep =>
    step.state === 'CURRENT' && step.kind !== 'RESOLUTION' ? { ...step, state: 'WAITING' } : { ...step },
  );
  const settled = advance({ ...chain, steps }, people);
  return settled.done || settled.steps.filter((step) => step.state === 'CURRENT').length !== 1
    ? [...chain.steps]
    : settled.steps;
}

type Refused = 'RECUSED' | 'OWN_SUBMISSION' | 'ALREADY_SIGNED' | 'NOT_YOUR_STEP';

/**
 * As whom a person signs (or returns) the current step, or why he may not. A deputy signs only where both he and the holder
 * whose place he takes may: the signature counts as either's.
 */
export function signingAs(
  chain: Chain,
  people: People,
  personId: string | null,
): { principalId: string | null; reason: Refused | null } {
  const current = chain.steps.find((step) => step.state === 'CURRENT');
  if (personId === null || current === undefined) return { principalId: null, reason: 'NOT_YOUR_STEP' };
  const capacities = capacitiesOf(current.kind, holdersOf(current.kind, people), people.deputies, personId).map(
    (principalId) => {
      const own = exclusionOf(personId, chain, people);
      const excluded = own ?? (principalId === null ? null : exclusionOf(principalId, chain, people));
      return { principalId, reason: excluded === 'SUBMITTED' ? ('OWN_SUBMISSION' as const) : excluded };
    },
  );
  return (
    capacities.find((one) => one.reason === null) ?? capacities[0] ?? { principalId: null, reason: 'NOT_YOUR_STEP' }
  );
}

/** Why this person may not sign (or return) the current step; null when he may. */
export const whyNotSign = (chain: Chain, people: People, personId: string | null): Refused | null =>
  signingAs(chain, people, personId).reason;

/** Who may sign the current step: its holders and their deputies without the submitter, the subjects and those who signed before. */
export function eligibleSigners(chain: Chain, people: People): string[] {
  const current = chain.steps.find((step) => step.state === 'CURRENT');
  if (current === undefined) return [];
  const deputies = people.deputies.filter((one) => one.step === current.kind).map((one) => one.deputyId);
  const all = [...new Set([...holdersOf(current.kind, people), ...deputies])];
  return all.filter((person) => whyNotSign(chain, people, person) === null);
}
