import { Field, ID, InputType } from 'type-graphql';
import { RepeatKindEnum } from './repeat.type.ts';

@InputType({ description: 'That a finding repeats an earlier one: a finding of the same body, or words; one of both.' })
export class NoteRepeatInput {
  @Field(() => ID, { description: 'The finding.' })
  findingId: string;

  @Field(() => RepeatKindEnum, { description: 'How it repeats.' })
  kind: 'WITHIN_CYCLE' | 'ACROSS_ROUNDS' | 'RELAPSE';

  @Field(() => ID, { nullable: true, description: 'The earlier finding, of the same body.' })
  earlierId?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the earlier one stands, outside this system.' })
  earlierText?: string | null;
}

@InputType({ description: 'A note to be taken back.' })
export class RemoveRepeatInput {
  @Field(() => ID, { description: 'The finding.' })
  findingId: string;

  @Field(() => ID, { description: 'The note.' })
  repeatId: string;
}
