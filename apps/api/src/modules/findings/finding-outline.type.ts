import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node } from '../../graphql/connection.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { FindingStateEnum, ResultEnum } from '../../graphql/vocabulary.ts';
import { Body } from '../bodies/body.type.ts';
import { Aspect } from '../rounds/round.type.ts';

@ObjectType({
  implements: Node,
  description: 'Number, title and state of a finding: what may be seen of those that are not one’s own.',
})
export class FindingOutline extends Node {
  @Field(() => Int, { description: 'Number in the inspection’s list.' })
  seq: number;

  @Field(() => String, { description: 'Human reference.' })
  refNo: string;

  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => FindingStateEnum, { description: 'Workflow state.' })
  state: string;

  @Field(() => ResultEnum, { description: 'Published result.' })
  result: string;

  @Field(() => Aspect, { nullable: true, description: 'Aspect.' })
  aspect: Aspect | null;

  @Field(() => Day, { nullable: true, description: 'Due day.' })
  dueOn: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was closed.' })
  closedAt: string | null;

  @Field(() => Body, { description: 'Its body.' })
  body: Body;
}

export const FindingOutlineConnection = connectionOf(FindingOutline, 'FindingOutline', 'outlines of findings');
