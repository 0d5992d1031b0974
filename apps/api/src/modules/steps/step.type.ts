import { PRESCRIBED_STEP_WORDS, PRESCRIBED_STEPS } from '@closeout/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { OffsetCodeEnum } from '../../graphql/vocabulary.ts';
import { EventDate } from '../evidence/evidence.type.ts';

export const PrescribedStepEnum = enumOf('PrescribedStepCode', '规定动作.', PRESCRIBED_STEPS, PRESCRIBED_STEP_WORDS);

@ObjectType({
  description: '规定动作: a step that the round prescribes, when it is due, and whether and when it was done.',
})
export class PrescribedStep {
  @Field(() => PrescribedStepEnum, { description: 'Which.' })
  code: string;

  @Field(() => OffsetCodeEnum, { nullable: true, description: 'The date of the round that makes it due.' })
  offset: string | null;

  @Field(() => Day, { nullable: true, description: 'Due day; null where the round gives none.' })
  dueOn: string | null;

  @Field(() => Boolean, { description: 'Due before today and not done.' })
  overdue: boolean;

  @Field(() => Boolean, { description: 'Whether it was done.' })
  done: boolean;

  @Field(() => EventDate, { nullable: true, description: 'When it was done, as exactly as it is known.' })
  date: EventDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'What proves it, in words; null where the viewer does not read in the body (the office).',
  })
  proof: string | null;

  @Field(() => ID, { nullable: true, description: 'The piece of evidence that proves it; null where not readable.' })
  evidenceId: string | null;

  @Field(() => String, { nullable: true, description: 'Number and title of that piece; null where not readable.' })
  evidenceTitle: string | null;

  @Field(() => Int, { description: 'Version for updates; 0 while it is not done.' })
  version: number;

  @Field(() => Instant, { nullable: true, description: 'When it was entered.' })
  updatedAt: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who entered it; null where the viewer does not read in the body.',
  })
  updatedByName: string | null;
}
