import { REPEAT_KINDS } from '@closeout/domain';
import { Field, Float, ObjectType } from 'type-graphql';
import { Node } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { Instant } from '../../graphql/scalars.ts';
import { Finding } from '../findings/finding.type.ts';

export const RepeatKindEnum = enumOf('RepeatKind', 'How a finding repeats an earlier one.', REPEAT_KINDS, {
  WITHIN_CYCLE: '边改边犯: again while it is being rectified.',
  ACROSS_ROUNDS: '屡改屡犯: again in a later round.',
  RELAPSE: '反弹: again after the close-out.',
});

@ObjectType({ implements: Node, description: '重复问题: an earlier finding that this one repeats.' })
export class FindingRepeat extends Node {
  @Field(() => RepeatKindEnum, { description: 'How.' })
  kind: string;

  @Field(() => Finding, { nullable: true, description: 'The earlier finding; null for a text, or where invisible.' })
  earlier: Finding | null;

  @Field(() => String, { nullable: true, description: 'Where the earlier one stands, outside this system.' })
  earlierText: string | null;

  @Field(() => String, { description: 'Who noted it.' })
  notedByName: string;

  @Field(() => Instant, { description: 'When.' })
  notedAt: string;
}

@ObjectType({ description: 'An earlier finding with much the same words: to look at, not an accusation.' })
export class RepeatSuggestion {
  @Field(() => Finding, { description: 'The earlier finding.' })
  finding: Finding;

  @Field(() => RepeatKindEnum, { description: 'The kind that suggests itself.' })
  kind: string;

  @Field(() => Float, { description: 'Shared words, 0 to 1.' })
  likeness: number;
}
