import type { RecommendationState, ReferralKind, ReferralReceiver } from '@closeout/domain';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Day } from '../../graphql/scalars.ts';
import { RecommendationStateEnum, ReferralKindEnum, ReferralReceiverEnum } from './recommendation.type.ts';

@InputType({ description: 'A recommendation of the feedback: a new one, or one that is there. Null clears.' })
export class SaveRecommendationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId: string;

  @Field(() => ID, { nullable: true, description: 'The one to change; absent for a new one.' })
  recommendationId?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was seen; required to change one.' })
  version?: number | null;

  @Field(() => String, { description: 'Its words.' })
  text: string;

  @Field(() => ID, { nullable: true, description: 'The responsible post, of the inspected body.' })
  postId?: string | null;

  @Field(() => RecommendationStateEnum, { nullable: true, description: 'Where it stands; OPEN when absent.' })
  state?: RecommendationState | null;

  @Field(() => String, { nullable: true, description: 'What was answered, or is being done.' })
  answer?: string | null;

  @Field(() => Day, { nullable: true, description: 'When it was answered: with ANSWERED only, not later than today.' })
  answeredOn?: string | null;
}

@InputType({ description: 'A recommendation that was entered by mistake.' })
export class RemoveRecommendationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId: string;

  @Field(() => ID, { description: 'The recommendation: not answered.' })
  recommendationId: string;
}

@InputType({ description: 'How many matters of one kind were referred to one receiver: a count, never what they are.' })
export class CountReferralsInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId: string;

  @Field(() => ReferralKindEnum, { description: 'Kind.' })
  kind: ReferralKind;

  @Field(() => ReferralReceiverEnum, { description: 'Receiver.' })
  receiver: ReferralReceiver;

  @Field(() => Int, { description: 'How many in all; 0 takes the count back.' })
  count: number;

  @Field(() => Int, { description: 'The version that was seen, 0 for a new count; a stale one is refused.' })
  version: number;
}
