import { DEFAULT_EVIDENCE_RULES } from '../src/index.ts';
import type {
  ActionFacts,
  ChainStep,
  FindingFacts,
  PendingSubmission,
  SignoffStepKind,
  SumFacts,
} from '../src/index.ts';

export const action = (ordinal: number, change: Partial<ActionFacts> = {}): ActionFacts => ({
  ordinal,
  state: 'DONE',
  kind: 'OTHER',
  needsEvidence: true,
  pieces: [{ kind: 'FILE', acceptance: 'ACCEPTED' }],
  ...change,
});

export const sum = (label: string, change: Partial<SumFacts> = {}): SumFacts => ({
  label,
  establishedFen: 100_000n,
  statedFen: 100_000n,
  disposition: 'REFUND_DUE',
  recoveredFen: 60_000n,
  waivedFen: 40_000n,
  ...change,
});

/** A finding of the own department on which nothing is missing; each case takes one thing away. */
export const readyFacts = (change: Partial<FindingFacts> = {}): FindingFacts => ({
  bodyId: 'own-body',
  leadDepartmentId: 'own-department',
  supportingDepartmentIds: [],
  leaderPostId: 'own-post',
  handlerIds: ['me', 'worker'],
  openToOffice: false,
  state: 'RECTIFYING',
  leaderConfirmed: true,
  subjectIds: [],
  actions: [action(1), action(2, { state: 'DROPPED', pieces: [] })],
  evidenceRules: DEFAULT_EVIDENCE_RULES,
  officeReviewers: [],
  points: [
    { ordinal: 1, outcome: 'DONE' },
    { ordinal: 2, outcome: 'UNTRACEABLE_REGULATED' },
  ],
  sums: [sum('A')],
  pending: null,
  dueOn: '2026-06-30',
  extension: { pending: null, granted: 0, cap: 2 },
  holders: { CLERK_CHECK: [], DEPARTMENT_HEAD: [], LEADER: ['leader'], SECRETARY: ['secretary'], OFFICE: [] },
  deputies: [],
  ...change,
});

export const step = (ordinal: number, kind: SignoffStepKind, change: Partial<ChainStep> = {}): ChainStep => ({
  ordinal,
  kind,
  state: 'WAITING',
  signerId: null,
  principalId: null,
  byResolution: false,
  skipReason: null,
  ...change,
});

const ORDER: readonly SignoffStepKind[] = ['CLERK_CHECK', 'DEPARTMENT_HEAD', 'LEADER', 'SECRETARY'];

/** A chain that waits at a step; the steps before it are signed by `signers`, or skipped once the names run out. */
export function waitingAt(
  kind: SignoffStepKind,
  signers: readonly string[],
  change: Partial<PendingSubmission> = {},
): PendingSubmission {
  const kinds = ORDER.includes(kind) ? ORDER : [...ORDER, kind];
  const current = kinds.indexOf(kind);
  const steps = kinds.map((one, index) => {
    const signerId = signers[index];
    if (index === current) return step(index + 1, one, { state: 'CURRENT', byResolution: one === 'RESOLUTION' });
    if (index > current) return step(index + 1, one);
    if (signerId === undefined) return step(index + 1, one, { state: 'SKIPPED', skipReason: 'SUBMITTED' });
    return step(index + 1, one, { state: 'SIGNED', signerId });
  });
  return {
    id: 'submission',
    purpose: 'CLOSE_OUT',
    submittedById: 'worker',
    sampleOpen: false,
    reviewed: [],
    steps,
    ...change,
  };
}
