import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { Day } from '../../graphql/scalars.ts';
import { FindingVerbInput } from '../findings/finding.inputs.ts';
import { Finding } from '../findings/finding.type.ts';
import { withReview } from '../reviews/review.type.ts';
import { Resolution, Submission } from './signoff.type.ts';

@InputType({ description: 'Submits a finding for close-out.' })
export class SubmitInput extends FindingVerbInput {
  @Field(() => String, { nullable: true, description: 'What the submitter says about it.' })
  statement?: string | null;
}

@InputType({ description: 'Submits a finding for 持续整改.' })
export class SubmitForContinuationInput extends SubmitInput {
  @Field(() => String, { description: 'Why it continues.' })
  reason: string;

  @Field(() => String, { description: 'What is to be reached.' })
  target: string;

  @Field(() => Day, { description: 'Next review; after today.' })
  nextReviewOn: string;
}

@InputType({ description: 'Signs the current step.' })
export class SignInput extends FindingVerbInput {
  @Field(() => String, { nullable: true, description: 'Opinion.' })
  opinion?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Accepts, with the signature, all evidence not reviewed yet that the signer did not enter.',
  })
  acceptEvidence?: boolean | null;
}

@InputType({ description: 'What a reviewer of the office says of a close-out.' })
export class ReviewSubmissionInput extends withReview(FindingVerbInput) {}

@InputType({ description: 'Signs several findings at once; each must have been opened by the signer.' })
export class SignBatchInput {
  @Field(() => [FindingVerbInput], { description: 'Which, at most 100.' })
  items: FindingVerbInput[];

  @Field(() => String, { nullable: true, description: 'Opinion under each.' })
  opinion?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'As in sign.' })
  acceptEvidence?: boolean | null;
}

@InputType({ description: '退回' })
export class ReturnFindingInput extends FindingVerbInput {
  @Field(() => String, { description: 'The written reason; required.' })
  reason: string;
}

@InputType({ description: 'A signature given on paper for the current step.' })
export class RecordPaperSignatureInput extends FindingVerbInput {
  @Field(() => ID, { description: 'Person who signed on paper: a holder of the current step.' })
  signerId: string;

  @Field(() => Day, { description: 'Day on the paper; not after today.' })
  signedOn: string;

  @Field(() => String, { nullable: true, description: 'Opinion on the paper.' })
  opinion?: string | null;

  @Field(() => ID, { description: 'The scanned form: an attachment of this finding with the purpose SIGNED_FORM.' })
  scanId: string;
}

@InputType({ description: 'A meeting’s resolution as the signature of several findings.' })
export class RecordResolutionInput {
  @Field(() => ID, {
    description: 'The meeting: a piece of evidence of the same body, with its minutes or resolution attached.',
  })
  meetingId: string;

  @Field(() => [FindingVerbInput], {
    description: 'The findings it signs, at most 100; each waits for the secretary or for a resolution.',
  })
  items: FindingVerbInput[];

  @Field(() => String, { description: 'The resolution in words.' })
  text: string;
}

@InputType({ description: '批示' })
export class InstructInput {
  @Field(() => ID, { description: 'Global id of the finding.' })
  findingId: string;

  @Field(() => String, { description: 'The words.' })
  text: string;
}

@InputType({ description: 'Notes that the viewer has opened a submission.' })
export class OpenSubmissionInput {
  @Field(() => ID, { description: 'Global id of the submission.' })
  submissionId: string;
}

@ObjectType({ description: 'The submission, or why it was refused.' })
export class SubmissionPayload {
  @Field(() => Submission, { nullable: true, description: 'The submission.' })
  submission?: Submission | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@ObjectType({
  description: 'All findings that were signed, or why none was: a batch is carried out whole or not at all.',
})
export class SignBatchPayload {
  @Field(() => [Finding], { nullable: true, description: 'The findings after the signature.' })
  findings?: Finding[] | null;

  @Field(() => Resolution, { nullable: true, description: 'The resolution, where one signed.' })
  resolution?: Resolution | null;

  @Field(() => Int, { nullable: true, description: 'How many were signed.' })
  count?: number | null;

  @Field(() => [UserError], { description: 'Refusals, `field` names the item (items.2); empty when carried out.' })
  userErrors: UserError[];
}
