import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { Day } from '../../graphql/scalars.ts';
import { Deputation } from './deputy.type.ts';

@InputType({ description: 'Appoints a deputy for the time of an absence.' })
export class AppointDeputyInput {
  @Field(() => ID, {
    description: 'The role to stand in for: the viewer’s own grant, or, for the secretary, one of his body.',
  })
  grantId: string;

  @Field(() => ID, { description: 'Who stands in: a person of the same body whose own role allows it.' })
  deputyId: string;

  @Field(() => Day, { description: 'First day; today or later.' })
  fromOn: string;

  @Field(() => Day, { description: 'Last day; at most half a year after the first.' })
  toOn: string;

  @Field(() => String, { description: 'Why, in words; required.' })
  reason: string;
}

@InputType({ description: 'The confirmation of a deputation.' })
export class ConfirmDeputyInput {
  @Field(() => ID, { description: 'The deputation.' })
  deputationId: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version: number;

  @Field(() => Boolean, { description: 'Confirmed, or declined.' })
  confirm: boolean;

  @Field(() => String, { nullable: true, description: 'Words; required to decline.' })
  opinion?: string | null;
}

@InputType({ description: 'Ends a deputation at once.' })
export class EndDeputyInput {
  @Field(() => ID, { description: 'The deputation.' })
  deputationId: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version: number;
}

@ObjectType({ description: 'The deputation, or why it was refused.' })
export class DeputationPayload {
  @Field(() => Deputation, { nullable: true, description: 'The deputation; null when refused.' })
  deputation?: Deputation | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}
