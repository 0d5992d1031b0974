import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { readField } from '../../read/reader.ts';
import { decideSight, openSight, requestSight, withdrawSight } from './change-sight.ts';
import {
  DecideSightInput,
  OpenSightInput,
  OpenSightPayload,
  RequestSightInput,
  SightInput,
  SightPayload,
} from './sight.inputs.ts';
import { SightConnection, SightListArgs } from './sight.type.ts';

const sightAnswer = (work: Promise<string>): Promise<SightPayload> =>
  answer(async () => ({ sight: ref('Sight', await work) }));

/** 下钻查阅: findings that a body shows to the office for a time. */
@Resolver()
export class SightResolver {
  @Query(() => SightConnection, { description: 'Requests for sight, the newest first.' })
  sights(
    @Args(() => SightListArgs) _args: SightListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Mutation(() => SightPayload, { description: 'Asks to see findings of a body, with a reason. Inspection office.' })
  requestSight(
    @Arg('input', () => RequestSightInput, { description: 'Which, and why.' }) input: RequestSightInput,
    @Ctx() ctx: Context,
  ): Promise<SightPayload> {
    return sightAnswer(requestSight(ctx, input));
  }

  @Mutation(() => SightPayload, { description: 'Grants sight from today for a time, or refuses. Secretary.' })
  decideSight(
    @Arg('input', () => DecideSightInput, { description: 'The decision.' }) input: DecideSightInput,
    @Ctx() ctx: Context,
  ): Promise<SightPayload> {
    return sightAnswer(decideSight(ctx, input));
  }

  @Mutation(() => SightPayload, {
    description: 'Ends sight with the next request. Secretary, or the office that asked.',
  })
  withdrawSight(
    @Arg('input', () => SightInput, { description: 'Which.' }) input: SightInput,
    @Ctx() ctx: Context,
  ): Promise<SightPayload> {
    return sightAnswer(withdrawSight(ctx, input));
  }

  @Mutation(() => OpenSightPayload, {
    description:
      'Opens one finding under running sight: from then on this person reads it until the end of the day. Each opening is an entry of the audit trail. Restricted talks stay closed. Inspection office.',
  })
  openSight(
    @Arg('input', () => OpenSightInput, { description: 'Which.' }) input: OpenSightInput,
    @Ctx() ctx: Context,
  ): Promise<OpenSightPayload> {
    return answer(async () => ({ finding: ref('Finding', await openSight(ctx, input)) }));
  }
}
