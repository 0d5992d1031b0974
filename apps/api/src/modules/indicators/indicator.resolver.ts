import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { FindingPayload } from '../findings/finding.inputs.ts';
import { findingAnswer } from '../findings/finding.resolver.ts';
import { AddIndicatorReadingInput, NoteIndicatorInput, RemoveIndicatorInput } from './indicator.inputs.ts';
import { addIndicatorReading, noteIndicator, removeIndicator } from './note-indicator.ts';

/** 指标 */
@Resolver()
export class IndicatorResolver {
  @Mutation(() => FindingPayload, {
    description: 'Names an indicator of a finding with its baseline, or changes one. Handler, head, clerk.',
  })
  noteIndicator(
    @Arg('input', () => NoteIndicatorInput, { description: 'The indicator.' }) input: NoteIndicatorInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(noteIndicator(ctx, input));
  }

  @Mutation(() => FindingPayload, {
    description: 'Adds a value of an indicator; earlier ones stay. Handler, head, clerk.',
  })
  addIndicatorReading(
    @Arg('input', () => AddIndicatorReadingInput, { description: 'The value.' }) input: AddIndicatorReadingInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(addIndicatorReading(ctx, input));
  }

  @Mutation(() => FindingPayload, {
    description: 'Takes an indicator without values after its baseline back. Handler, head, clerk.',
  })
  removeIndicator(
    @Arg('input', () => RemoveIndicatorInput, { description: 'Which.' }) input: RemoveIndicatorInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(removeIndicator(ctx, input));
  }
}
