import type { PlanKind } from '@closeout/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { Day } from '../../graphql/scalars.ts';
import { DueKindEnum, PointOutcomeEnum, RemediationTypeEnum } from '../../graphql/vocabulary.ts';
import { PlanKindEnum } from '../../graphql/vocabulary-rounds.ts';
import { Finding } from './finding.type.ts';

@ObjectType({ description: 'The changed finding, or why it was refused.' })
export class FindingPayload {
  @Field(() => Finding, {
    nullable: true,
    description: 'The finding after the change; null when refused or no longer visible.',
  })
  finding?: Finding | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

/** What every verb on a finding names. */
@InputType({ description: 'Which finding, and the version that was seen.' })
export class FindingVerbInput {
  @Field(() => ID, { description: 'Global id of the finding.' })
  findingId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused with CONFLICT.' })
  version: number;
}

@InputType({ description: 'Proposes who is responsible and until when. Absent fields stay; null clears.' })
export class AssignInput extends FindingVerbInput {
  @Field(() => ID, { nullable: true, description: 'Post of the responsible leader.' })
  leaderId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Lead department.' })
  leadDepartmentId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Supporting departments; replaces the present ones.' })
  supportingDepartmentIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Persons who are the subject of the finding (recused); replaces the present ones.',
  })
  subjectIds?: string[] | null;

  @Field(() => RemediationTypeEnum, {
    nullable: true,
    description: 'Class; with no date of its own, the round’s rule gives the deadline.',
  })
  remediationType?: 'IMMEDIATE' | 'STAGED' | 'CONTINUING' | null;

  @Field(() => PlanKindEnum, { nullable: true, description: 'Which of the inspection’s plans it belongs to.' })
  plan?: PlanKind | null;

  @Field(() => Day, { nullable: true, description: 'Due day set by the clerk; absent: by the round’s rule.' })
  dueOn?: string | null;

  @Field(() => DueKindEnum, { nullable: true, description: 'Kind of the deadline.' })
  dueKind?: 'DATE' | 'IMMEDIATE' | 'ONGOING' | null;

  @Field(() => String, { nullable: true, description: 'The deadline in words.' })
  dueText?: string | null;
}

@InputType({ description: 'The leader’s choice of departments.' })
export class ReassignDepartmentsInput extends FindingVerbInput {
  @Field(() => ID, { description: 'Lead department.' })
  leadDepartmentId: string;

  @Field(() => [ID], { nullable: true, description: 'Supporting departments; absent: unchanged.' })
  supportingDepartmentIds?: string[] | null;
}

@InputType({ description: 'Claims a finding for the lead department, and may name its handler at once.' })
export class ClaimInput extends FindingVerbInput {
  @Field(() => ID, { nullable: true, description: 'Person who handles it.' })
  handlerId?: string | null;
}

@InputType({ description: 'Names the handler.' })
export class NameHandlerInput extends FindingVerbInput {
  @Field(() => ID, { description: 'Person who handles it.' })
  handlerId: string;
}

@InputType({ description: 'A specific point.' })
export class PointInput {
  @Field(() => ID, { nullable: true, description: 'Of a point that stays; absent: a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'Its words.' })
  text: string;
}

@InputType({ description: 'Texts of a finding. Absent fields stay; null clears.' })
export class EditFindingInput extends FindingVerbInput {
  @Field(() => String, { nullable: true, description: 'Title.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Whole text.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: '原因剖析' })
  rootCause?: string | null;

  @Field(() => String, { nullable: true, description: '整改目标' })
  acceptanceCriterion?: string | null;

  @Field(() => String, { nullable: true, description: '整改成效' })
  effect?: string | null;

  @Field(() => String, { nullable: true, description: '备注' })
  remark?: string | null;

  @Field(() => [PointInput], {
    nullable: true,
    description: 'All points in order; replaces the present ones, those without outcome or sum may go.',
  })
  points?: PointInput[] | null;
}

@InputType({ description: 'Outcome of a point.' })
export class SetPointOutcomeInput {
  @Field(() => ID, { description: 'Global id of the point.' })
  pointId: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version: number;

  @Field(() => PointOutcomeEnum, { nullable: true, description: 'Outcome; null takes it back.' })
  outcome?: 'DONE' | 'CONTINUING' | 'NOT_DONE' | 'UNTRACEABLE_REGULATED' | null;

  @Field(() => String, { nullable: true, description: 'What was done about it.' })
  note?: string | null;
}

@InputType({ description: 'Registers a finding by hand.' })
export class CreateFindingInput {
  @Field(() => ID, { description: 'Global id of the inspection.' })
  inspectionId: string;

  @Field(() => Int, { nullable: true, description: 'Number in the list; the next free one when absent.' })
  seq?: number | null;

  @Field(() => String, { nullable: true, description: 'Title of the aspect; created when new.' })
  aspect?: string | null;

  @Field(() => String, { description: 'Whole text.' })
  description: string;

  @Field(() => String, { nullable: true, description: 'Title; the first sentence when absent.' })
  title?: string | null;

  @Field(() => PlanKindEnum, {
    nullable: true,
    description: 'Which of the inspection’s plans it belongs to; the first when absent.',
  })
  plan?: PlanKind | null;

  @Field(() => RemediationTypeEnum, { nullable: true, description: 'Class.' })
  remediationType?: 'IMMEDIATE' | 'STAGED' | 'CONTINUING' | null;
}
