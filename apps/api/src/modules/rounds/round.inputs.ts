import type { Classification, PlanKind } from '@closeout/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { Day, Json } from '../../graphql/scalars.ts';
import { ClassificationEnum, InspectionLevelEnum, InspectionTypeEnum } from '../../graphql/vocabulary.ts';
import { PlanKindEnum } from '../../graphql/vocabulary-rounds.ts';
import { Inspection, Round } from './round.type.ts';

export type InspectionKind = 'ROUTINE' | 'SPECIAL' | 'UPGRADED' | 'CROSS' | 'FLEXIBLE' | 'LOOK_BACK';

@ObjectType({ description: 'The round after the change, or why it was refused.' })
export class RoundPayload {
  @Field(() => Round, { nullable: true, description: 'The round; null when refused.' })
  round?: Round | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'The inspections that were opened, or why none was.' })
export class OpenInspectionsPayload {
  @Field(() => Round, { nullable: true, description: 'The round; null when refused.' })
  round?: Round | null;

  @Field(() => [Inspection], { nullable: true, description: 'The new inspections; null when refused.' })
  inspections?: Inspection[] | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'The inspection after the change, or why it was refused.' })
export class InspectionPayload {
  @Field(() => Inspection, { nullable: true, description: 'The inspection; null when refused.' })
  inspection?: Inspection | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@InputType({ description: 'A new round.' })
export class CreateRoundInput {
  @Field(() => InspectionLevelEnum, { nullable: true, description: 'Level; 巡察 when absent.' })
  level?: 'XUNCHA' | 'XUNSHI' | null;

  @Field(() => String, { description: 'Name, unique.' })
  name: string;

  @Field(() => Int, { description: 'Year.' })
  year: number;

  @Field(() => Int, { description: 'Number within the year.' })
  number: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The inspection office in charge; an office opens rounds for itself and may leave it out.',
  })
  officeId?: string | null;

  @Field(() => Json, { nullable: true, description: 'Settings that differ from the defaults.' })
  settings?: unknown;
}

@InputType({ description: 'Changes a round. Absent fields stay.' })
export class EditRoundInput {
  @Field(() => ID, { description: 'Global id of the round.' })
  roundId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused with CONFLICT.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;

  @Field(() => Json, {
    nullable: true,
    description:
      'All settings that differ from the defaults; replaces the present ones. A setting changes what comes, never what was.',
  })
  settings?: unknown;
}

@InputType({ description: 'What one body of a list has of its own.' })
export class OwnFactsInput {
  @Field(() => ID, { description: 'The body; one of bodyIds.' })
  bodyId: string;

  @Field(() => Day, { nullable: true, description: 'Day of its feedback; the common one when absent.' })
  feedbackOn?: string | null;

  @Field(() => [PlanKindEnum], { nullable: true, description: 'The plans of its visit; the common ones when absent.' })
  plans?: PlanKind[] | null;
}

@InputType({ description: 'Opens inspections of many bodies at once, or of none of them when one is refused.' })
export class OpenInspectionsInput {
  @Field(() => ID, { description: 'Global id of the round.' })
  roundId: string;

  @Field(() => [ID], { description: 'Global ids of the inspected bodies.' })
  bodyIds: string[];

  @Field(() => ClassificationEnum, {
    description: '密级 of what will be entered; 秘密 and above is refused: state secrets never enter this system.',
  })
  classification: Classification;

  @Field(() => [PlanKindEnum], {
    nullable: true,
    description: 'The plans that the visit carries; MAIN alone when absent.',
  })
  plans?: PlanKind[] | null;

  @Field(() => InspectionTypeEnum, { nullable: true, description: 'Kind; 常规 when absent.' })
  type?: InspectionKind | null;

  @Field(() => String, { nullable: true, description: 'Inspection team as printed.' })
  team?: string | null;

  @Field(() => Day, { nullable: true, description: 'First day on site.' })
  onSiteFrom?: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day on site.' })
  onSiteTo?: string | null;

  @Field(() => Day, { nullable: true, description: 'Day of the feedback.' })
  feedbackOn?: string | null;

  @Field(() => [OwnFactsInput], {
    nullable: true,
    description: 'Feedback days and plans of single bodies, where they differ; each body at most once.',
  })
  own?: OwnFactsInput[] | null;
}

@InputType({ description: 'Changes an inspection. Absent fields stay; null clears.' })
export class EditInspectionInput {
  @Field(() => ID, { description: 'Global id of the inspection.' })
  inspectionId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused with CONFLICT.' })
  version: number;

  @Field(() => [PlanKindEnum], {
    nullable: true,
    description: 'The plans that the visit carries; one with findings is not dropped.',
  })
  plans?: PlanKind[] | null;

  @Field(() => InspectionTypeEnum, { nullable: true, description: 'Kind.' })
  type?: InspectionKind | null;

  @Field(() => String, { nullable: true, description: 'Inspection team as printed.' })
  team?: string | null;

  @Field(() => Day, { nullable: true, description: 'First day on site.' })
  onSiteFrom?: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day on site.' })
  onSiteTo?: string | null;

  @Field(() => Day, { nullable: true, description: 'Day of the feedback; deadlines already given stay as they are.' })
  feedbackOn?: string | null;

  @Field(() => Day, { nullable: true, description: 'Day the plan was accepted.' })
  planAcceptedOn?: string | null;

  @Field(() => Json, {
    nullable: true,
    description: 'All settings that differ from the round’s; replaces the present ones.',
  })
  settings?: unknown;
}
