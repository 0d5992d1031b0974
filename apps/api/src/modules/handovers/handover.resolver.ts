import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { readField } from '../../read/reader.ts';
import { acknowledgeHandover } from './acknowledge-handover.ts';
import {
  AcknowledgeHandoverInput,
  CancelHandoverInput,
  Handover,
  HandoverConnection,
  HandoverListArgs,
  HandoverPayload,
  StartHandoverInput,
} from './handover.type.ts';
import { cancelHandover, startHandover } from './start-handover.ts';

const handoverAnswer = (work: Promise<string>): Promise<HandoverPayload> =>
  answer(async () => ({ handover: ref('Handover', await work) }));

/** 交接 */
@Resolver()
export class HandoverResolver {
  @Query(() => HandoverConnection, {
    description:
      'Handovers, newest first: the viewer’s own, those of his body for secretary and clerk, all for who keeps posts.',
  })
  handovers(
    @Args(() => HandoverListArgs) _args: HandoverListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => Handover, { nullable: true, description: 'One handover; null when absent or invisible.' })
  handover(
    @Arg('id', () => ID, { description: 'Global id.' }) _id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Mutation(() => HandoverPayload, {
    description: 'Starts the handover of a post: nothing moves before both have acknowledged. System administrator.',
  })
  startHandover(
    @Arg('input', () => StartHandoverInput, { description: 'Which post, to whom, why.' }) input: StartHandoverInput,
    @Ctx() ctx: Context,
  ): Promise<HandoverPayload> {
    return handoverAnswer(startHandover(ctx, input));
  }

  @Mutation(() => HandoverPayload, {
    description:
      'Acknowledges the list; the second acknowledgement of the same list passes post and items on. The two people; for one who is gone the secretary, for the secretary the system administrator.',
  })
  acknowledgeHandover(
    @Arg('input', () => AcknowledgeHandoverInput, { description: 'Which list.' }) input: AcknowledgeHandoverInput,
    @Ctx() ctx: Context,
  ): Promise<HandoverPayload> {
    return handoverAnswer(acknowledgeHandover(ctx, input));
  }

  @Mutation(() => HandoverPayload, {
    description: 'Cancels an open handover; nothing has moved. System administrator.',
  })
  cancelHandover(
    @Arg('input', () => CancelHandoverInput, { description: 'Which.' }) input: CancelHandoverInput,
    @Ctx() ctx: Context,
  ): Promise<HandoverPayload> {
    return handoverAnswer(cancelHandover(ctx, input));
  }
}
