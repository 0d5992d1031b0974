import { DomainError } from '@closeout/domain';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { ref } from '../../graphql/ref.ts';
import { FindingPayload } from '../findings/finding.inputs.ts';
import { findingAnswer } from '../findings/finding.resolver.ts';
import type { Finding } from '../findings/finding.type.ts';
import { noteRepeat, removeRepeat } from './note-repeat.ts';
import { NoteRepeatInput, RemoveRepeatInput } from './repeat.inputs.ts';
import { RepeatSuggestion } from './repeat.type.ts';
import { repeatSuggestions } from './suggest-repeats.ts';

/** 重复问题 */
@Resolver()
export class RepeatResolver {
  @Query(() => [RepeatSuggestion], {
    description:
      'Up to five earlier findings of the same body with much the same words; empty when absent or invisible.',
  })
  async repeatSuggestions(
    @Arg('findingId', () => ID, { description: 'Global id of the finding.' }) findingId: string,
    @Ctx() ctx: Context,
  ): Promise<RepeatSuggestion[]> {
    try {
      const found = await repeatSuggestions(ctx, findingId);
      return found.map(({ id, ...one }) => ({ ...one, finding: ref<Finding>('Finding', id) }));
    } catch (error) {
      if (error instanceof DomainError) return [];
      throw error;
    }
  }

  @Mutation(() => FindingPayload, {
    description: 'Notes that a finding repeats an earlier one. Clerk, discipline group.',
  })
  noteRepeat(
    @Arg('input', () => NoteRepeatInput, { description: 'The note.' }) input: NoteRepeatInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(noteRepeat(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: 'Takes such a note back. Clerk, discipline group.' })
  removeRepeat(
    @Arg('input', () => RemoveRepeatInput, { description: 'Which.' }) input: RemoveRepeatInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(removeRepeat(ctx, input));
  }
}
