import type { FindingPlace } from '../access/viewer.ts';
import type { EvidenceRules, PieceCounted } from '../evidence/rules.ts';
import type {
  ActionKind,
  ActionState,
  Disposition,
  FindingState,
  PointOutcome,
  Reviewer,
  SubmissionPurpose,
} from '../vocabulary.ts';
import type { Day } from '../deadlines/calendar.ts';
import type { ExtensionFacts } from '../deadlines/extension.ts';
import type { ChainStep } from '../signoff/chain.ts';
import type { Deputy } from '../signoff/deputies.ts';

/** What the gate must know of one action. */
export interface ActionFacts {
  ordinal: number;
  kind: ActionKind;
  state: ActionState;
  needsEvidence: boolean;
  pieces: readonly PieceCounted[];
}

export interface SumFacts {
  label: string;
  establishedFen: bigint | null;
  statedFen: bigint | null;
  disposition: Disposition | null;
  recoveredFen: bigint;
  waivedFen: bigint;
}

export interface PendingSubmission {
  id: string;
  purpose: SubmissionPurpose;
  submittedById: string;
  /** Drawn for a check before its close-out (销号前抽查), whose result is not recorded yet. */
  sampleOpen: boolean;
  /** Whose opinions the office has entered (会审). */
  reviewed: readonly Reviewer[];
  steps: readonly ChainStep[];
}

/** Everything the rules ask of one finding, loaded at once before any of them is called. */
export interface FindingFacts extends FindingPlace {
  state: FindingState;
  leaderConfirmed: boolean;
  /** Persons who are the subject of the finding: recused from signing it. */
  subjectIds: readonly string[];
  actions: readonly ActionFacts[];
  /** What proves an action, by its kind, as the round decides. */
  evidenceRules: EvidenceRules;
  /** Whose opinions the office needs before it signs, as the round decides. */
  officeReviewers: readonly Reviewer[];
  points: readonly { ordinal: number; outcome: PointOutcome | null }[];
  sums: readonly SumFacts[];
  pending: PendingSubmission | null;
  dueOn: Day | null;
  extension: ExtensionFacts;
  /** Who holds each step of the chain now. */
  holders: StepHolders;
  /** Who may sign for one of the holders today. */
  deputies: readonly Deputy[];
}

/** Persons who may sign each step now. */
export interface StepHolders {
  CLERK_CHECK: readonly string[];
  DEPARTMENT_HEAD: readonly string[];
  LEADER: readonly string[];
  SECRETARY: readonly string[];
  OFFICE: readonly string[];
}
