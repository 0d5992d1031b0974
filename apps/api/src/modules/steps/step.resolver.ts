import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { InspectionPayload } from '../rounds/round.inputs.ts';
import { inspectionAnswer } from '../rounds/round.resolver.ts';
import { recordStep } from './record-step.ts';
import { RecordStepInput } from './step.inputs.ts';

/** 规定动作 */
@Resolver()
export class StepResolver {
  @Mutation(() => InspectionPayload, {
    description: 'Records that a prescribed step was done, or that it was not after all. Clerk, secretary.',
  })
  recordStep(
    @Arg('input', () => RecordStepInput, { description: 'The step.' }) input: RecordStepInput,
    @Ctx() ctx: Context,
  ): Promise<InspectionPayload> {
    return inspectionAnswer(recordStep(ctx, input));
  }
}
