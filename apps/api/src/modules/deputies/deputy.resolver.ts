import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { readField } from '../../read/reader.ts';
import { appointDeputy } from './appoint-deputy.ts';
import { confirmDeputy, endDeputy } from './decide-deputy.ts';
import { deputisedPosts } from './deputised-posts.ts';
import { AppointDeputyInput, ConfirmDeputyInput, DeputationPayload, EndDeputyInput } from './deputy.inputs.ts';
import { DeputationConnection, DeputationListArgs, DeputisedPost } from './deputy.type.ts';

const deputationAnswer = (work: Promise<string>): Promise<DeputationPayload> =>
  answer(async () => ({ deputation: ref('Deputation', await work) }));

/** 代签 */
@Resolver()
export class DeputyResolver {
  @Query(() => DeputationConnection, {
    description: 'Deputations, newest first: the viewer’s own, and those of bodies whose findings he reads all.',
  })
  deputations(
    @Args(() => DeputationListArgs) _args: DeputationListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => [DeputisedPost], {
    description:
      'Roles for which the viewer may appoint a deputy: his own, and for the secretary those of his body; else empty.',
  })
  deputisedPosts(@Ctx() ctx: Context): Promise<DeputisedPost[]> {
    return deputisedPosts(ctx);
  }

  @Mutation(() => DeputationPayload, {
    description:
      'Appoints a deputy, to be confirmed by the secretary, or by the deputy where the secretary appoints. Head, leader, secretary.',
  })
  appointDeputy(
    @Arg('input', () => AppointDeputyInput, { description: 'For what, who, when.' }) input: AppointDeputyInput,
    @Ctx() ctx: Context,
  ): Promise<DeputationPayload> {
    return deputationAnswer(appointDeputy(ctx, input));
  }

  @Mutation(() => DeputationPayload, {
    description: 'Confirms a deputation, or declines it with the reason. Secretary, or the deputy.',
  })
  confirmDeputy(
    @Arg('input', () => ConfirmDeputyInput, { description: 'The decision.' }) input: ConfirmDeputyInput,
    @Ctx() ctx: Context,
  ): Promise<DeputationPayload> {
    return deputationAnswer(confirmDeputy(ctx, input));
  }

  @Mutation(() => DeputationPayload, {
    description: 'Ends a deputation at once. The two people, who appointed, the secretary.',
  })
  endDeputy(
    @Arg('input', () => EndDeputyInput, { description: 'Which.' }) input: EndDeputyInput,
    @Ctx() ctx: Context,
  ): Promise<DeputationPayload> {
    return deputationAnswer(endDeputy(ctx, input));
  }
}
