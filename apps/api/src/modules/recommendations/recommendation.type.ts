import { RECOMMENDATION_STATES, REFERRAL_KINDS, REFERRAL_RECEIVERS } from '@closeout/domain';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { Post } from '../people/post.type.ts';

export const RecommendationStateEnum = enumOf(
  'RecommendationState',
  'Where the answer to a recommendation stands.',
  RECOMMENDATION_STATES,
  { OPEN: '未办理', UNDER_WAY: '办理中', ANSWERED: '已答复' },
);
export const ReferralKindEnum = enumOf('ReferralKind', 'What was referred, by kind alone.', REFERRAL_KINDS, {
  LEADS: '问题线索',
  PETITIONS: '信访件',
  OTHER: '其他事项',
});
export const ReferralReceiverEnum = enumOf('ReferralReceiver', 'To whom it was referred.', REFERRAL_RECEIVERS, {
  DISCIPLINE: '纪检监察机关',
  ORGANIZATION: '组织部门',
  POLITICAL_LEGAL: '政法机关',
  AUTHORITY: '主管部门',
  OTHER: '其他单位',
});

@ObjectType({ implements: Node, description: '意见建议 of the feedback, which must be answered too.' })
export class Recommendation extends Node {
  @Field(() => Int, { description: 'Number within the feedback, 1-based.' })
  number: number;

  @Field(() => String, { description: 'Its words.' })
  text: string;

  @Field(() => Post, { nullable: true, description: 'The responsible post.' })
  post: Post | null;

  @Field(() => RecommendationStateEnum, { description: 'Where it stands.' })
  state: string;

  @Field(() => String, { nullable: true, description: 'What was answered, or is being done.' })
  answer: string | null;

  @Field(() => Day, { nullable: true, description: 'When it was answered.' })
  answeredOn: string | null;

  @Field(() => Boolean, { description: 'Whether it could be taken back: not answered.' })
  removable: boolean;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;

  @Field(() => Instant, { description: 'Last change.' })
  updatedAt: string;

  @Field(() => String, { description: 'Who changed it last.' })
  updatedByName: string;
}

@ObjectType({ description: 'Recommendations of an inspection by state: what an office may see.' })
export class RecommendationCount {
  @Field(() => RecommendationStateEnum, { description: 'State.' })
  state: string;

  @Field(() => Int, { description: 'How many; zeros are printed.' })
  count: number;
}

@ObjectType({ description: '移交事项: how many of one kind went to one receiver. What was referred is not kept.' })
export class ReferralCount {
  @Field(() => ReferralKindEnum, { description: 'Kind.' })
  kind: string;

  @Field(() => ReferralReceiverEnum, { description: 'Receiver.' })
  receiver: string;

  @Field(() => Int, { description: 'How many.' })
  count: number;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;
}
