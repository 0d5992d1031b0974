import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node, PageArgs } from '../../graphql/connection.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { CommentReasonEnum, CommentStateEnum, CommentVerbEnum } from './comment-vocabulary.ts';

@ObjectType({ description: 'What the viewer may do with a comment now, or why not yet.' })
export class CommentTransition {
  @Field(() => CommentVerbEnum, { description: 'The verb.' })
  verb: string;

  @Field(() => CommentStateEnum, { description: 'The state it leads to.' })
  to: string;

  @Field(() => Boolean, { description: 'Whether it would be carried out.' })
  allowed: boolean;

  @Field(() => CommentReasonEnum, { nullable: true, description: 'Why not.' })
  reason: string | null;
}

@ObjectType({
  implements: Node,
  description: '留言: what the public left on an item. No token reads it; it is in no export and in no feed.',
})
class PublicationComment extends Node {
  @Field(() => Int, { description: 'Number of the item.' })
  item: number;

  @Field(() => String, { description: 'Its words, personal data masked.' })
  text: string;

  @Field(() => Int, { description: 'How many personal data are masked in it.' })
  masked: number;

  @Field(() => Instant, { description: 'When it was left.' })
  receivedAt: string;

  @Field(() => CommentStateEnum, { description: 'Where it stands.' })
  state: string;

  @Field(() => Day, {
    nullable: true,
    description: 'Working day by which it is to be answered; null when none is owed.',
  })
  replyDueOn: string | null;

  @Field(() => Boolean, { description: 'Whether that day is over.' })
  overdue: boolean;

  @Field(() => String, { nullable: true, description: 'The answer as it was written.' })
  answer: string | null;

  @Field(() => String, { nullable: true, description: 'The answer as it stands or would stand on the page, masked.' })
  publicAnswer: string | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  answeredByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  answeredAt: string | null;

  @Field(() => String, { nullable: true, description: 'Who released it.' })
  releasedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'Since when it is public.' })
  releasedAt: string | null;

  @Field(() => [CommentTransition], { description: 'Verbs that are legal now.' })
  transitions: CommentTransition[];

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;
}

export const PublicationCommentConnection = connectionOf(PublicationComment, 'PublicationComment', 'comments');

@InputType({ description: 'Which comments; absent fields do not filter.' })
export class PublicationCommentFilter {
  @Field(() => ID, { nullable: true, description: 'On this public text.' })
  publicationId?: string | null;

  @Field(() => [CommentStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: string[] | null;
}

@ArgsType()
export class PublicationCommentListArgs extends PageArgs {
  @Field(() => PublicationCommentFilter, { nullable: true, description: 'Which comments.' })
  filter?: PublicationCommentFilter | null;
}
