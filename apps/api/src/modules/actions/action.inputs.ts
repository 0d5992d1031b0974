import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { UserError } from '../../graphql/errors.ts';
import type { ActionKind } from '@closeout/domain';
import { Day } from '../../graphql/scalars.ts';
import { ActionKindEnum } from '../../graphql/vocabulary.ts';
import { Action } from './action.type.ts';

export const ProgressStateEnum = enumOf(
  'ProgressState',
  'What a progress report says of its action.',
  ['IN_PROGRESS', 'DONE'] as const,
  { IN_PROGRESS: '进行中', DONE: '完成' },
);

@ObjectType({ description: 'The changed action, or why it was refused.' })
export class ActionPayload {
  @Field(() => Action, {
    nullable: true,
    description: 'The action after the change, with its finding; null when refused.',
  })
  action?: Action | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

/** What an action may be given besides its words. */
@InputType({ description: 'Who carries an action out, and until when. Absent fields stay; null clears.' })
export class ActionFieldsInput {
  @Field(() => ID, { nullable: true, description: 'Department that carries it out, where not the lead department.' })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Person who handles it; also gives that person the finding.' })
  handlerId?: string | null;

  @Field(() => Day, { nullable: true, description: 'Own due day, where it differs from the finding’s.' })
  dueOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Own deadline in words.' })
  dueText?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether close-out asks for evidence of it; true unless said otherwise.',
  })
  needsEvidence?: boolean | null;

  @Field(() => ActionKindEnum, { nullable: true, description: 'What it is; OTHER unless said otherwise.' })
  kind?: ActionKind | null;
}

@InputType({ description: 'A new action of a finding, numbered after the present ones.' })
export class AddActionInput extends ActionFieldsInput {
  @Field(() => ID, { description: 'Global id of the finding.' })
  findingId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the finding that was seen; a stale one is refused.',
  })
  version?: number | null;

  @Field(() => String, { description: 'The action.' })
  text: string;
}

@InputType({ description: 'Changes of an action. Absent fields stay; null clears.' })
export class EditActionInput extends ActionFieldsInput {
  @Field(() => ID, { description: 'Global id of the action.' })
  actionId: string;

  @Field(() => Int, { description: 'The version of the action that was seen; a stale one is refused with CONFLICT.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'The action.' })
  text?: string | null;
}

@InputType({ description: 'A report of progress on an action; earlier ones stay.' })
export class UpdateProgressInput {
  @Field(() => ID, { description: 'Global id of the action.' })
  actionId: string;

  @Field(() => Int, { description: 'The version of the action that was seen; a stale one is refused with CONFLICT.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'What was done. Required while the action goes on.' })
  text?: string | null;

  @Field(() => ProgressStateEnum, { description: 'Still going on, or done.' })
  state: 'IN_PROGRESS' | 'DONE';

  @Field(() => Day, { nullable: true, description: 'Done on, not in the future; today when absent. Only with DONE.' })
  doneOn?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: '代录: the department it is entered for. Required of the clerk, refused of others.',
  })
  onBehalfOf?: string | null;

  @Field(() => String, { nullable: true, description: '代录: where the words came from. Required of the clerk.' })
  onBehalfSource?: string | null;
}

@InputType({ description: 'Drops an action: it will not be carried out.' })
export class DropActionInput {
  @Field(() => ID, { description: 'Global id of the action.' })
  actionId: string;

  @Field(() => Int, { description: 'The version of the action that was seen; a stale one is refused with CONFLICT.' })
  version: number;

  @Field(() => String, { description: 'Why.' })
  reason: string;
}
