import { FINDING_HINTS, type FindingHintCode } from '@closeout/domain';
import { Field, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';

export const FindingHintEnum = enumOf(
  'FindingHintCode',
  '请核对: what looks odd about a finding; it blocks nothing.',
  FINDING_HINTS,
  {
    INDICATOR_DEFINITION: 'The latest value of an indicator has another definition than its baseline.',
    INDICATOR_DENOMINATOR: 'The latest value of an indicator is of another whole than its baseline.',
    INDICATOR_OVER_WHOLE: 'More is counted than there is.',
    PARTY_SPELLING: 'Two nearly alike names of companies in the body: perhaps one company.',
  },
);

@ObjectType({ description: '请核对: one thing to check, never an accusation.' })
export class FindingHint {
  @Field(() => FindingHintEnum, { description: 'Which rule asks.' })
  code: FindingHintCode;

  @Field(() => String, { nullable: true, description: 'What it is about: an indicator, two spellings.' })
  subject: string | null;
}
