import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A comment as it was seen.' })
export class CommentInput {
  @Field(() => ID, { description: 'The comment.' })
  commentId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused.' })
  version: number;
}

@InputType({ description: 'An answer to a comment.' })
export class AnswerCommentInput extends CommentInput {
  @Field(() => String, { description: 'The words; personal data in them is masked on the page.' })
  answer: string;
}
