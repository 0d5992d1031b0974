import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node, PageArgs } from '../../graphql/connection.ts';
import { Missing, UserError } from '../../graphql/errors.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { FindingStateEnum, UrgencyEnum } from '../../graphql/vocabulary.ts';
import { Body, Department } from '../bodies/body.type.ts';
import { WarningColourEnum } from '../warnings/warning.type.ts';

@ObjectType({ description: 'One open finding of a 催报单, as it stood when the list was made.' })
export class UrgeLine {
  @Field(() => ID, { description: 'Global id of the finding.' })
  findingId: string;

  @Field(() => Int, { description: 'Number in the inspection’s list.' })
  seq: number;

  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => FindingStateEnum, { description: 'Workflow state.' })
  state: string;

  @Field(() => Day, { nullable: true, description: 'Due day.' })
  dueOn: string | null;

  @Field(() => UrgencyEnum, { description: 'How pressing it was.' })
  urgency: string;

  @Field(() => WarningColourEnum, {
    nullable: true,
    description: 'The round’s colour of its level; null: none reached.',
  })
  colour: string | null;

  @Field(() => String, { nullable: true, description: 'Who handles it; null: nobody is named.' })
  handlerName: string | null;

  @Field(() => [Missing], { description: 'What the gate said was missing; empty: only signatures.' })
  missing: Missing[];
}

@ObjectType({ implements: Node, description: '催报单: a list that was sent to a department, as it stood then.' })
export class Urge extends Node {
  @Field(() => Body, { description: 'The body.' })
  body: Body;

  @Field(() => Department, { description: 'The department it was sent to.' })
  department: Department;

  @Field(() => String, { nullable: true, description: 'What the sender added.' })
  note: string | null;

  @Field(() => [UrgeLine], { description: 'The findings, the nearest due day first.' })
  lines: UrgeLine[];

  @Field(() => Instant, { description: 'When it was sent.' })
  sentAt: string;

  @Field(() => String, { description: 'By whom.' })
  sentByName: string;

  @Field(() => String, { nullable: true, description: 'In which post.' })
  sentByPost: string | null;

  @Field(() => Instant, { nullable: true, description: 'When the head took note of it; null: not yet.' })
  acknowledgedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Who took note.' })
  acknowledgedByName: string | null;

  @Field(() => String, { nullable: true, description: 'In which post.' })
  acknowledgedByPost: string | null;

  @Field(() => Boolean, { description: 'Whether the viewer is to take note of it.' })
  waitsForMe: boolean;
}

export const UrgeConnection = connectionOf(Urge, 'Urge', 'lists that were sent');

@ObjectType({ description: 'What a list sent to a department today would say.' })
export class UrgeSheet {
  @Field(() => ID, { nullable: true, description: 'Global id of the lead department; null: none is named.' })
  departmentId: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  departmentName: string | null;

  @Field(() => [UrgeLine], { description: 'Its open findings, the nearest due day first.' })
  lines: UrgeLine[];

  @Field(() => Instant, { nullable: true, description: 'When a list was last sent to it.' })
  lastSentAt: string | null;

  @Field(() => Boolean, { description: 'Whether the viewer may send it.' })
  maySend: boolean;
}

@InputType({ description: 'Which lists; absent fields do not filter.' })
export class UrgeFilter {
  @Field(() => String, { nullable: true, description: 'Global id of the inspection.' })
  inspectionId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Those the viewer is to take note of, or (false) the others.' })
  waitsForMe?: boolean | null;
}

@ArgsType()
export class UrgeListArgs extends PageArgs {
  @Field(() => UrgeFilter, { nullable: true, description: 'Which lists.' })
  filter?: UrgeFilter | null;
}

@InputType({ description: 'Sends a department the list of what it still owes.' })
export class SendUrgeInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId: string;

  @Field(() => ID, { description: 'The department.' })
  departmentId: string;

  @Field(() => String, { nullable: true, description: 'What to add, at most 1,000 characters.' })
  note?: string | null;
}

@InputType({ description: 'Takes note of a list.' })
export class AcknowledgeUrgeInput {
  @Field(() => ID, { description: 'The list.' })
  urgeId: string;
}

@ObjectType({ description: 'The list, or why it was refused.' })
export class UrgePayload {
  @Field(() => Urge, { nullable: true, description: 'The list; null when refused.' })
  urge?: Urge | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when done.' })
  userErrors: UserError[];
}
