import type { PrescribedStepCode } from '@closeout/domain';
import { Field, ID, InputType, Int } from 'type-graphql';
import { EventDateInput } from '../evidence/evidence.inputs.ts';
import { PrescribedStepEnum } from './step.type.ts';

@InputType({ description: 'That a prescribed step was done, or (without a date) that it was not after all.' })
export class RecordStepInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId: string;

  @Field(() => PrescribedStepEnum, { description: 'Which step.' })
  code: PrescribedStepCode;

  @Field(() => Int, { description: 'The version that was seen, 0 where it was not done; a stale one is refused.' })
  version: number;

  @Field(() => EventDateInput, {
    nullable: true,
    description: 'When it was done, as exactly as it is known, not in the future; null takes it back.',
  })
  date?: EventDateInput | null;

  @Field(() => String, { nullable: true, description: 'What proves it, in words.' })
  proof?: string | null;

  @Field(() => ID, { nullable: true, description: 'The piece of evidence of this inspection that proves it.' })
  evidenceId?: string | null;
}
