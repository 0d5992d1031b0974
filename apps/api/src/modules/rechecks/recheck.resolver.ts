import { DomainError, type DrawStage } from '@closeout/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { readField } from '../../read/reader.ts';
import { FindingPayload } from '../findings/finding.inputs.ts';
import { findingAnswer } from '../findings/finding.resolver.ts';
import { countCandidates, drawRecheck } from './draw-recheck.ts';
import { giveOpinion } from './give-opinion.ts';
import {
  DrawRecheckInput,
  GiveOpinionInput,
  RecheckDrawPayload,
  RecordRecheckInput,
  ReopenInput,
} from './recheck.inputs.ts';
import { DrawStageEnum, RecheckDrawConnection, RecheckDrawListArgs } from './recheck.type.ts';
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

  @Query(() => Int, {
    nullable: true,
    description: 'How many findings of an inspection a draw would be made from; null where the viewer may not draw.',
  })
  async recheckPopulation(
    @Arg('inspectionId', () => ID, { description: 'The inspection.' }) inspectionId: string,
    @Arg('stage', () => DrawStageEnum, { description: 'Among which.' }) stage: DrawStage,
    @Ctx() ctx: Context,
  ): Promise<number | null> {
    try {
      return await countCandidates(ctx, inspectionId, stage);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
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
    description:
      'Draws findings for a check, repeatable from seed and day: closed ones (discipline group, office), or what waits to be closed (discipline group).',
  })
  drawRecheck(
    @Arg('input', () => DrawRecheckInput, { description: 'Seed and size.' }) input: DrawRecheckInput,
    @Ctx() ctx: Context,
  ): Promise<RecheckDrawPayload> {
    return drawAnswer(drawRecheck(ctx, input));
  }

  @Mutation(() => RecheckDrawPayload, {
    description:
      'Records what a check found; a failed one reopens a closed finding and returns one under review. Those who drew it.',
  })
  recordRecheck(
    @Arg('input', () => RecordRecheckInput, { description: 'The outcome.' }) input: RecordRecheckInput,
    @Ctx() ctx: Context,
  ): Promise<RecheckDrawPayload> {
    return drawAnswer(recordRecheck(ctx, input));
  }
}
