import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { Day } from '../../graphql/scalars.ts';
import { FindingVerbInput } from '../findings/finding.inputs.ts';
import { DrawStageEnum, OpinionKindEnum, RecheckDraw, RecheckOutcomeEnum } from './recheck.type.ts';

@InputType({ description: '重启' })
export class ReopenInput extends FindingVerbInput {
  @Field(() => String, { description: 'Why; required.' })
  reason: string;

  @Field(() => Day, { description: 'The new due day, after today.' })
  dueOn: string;
}

@InputType({ description: '监督意见' })
export class GiveOpinionInput {
  @Field(() => ID, { description: 'The finding.' })
  findingId: string;

  @Field(() => OpinionKindEnum, { description: 'Objection or none.' })
  kind: 'NO_OBJECTION' | 'OBJECTION';

  @Field(() => String, { nullable: true, description: 'Its words; required for an objection.' })
  text?: string | null;
}

@InputType({ description: 'A draw among the findings of an inspection.' })
export class DrawRecheckInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId: string;

  @Field(() => DrawStageEnum, { nullable: true, description: 'Among which; the closed ones when absent.' })
  stage?: 'CLOSED' | 'IN_REVIEW' | null;

  @Field(() => String, { description: 'Words or digits agreed on before, 1 to 100 characters.' })
  seed: string;

  @Field(() => Int, { description: 'How many to draw: 1 to the number of findings drawn from (recheckPopulation).' })
  size: number;
}

@InputType({ description: 'What a re-check found.' })
export class RecordRecheckInput {
  @Field(() => ID, { description: 'The re-check.' })
  recheckId: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version: number;

  @Field(() => RecheckOutcomeEnum, { description: 'Passed or failed.' })
  outcome: 'PASSED' | 'FAILED';

  @Field(() => String, { nullable: true, description: 'What was found; required for a failed one.' })
  note?: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'New due day of a reopened finding; required for a failed one that was closed.',
  })
  dueOn?: string | null;
}

@ObjectType({ description: 'The draw.' })
export class RecheckDrawPayload {
  @Field(() => RecheckDraw, { nullable: true, description: 'The draw; null when refused.' })
  draw?: RecheckDraw | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}
