import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { FindingPayload, FindingVerbInput } from '../findings/finding.inputs.ts';
import { findingAnswer } from '../findings/finding.resolver.ts';
import type { Finding } from '../findings/finding.type.ts';
import { instruct } from './instruct.ts';
import { recordPaperSignature, recordResolution } from './record-signatures.ts';
import { openSubmission, returnFinding } from './return-finding.ts';
import { reviewSubmission } from './review-submission.ts';
import { sign, signBatch } from './sign-finding.ts';
import {
  InstructInput,
  OpenSubmissionInput,
  RecordPaperSignatureInput,
  RecordResolutionInput,
  ReturnFindingInput,
  ReviewSubmissionInput,
  SignBatchInput,
  SignBatchPayload,
  SignInput,
  SubmissionPayload,
  SubmitForContinuationInput,
  SubmitInput,
} from './signoff.inputs.ts';
import { submit, submitForContinuation, withdraw } from './submit-finding.ts';

const findings = (ids: string[]): Finding[] => ids.map((id) => ref<Finding>('Finding', id));

/** The sign-off: submit, sign, return, resolutions, paper signatures, instructions. */
@Resolver()
export class SignoffResolver {
  @Mutation(() => FindingPayload, {
    description: 'Submits for close-out when the gate is passed. Handler, head of the lead department.',
  })
  submit(
    @Arg('input', () => SubmitInput, { description: 'Which.' }) input: SubmitInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(submit(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: 'Submits for 持续整改. Handler, head of the lead department.' })
  submitForContinuation(
    @Arg('input', () => SubmitForContinuationInput, { description: 'Reason, target, next review.' })
    input: SubmitForContinuationInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(submitForContinuation(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: 'Takes the own submission back before anyone signed.' })
  withdraw(
    @Arg('input', () => FindingVerbInput, { description: 'Which.' }) input: FindingVerbInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(withdraw(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: 'Signs the current step in the viewer’s name.' })
  sign(
    @Arg('input', () => SignInput, { description: 'Which, with an opinion.' }) input: SignInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(sign(ctx, input));
  }

  @Mutation(() => SignBatchPayload, { description: 'Signs several findings, each opened before; all or none.' })
  signBatch(
    @Arg('input', () => SignBatchInput, { description: 'Which.' }) input: SignBatchInput,
    @Ctx() ctx: Context,
  ): Promise<SignBatchPayload> {
    return answer(async () => {
      const ids = await signBatch(ctx, input);
      return { findings: findings(ids), count: ids.length };
    });
  }

  @Mutation(() => FindingPayload, {
    description: '会审: enters what a reviewer says of a close-out that waits for the office. Inspection office.',
  })
  reviewSubmission(
    @Arg('input', () => ReviewSubmissionInput, { description: 'Which, and whose opinion.' })
    input: ReviewSubmissionInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(reviewSubmission(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: '退回 with a written reason. Holder of the current step.' })
  returnFinding(
    @Arg('input', () => ReturnFindingInput, { description: 'Which and why.' }) input: ReturnFindingInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(returnFinding(ctx, input));
  }

  @Mutation(() => SubmissionPayload, {
    description: 'Notes that the viewer has opened a submission; a batch asks for it.',
  })
  openSubmission(
    @Arg('input', () => OpenSubmissionInput, { description: 'Which.' }) input: OpenSubmissionInput,
    @Ctx() ctx: Context,
  ): Promise<SubmissionPayload> {
    return answer(async () => ({ submission: ref('Submission', await openSubmission(ctx, input)) }));
  }

  @Mutation(() => FindingPayload, { description: 'Records a signature given on paper, with the scanned form. Clerk.' })
  recordPaperSignature(
    @Arg('input', () => RecordPaperSignatureInput, { description: 'Who signed when.' })
    input: RecordPaperSignatureInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(recordPaperSignature(ctx, input));
  }

  @Mutation(() => SignBatchPayload, {
    description: 'Records a meeting’s resolution as the signature of several findings; all or none. Clerk, secretary.',
  })
  recordResolution(
    @Arg('input', () => RecordResolutionInput, { description: 'The meeting and the findings.' })
    input: RecordResolutionInput,
    @Ctx() ctx: Context,
  ): Promise<SignBatchPayload> {
    return answer(async () => {
      const { resolutionId, findingIds } = await recordResolution(ctx, input);
      return { findings: findings(findingIds), resolution: ref('Resolution', resolutionId), count: findingIds.length };
    });
  }

  @Mutation(() => FindingPayload, { description: '批示 on a finding. Secretary.' })
  instruct(
    @Arg('input', () => InstructInput, { description: 'The words.' }) input: InstructInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(instruct(ctx, input));
  }
}
