import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node } from '../../graphql/connection.ts';
import { Day, Fen, Instant } from '../../graphql/scalars.ts';
import {
  SignoffStepKindEnum,
  SkipReasonEnum,
  StepStateEnum,
  SubmissionOutcomeEnum,
  SubmissionPurposeEnum,
} from '../../graphql/vocabulary.ts';
import { Attachment, Evidence } from '../evidence/evidence.type.ts';
import { Finding } from '../findings/finding.type.ts';
import { Recheck } from '../rechecks/recheck.type.ts';
import { SubmissionReview } from '../reviews/review.type.ts';

@ObjectType({ implements: Node, description: '集体审议: a meeting’s resolution that signs one or more findings.' })
export class Resolution extends Node {
  @Field(() => String, { description: 'The resolution.' })
  text: string;

  @Field(() => Day, { description: 'Day of the meeting.' })
  decidedOn: string;

  @Field(() => Evidence, { nullable: true, description: 'The meeting; null where the viewer may not see it.' })
  meeting: Evidence | null;

  @Field(() => String, { description: 'Who recorded it.' })
  recordedByName: string;
}

@ObjectType({ implements: Node, description: 'One step of the sign-off chain.' })
export class SignoffStep extends Node {
  @Field(() => Int, { description: 'Place in the chain, 1-based.' })
  ordinal: number;

  @Field(() => SignoffStepKindEnum, { description: 'Which step.' })
  kind: string;

  @Field(() => StepStateEnum, { description: 'Its state.' })
  state: string;

  @Field(() => SkipReasonEnum, { nullable: true, description: 'Why it was skipped.' })
  skipReason: string | null;

  @Field(() => [String], {
    description: 'Names of those who may sign it now; empty unless it is the current or a waiting step.',
  })
  holderNames: string[];

  @Field(() => [String], {
    description: '代签: `X 代 Y` for each deputy who may sign it for a holder today; empty like holderNames.',
  })
  deputyNames: string[];

  @Field(() => Instant, { nullable: true, description: 'Since when it is the current one.' })
  reachedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Who signed or returned.' })
  signerName: string | null;

  @Field(() => String, { nullable: true, description: 'In which post; of a deputy, the post he stood in for.' })
  signerPost: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In whose name a deputy (代签) signed; null for the holder himself.',
  })
  principalName: string | null;

  @Field(() => String, { nullable: true, description: 'Opinion, or the reason of a return.' })
  opinion: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  signedAt: string | null;

  @Field(() => Boolean, { description: 'Signed on paper; the form is scanned in.' })
  onPaper: boolean;

  @Field(() => Attachment, { nullable: true, description: 'The scanned form.' })
  scan: Attachment | null;

  @Field(() => Resolution, { nullable: true, description: 'The resolution that signed it.' })
  resolution: Resolution | null;

  @Field(() => String, { nullable: true, description: 'Who recorded a paper signature or resolution.' })
  recordedByName: string | null;
}

@ObjectType({
  description:
    'What changed since the submission before this one (or since the claim): what a signer wants to know first.',
})
export class SubmissionSummary {
  @Field(() => Int, { description: 'Actions of the finding.' })
  actions: number;

  @Field(() => Int, { description: 'Actions done or dropped.' })
  actionsSettled: number;

  @Field(() => Int, { description: 'Progress updates written since.' })
  updates: number;

  @Field(() => Int, { description: 'Pieces of evidence entered since.' })
  evidenceAdded: number;

  @Field(() => Int, { description: 'Pieces of evidence not reviewed yet.' })
  evidencePending: number;

  @Field(() => Fen, { description: 'Recovered since, fen.' })
  recoveredFen: string;

  @Field(() => String, { nullable: true, description: 'Why the submission before this one was returned.' })
  answersReturn: string | null;
}

@ObjectType({
  implements: Node,
  description: 'A request to close a finding or to continue it; its steps are the sign-off chain.',
})
export class Submission extends Node {
  @Field(() => Int, { description: 'Attempt within the cycle, 1-based.' })
  attempt: number;

  @Field(() => SubmissionPurposeEnum, { description: 'Close out or continue.' })
  purpose: string;

  @Field(() => SubmissionOutcomeEnum, { description: 'What became of it.' })
  outcome: string;

  @Field(() => String, { nullable: true, description: 'The submitter’s words.' })
  statement: string | null;

  @Field(() => String, { nullable: true, description: 'To continue: reason.' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'To continue: target.' })
  target: string | null;

  @Field(() => Day, { nullable: true, description: 'To continue: next review.' })
  nextReviewOn: string | null;

  @Field(() => String, { description: 'Who submitted.' })
  submittedByName: string;

  @Field(() => String, { nullable: true, description: 'In which post.' })
  submittedByPost: string | null;

  @Field(() => Instant, { description: 'When.' })
  submittedAt: string;

  @Field(() => Instant, { nullable: true, description: 'When it was decided.' })
  decidedAt: string | null;

  @Field(() => [SignoffStep], { description: 'The chain, in order.' })
  steps: SignoffStep[];

  @Field(() => SignoffStep, { nullable: true, description: 'The step that waits for its signature.' })
  currentStep: SignoffStep | null;

  @Field(() => SubmissionSummary, { description: 'What changed since the submission before.' })
  summary: SubmissionSummary;

  @Field(() => Boolean, {
    description: 'Whether the viewer has opened it: a batch is signed only after each item was opened.',
  })
  openedByMe: boolean;

  @Field(() => Int, { description: 'Calendar days the current step has waited.' })
  daysWaiting: number;

  @Field(() => [SubmissionReview], {
    description: '会审意见 at the office’s step, oldest first; the body reads them once the office has decided.',
  })
  reviews: SubmissionReview[];

  @Field(() => Recheck, {
    nullable: true,
    description: '销号前抽查: the check for which it was drawn before its close-out.',
  })
  sample: Recheck | null;

  @Field(() => Finding, { description: 'Its finding.' })
  finding: Finding;
}

@ObjectType({ implements: Node, description: '批示: an instruction of the secretary.' })
export class Instruction extends Node {
  @Field(() => String, { description: 'The words.' })
  text: string;

  @Field(() => String, { description: 'Who.' })
  byName: string;

  @Field(() => String, { nullable: true, description: 'In which post.' })
  byPost: string | null;

  @Field(() => Instant, { description: 'When.' })
  at: string;
}

export const ResolutionConnection = connectionOf(Resolution, 'Resolution', 'resolutions');
