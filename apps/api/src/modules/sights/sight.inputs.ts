import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { Day } from '../../graphql/scalars.ts';
import { Finding } from '../findings/finding.type.ts';
import { Sight } from './sight.type.ts';

@InputType({ description: 'Asks for sight of findings.' })
export class RequestSightInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Outlines of the findings; absent or empty: all of the inspection.',
  })
  outlineIds?: string[] | null;

  @Field(() => String, { description: 'Why; required.' })
  reason: string;
}

@InputType({ description: 'A request as it was seen.' })
export class SightInput {
  @Field(() => ID, { description: 'The request.' })
  sightId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused.' })
  version: number;
}

@InputType({ description: 'The decision on a request.' })
export class DecideSightInput extends SightInput {
  @Field(() => Boolean, { description: 'Granted from today, or refused.' })
  grant: boolean;

  @Field(() => Day, { nullable: true, description: 'The last day; required for a grant, within the settings.' })
  toOn?: string | null;

  @Field(() => String, { nullable: true, description: 'What is said with it; the reason, required for a refusal.' })
  answer?: string | null;
}

@InputType({ description: 'A finding that is opened under sight.' })
export class OpenSightInput {
  @Field(() => ID, { description: 'The request.' })
  sightId: string;

  @Field(() => ID, { description: 'The outline of the finding.' })
  outlineId: string;
}

@ObjectType({ description: 'The request after the change, or why it was refused.' })
export class SightPayload {
  @Field(() => Sight, { nullable: true, description: 'The request; null when refused.' })
  sight?: Sight | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'The opened finding, or why it was refused.' })
export class OpenSightPayload {
  @Field(() => Finding, { nullable: true, description: 'The finding, readable today; null when refused.' })
  finding?: Finding | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}
