import { FINDING_HINTS, type FindingHintCode } from '@closeout/domain';
import { Field, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';

export const FindingHintEnum = enumOf(
  'FindingHintCode',
  '请核对: what looks odd about a finding; it blocks nothing.',
  FINDING_HINTS,
  {
    BEFORE_ON_SITE: 'Evidence is dated before the inspection came.',
    IN_FUTURE: 'Evidence is dated later than today.',
    SAME_FILE: 'The file of a piece stands under another one, too.',
    SAME_TEXT: 'A piece says the same as another one.',
    NOT_ISSUED: 'The document of a piece is only a draft.',
    COUNTS_DIFFER: 'More is corrected than was checked, or more paid than people are named.',
    RECOVERED_DIFFERS: 'The title of a refund names another amount than its payments.',
    CLOSED_WITHOUT_EVIDENCE: 'It is closed, and an action that needs evidence has none.',
    NO_DISPOSITION: 'A sum has no disposition.',
    VOUCHER_DIFFERS: 'A voucher says another amount than is booked on it in the body.',
    NO_VOUCHER: 'A payment has neither number nor scan of a voucher.',
    COMPONENTS_DIFFER: 'The components of a payment name amounts that do not add up to it.',
    ORAL_CONSENT: 'An oral consent to a waiver has no scan of what was written down.',
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

  @Field(() => String, {
    nullable: true,
    description: 'What it is about: numbers of pieces or actions, labels of sums, an indicator, two spellings.',
  })
  subject: string | null;
}
