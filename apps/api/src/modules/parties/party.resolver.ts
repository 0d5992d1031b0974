import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { FindingPayload } from '../findings/finding.inputs.ts';
import { findingAnswer } from '../findings/finding.resolver.ts';
import { noteParty, removeParty } from './note-party.ts';
import { NotePartyInput, RemovePartyInput } from './party.inputs.ts';

/** 外部单位和人员 */
@Resolver()
export class PartyResolver {
  @Mutation(() => FindingPayload, {
    description: 'Records a company or person outside the body, or changes one. Handler, head, clerk.',
  })
  noteParty(
    @Arg('input', () => NotePartyInput, { description: 'The party.' }) input: NotePartyInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(noteParty(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: 'Takes a party without an outcome back. Handler, head, clerk.' })
  removeParty(
    @Arg('input', () => RemovePartyInput, { description: 'Which.' }) input: RemovePartyInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(removeParty(ctx, input));
  }
}
