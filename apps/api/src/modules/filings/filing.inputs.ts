import type { FilingKind } from '@closeout/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { withReview } from '../reviews/review.type.ts';
import { Filing, FilingKindEnum } from './filing.type.ts';

@InputType({ description: 'Takes the ledger of this moment as what is to be filed.' })
export class PrepareFilingInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId: string;

  @Field(() => FilingKindEnum, { description: 'What is filed.' })
  kind: FilingKind;

  @Field(() => Int, { description: 'Which one: 1 for plan and final report, the number of a periodic report.' })
  number: number;

  @Field(() => String, { nullable: true, description: 'Covering words to the office.' })
  note?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the filing that was seen; absent while there is none.',
  })
  version?: number | null;
}

@InputType({ description: 'A filing as it was seen.' })
export class FilingInput {
  @Field(() => ID, { description: 'The filing.' })
  filingId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused.' })
  version: number;
}

@InputType({ description: 'A filing that is given back.' })
export class FilingReasonInput extends FilingInput {
  @Field(() => String, { description: 'Why; required.' })
  reason: string;
}

@InputType({ description: 'A plan that is accepted.' })
export class AcceptFilingInput extends FilingInput {
  @Field(() => String, { nullable: true, description: 'What the office says with it.' })
  opinion?: string | null;
}

@InputType({ description: 'What a reviewer says of a filed plan.' })
export class ReviewFilingInput extends withReview(FilingInput) {}

@ObjectType({ description: 'The filing after the change, or why it was refused.' })
export class FilingPayload {
  @Field(() => Filing, { nullable: true, description: 'The filing; null when refused.' })
  filing?: Filing | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}
