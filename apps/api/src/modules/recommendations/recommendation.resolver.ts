import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { InspectionPayload } from '../rounds/round.inputs.ts';
import { inspectionAnswer } from '../rounds/round.resolver.ts';
import { countReferrals } from './count-referrals.ts';
import { CountReferralsInput, RemoveRecommendationInput, SaveRecommendationInput } from './recommendation.inputs.ts';
import { removeRecommendation, saveRecommendation } from './save-recommendation.ts';

/** 意见建议 and 移交事项 */
@Resolver()
export class RecommendationResolver {
  @Mutation(() => InspectionPayload, {
    description: 'Enters a recommendation of the feedback, or its answer. Clerk, secretary.',
  })
  saveRecommendation(
    @Arg('input', () => SaveRecommendationInput, { description: 'The recommendation.' })
    input: SaveRecommendationInput,
    @Ctx() ctx: Context,
  ): Promise<InspectionPayload> {
    return inspectionAnswer(saveRecommendation(ctx, input));
  }

  @Mutation(() => InspectionPayload, {
    description: 'Takes a recommendation back that is not answered. Clerk, secretary.',
  })
  removeRecommendation(
    @Arg('input', () => RemoveRecommendationInput, { description: 'Which.' }) input: RemoveRecommendationInput,
    @Ctx() ctx: Context,
  ): Promise<InspectionPayload> {
    return inspectionAnswer(removeRecommendation(ctx, input));
  }

  @Mutation(() => InspectionPayload, {
    description: 'Keeps how many matters were referred, by kind and receiver; never what they are. Clerk, secretary.',
  })
  countReferrals(
    @Arg('input', () => CountReferralsInput, { description: 'The count.' }) input: CountReferralsInput,
    @Ctx() ctx: Context,
  ): Promise<InspectionPayload> {
    return inspectionAnswer(countReferrals(ctx, input));
  }
}
