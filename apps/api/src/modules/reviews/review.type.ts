import { REVIEW_OPINIONS, REVIEWERS, type Reviewer, type ReviewOpinion } from '@closeout/domain';
import { Field, InputType, ObjectType, type ClassType } from 'type-graphql';
import { Node } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { Instant } from '../../graphql/scalars.ts';
import { column } from '../../read/model.ts';

export const ReviewerEnum = enumOf('Reviewer', 'Who takes part in a review of the office.', REVIEWERS, {
  ORGANISATION: '组织部',
  PUBLICITY: '宣传部',
  DISCIPLINE: '纪委监督检查室',
  OTHER: 'Another, by its name.',
});
export const ReviewOpinionEnum = enumOf('ReviewOpinion', 'What a reviewer says.', REVIEW_OPINIONS, {
  AGREE: '同意',
  COMMENTS: 'Has comments, in words.',
});

@ObjectType()
abstract class Review extends Node {
  @Field(() => ReviewerEnum, { description: 'Who.' })
  reviewer: string;

  @Field(() => String, { nullable: true, description: 'The name of another reviewer.' })
  name: string | null;

  @Field(() => ReviewOpinionEnum, { description: 'Agrees, or has comments.' })
  opinion: string;

  @Field(() => String, { nullable: true, description: 'Its words.' })
  text: string | null;

  @Field(() => String, { description: 'Who of the office entered it.' })
  enteredByName: string;

  @Field(() => String, { nullable: true, description: 'In which post.' })
  enteredByPost: string | null;

  @Field(() => Instant, { description: 'When.' })
  enteredAt: string;
}

@ObjectType({ implements: Node, description: '会审意见: what a reviewer of the office says of a filed plan.' })
export class FilingReview extends Review {}

@ObjectType({
  implements: Node,
  description: '会审意见: what a reviewer of the office says of a close-out that waits for its signature.',
})
export class SubmissionReview extends Review {}

/** What the read models of both have in common. */
export const reviewFields = {
  reviewer: column('reviewer', 'STATISTICS'),
  name: column('name', 'STATISTICS'),
  opinion: column('opinion', 'STATISTICS'),
  text: column('text', 'TEXT'),
  enteredByName: column('entered_by_name', 'NAMES'),
  enteredByPost: column('entered_by_post', 'STATISTICS'),
  enteredAt: column('entered_at', 'STATISTICS'),
};

/** An input that says of a record what a reviewer says of it. */
export function withReview<T extends ClassType<object>>(Base: T) {
  @InputType()
  abstract class ReviewInput extends Base {
    @Field(() => ReviewerEnum, { description: 'Who.' })
    reviewer: Reviewer;

    @Field(() => String, { nullable: true, description: 'The name of another reviewer; required for OTHER.' })
    name?: string | null;

    @Field(() => ReviewOpinionEnum, { description: 'Agrees, or has comments.' })
    opinion: ReviewOpinion;

    @Field(() => String, { nullable: true, description: 'Its words; required for comments.' })
    text?: string | null;
  }
  return ReviewInput;
}
