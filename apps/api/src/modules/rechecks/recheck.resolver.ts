import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { readField } from '../../read/reader.ts';
import { FindingPayload } from '../findings/finding.inputs.ts';
import { findingAnswer } from '../findings/finding.resolver.ts';
import { drawRecheck } from './draw-recheck.ts';
import { giveOpinion } from './give-opinion.ts';
import {
  DrawRecheckInput,
  GiveOpinionInput,
  RecheckDrawPayload,
  RecordRecheckInput,
  ReopenInput,
} from './recheck.inputs.ts';
import { RecheckDrawConnection, RecheckDrawListArgs } from './recheck.type.ts';
import { recordRecheck } from './record-recheck.ts';
import { reopen } from './reopen-finding.ts';

const drawAnswer = (work: Promise<string>): Promise<RecheckDrawPayload> =>
  answer(async () => ({ draw: ref('RecheckDraw', await work) }));

/** After the close-out: opinions beside the chain, re-checks, reopening. */
@Resolver()
export class RecheckResolver {
  @Query(() => RecheckDrawConnection, { description: 'Draws of re-checks over bodies within the viewer’s reach.' })
  recheckDraws(
    @Args(() => RecheckDrawListArgs) _args: RecheckDrawListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Mutation(() => FindingPayload, { description: '重启: reopens a closed finding as a new cycle. Secretary.' })
  reopen(
    @Arg('input', () => ReopenInput, { description: 'Why, and until when.' }) input: ReopenInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(reopen(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: '监督意见 beside the chain. Discipline group.' })
  giveOpinion(
    @Arg('input', () => GiveOpinionInput, { description: 'The opinion.' }) input: GiveOpinionInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(giveOpinion(ctx, input));
  }

  @Mutation(() => RecheckDrawPayload, {
    description: 'Draws closed findings for a re-check, repeatable from seed and day. Discipline group, office.',
  })
  drawRecheck(
    @Arg('input', () => DrawRecheckInput, { description: 'Seed and size.' }) input: DrawRecheckInput,
    @Ctx() ctx: Context,
  ): Promise<RecheckDrawPayload> {
    return drawAnswer(drawRecheck(ctx, input));
  }

  @Mutation(() => RecheckDrawPayload, {
    description: 'Records what a re-check found; a failed one reopens the finding. Those who drew it.',
  })
  recordRecheck(
    @Arg('input', () => RecordRecheckInput, { description: 'The outcome.' }) input: RecordRecheckInput,
    @Ctx() ctx: Context,
  ): Promise<RecheckDrawPayload> {
    return drawAnswer(recordRecheck(ctx, input));
  }
}
