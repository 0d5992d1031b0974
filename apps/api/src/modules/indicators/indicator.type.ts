import { READING_KINDS } from '@closeout/domain';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { Day, Instant } from '../../graphql/scalars.ts';

export const ReadingKindEnum = enumOf('ReadingKind', 'Which value of an indicator.', READING_KINDS, {
  BASELINE: '基线: as it was at the feedback.',
  PROGRESS: 'As it was on a later day.',
});

@ObjectType({
  implements: Node,
  description: 'One value of an indicator. Never overwritten: a wrong one is answered by a later one.',
})
export class IndicatorReading extends Node {
  @Field(() => Int, { description: 'Place in the order of entry, 1-based.' })
  ordinal: number;

  @Field(() => ReadingKindEnum, { description: 'Baseline or progress.' })
  kind: string;

  @Field(() => String, { description: '口径: what is counted over what, in words.' })
  definition: string;

  @Field(() => Int, { nullable: true, description: 'What is counted; null where a text states a percentage alone.' })
  numerator: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many; null for a count alone.' })
  denominator: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The rate in basis points (9738 = 97.38 %), half up, from the whole counts; null for a count alone.',
  })
  basisPoints: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The rate as a percentage with two decimals, such as 97.38; null for a count alone.',
  })
  percent: string | null;

  @Field(() => Day, { nullable: true, description: 'The day for which it holds; null only for a baseline.' })
  asOf: string | null;

  @Field(() => String, { nullable: true, description: 'Where it comes from.' })
  source: string | null;

  @Field(() => Instant, { description: 'When it was entered.' })
  createdAt: string;

  @Field(() => String, { nullable: true, description: 'Who entered it.' })
  createdByName: string | null;
}

@ObjectType({
  implements: Node,
  description: '指标: a figure that a finding names, with its baseline and its readings.',
})
export class Indicator extends Node {
  @Field(() => Int, { description: 'Place within the finding, 1-based.' })
  ordinal: number;

  @Field(() => String, { description: 'Name, once within the finding.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Unit of a count without a denominator: 家, 件.' })
  unit: string | null;

  @Field(() => String, { nullable: true, description: '目标, in words.' })
  target: string | null;

  @Field(() => [IndicatorReading], { description: 'Its values in the order of entry.' })
  readings: IndicatorReading[];

  @Field(() => Boolean, { description: 'Whether it could be taken back: no value after its baseline.' })
  removable: boolean;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;

  @Field(() => Instant, { description: 'When it was entered.' })
  createdAt: string;

  @Field(() => String, { nullable: true, description: 'Who entered it.' })
  createdByName: string | null;
}
