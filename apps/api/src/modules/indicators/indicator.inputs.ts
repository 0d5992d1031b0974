import { Field, ID, InputType, Int } from 'type-graphql';
import { Day } from '../../graphql/scalars.ts';
import { FindingVerbInput } from '../findings/finding.inputs.ts';

@InputType({ description: 'One value: counts, or the percentage that a text states; one of both.' })
export class ReadingInput {
  @Field(() => String, { description: '口径: what is counted over what, in words; another one is hinted at.' })
  definition: string;

  @Field(() => Int, { nullable: true, description: 'What is counted, from 0.' })
  numerator?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many, from 1; absent for a count alone.' })
  denominator?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The percentage of a text without its counts, such as 73.6: at most two decimals, no sign.',
  })
  statedPercent?: string | null;

  @Field(() => Day, { nullable: true, description: 'The day for which it holds, not later than today.' })
  asOf?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it comes from.' })
  source?: string | null;
}

@InputType({ description: 'Names an indicator of a finding, or changes its name, unit and target.' })
export class NoteIndicatorInput extends FindingVerbInput {
  @Field(() => ID, { nullable: true, description: 'The indicator to change; absent for a new one.' })
  indicatorId?: string | null;

  @Field(() => String, { description: 'Name, once within the finding.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Unit of a count without a denominator.' })
  unit?: string | null;

  @Field(() => String, { nullable: true, description: '目标, in words.' })
  target?: string | null;

  @Field(() => ReadingInput, { nullable: true, description: '基线: the value at the feedback, with a new indicator.' })
  baseline?: ReadingInput | null;
}

@InputType({ description: 'A value of an indicator, added to those that are there.' })
export class AddIndicatorReadingInput extends ReadingInput {
  @Field(() => ID, { description: 'The indicator.' })
  indicatorId: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'A baseline that corrects the one before; a later value when absent.',
  })
  isBaseline?: boolean | null;
}

@InputType({ description: 'An indicator that was entered by mistake.' })
export class RemoveIndicatorInput {
  @Field(() => ID, { description: 'The indicator: without any value after its baseline.' })
  indicatorId: string;
}
