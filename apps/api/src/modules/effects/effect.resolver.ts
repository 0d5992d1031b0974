import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { FindingPayload } from '../findings/finding.inputs.ts';
import { findingAnswer } from '../findings/finding.resolver.ts';
import { InspectionPayload } from '../rounds/round.inputs.ts';
import { inspectionAnswer } from '../rounds/round.resolver.ts';
import { assessEffect } from './assess-effect.ts';
import { AssessEffectInput, WriteEffectInput } from './effect.inputs.ts';
import { writeEffect } from './write-effect.ts';

/** 整改成效 and 成效评估 */
@Resolver()
export class EffectResolver {
  @Mutation(() => FindingPayload, {
    description: 'Writes what came of a finding’s rectification; earlier versions stay. Handler, head, clerk.',
  })
  writeEffect(
    @Arg('input', () => WriteEffectInput, { description: 'The text.' }) input: WriteEffectInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(writeEffect(ctx, input));
  }

  @Mutation(() => InspectionPayload, {
    description: 'Enters an assessment of an inspection’s effects. Inspection office of its round.',
  })
  assessEffect(
    @Arg('input', () => AssessEffectInput, { description: 'The assessment.' }) input: AssessEffectInput,
    @Ctx() ctx: Context,
  ): Promise<InspectionPayload> {
    return inspectionAnswer(assessEffect(ctx, input));
  }
}
