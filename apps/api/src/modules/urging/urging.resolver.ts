import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { readField } from '../../read/reader.ts';
import { loadSheets } from './load-sheets.ts';
import { acknowledgeUrge, sendUrge } from './send-urge.ts';
import {
  AcknowledgeUrgeInput,
  SendUrgeInput,
  UrgeConnection,
  UrgeListArgs,
  UrgePayload,
  UrgeSheet,
} from './urging.type.ts';

/** 催报 */
@Resolver()
export class UrgingResolver {
  @Query(() => [UrgeSheet], {
    description: 'By lead department what is open and what is missing today, of the findings that the viewer may read.',
  })
  urgeSheets(
    @Arg('inspectionId', () => ID, { description: 'Global id of the inspection.' }) inspectionId: string,
    @Ctx() ctx: Context,
  ): Promise<UrgeSheet[]> {
    return loadSheets(ctx, inspectionId);
  }

  @Query(() => UrgeConnection, {
    description: 'Lists that were sent, newest first: to the own department, or of the body.',
  })
  urges(
    @Args(() => UrgeListArgs) _args: UrgeListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Mutation(() => UrgePayload, { description: 'Sends a department what it still owes. Clerk or secretary.' })
  sendUrge(
    @Arg('input', () => SendUrgeInput, { description: 'To whom.' }) input: SendUrgeInput,
    @Ctx() ctx: Context,
  ): Promise<UrgePayload> {
    return answer(async () => ({ urge: ref('Urge', await sendUrge(ctx, input)) }));
  }

  @Mutation(() => UrgePayload, { description: 'Takes note of a list. Head of the department it was sent to.' })
  acknowledgeUrge(
    @Arg('input', () => AcknowledgeUrgeInput, { description: 'Which.' }) input: AcknowledgeUrgeInput,
    @Ctx() ctx: Context,
  ): Promise<UrgePayload> {
    return answer(async () => ({ urge: ref('Urge', await acknowledgeUrge(ctx, input)) }));
  }
}
