import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NoticeKindEnum, NoticeStepReasonEnum } from './notice-vocabulary.ts';

@ObjectType({ description: 'One step of the ladder for one body in one round.' })
export class NoticeStep {
  @Field(() => NoticeKindEnum, { description: 'The step.' })
  kind: string;

  @Field(() => Boolean, { description: 'Whether it may be sent without a reason for skipping.' })
  open: boolean;

  @Field(() => NoticeStepReasonEnum, { nullable: true, description: 'Why not.' })
  reason: string | null;

  @Field(() => [ID], { description: 'Unanswered notices of the step below: the new one follows one of them.' })
  follows: string[];
}

@ObjectType({ description: 'Notices of one kind in a round.' })
export class NoticeCount {
  @Field(() => NoticeKindEnum, { description: 'The kind.' })
  kind: string;

  @Field(() => Int, { description: 'All that were sent, withdrawn ones too.' })
  sent: number;

  @Field(() => Int, { description: 'Whose reply is outstanding.' })
  awaiting: number;

  @Field(() => Int, { description: 'Of these, past the day of the reply.' })
  overdue: number;

  @Field(() => Int, { description: 'Replied, not decided by the office.' })
  replied: number;

  @Field(() => Int, { description: 'With an accepted reply.' })
  accepted: number;

  @Field(() => Int, { description: 'Withdrawn.' })
  withdrawn: number;
}
