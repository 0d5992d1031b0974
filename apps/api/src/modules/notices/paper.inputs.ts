import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { Day } from '../../graphql/scalars.ts';
import { PaperKindEnum } from './notice-vocabulary.ts';
import { RecordedPaper } from './paper.type.ts';

@InputType({ description: 'A paper of another authority.' })
export class RecordPaperInput {
  @Field(() => ID, { description: 'The inspection it belongs to.' })
  inspectionId: string;

  @Field(() => PaperKindEnum, { description: 'Whose paper.' })
  kind: keyof typeof PaperKindEnum;

  @Field(() => String, { description: 'The authority, at most 100 characters.' })
  issuer: string;

  @Field(() => String, { description: 'Its number as printed, at most 60 characters; once per authority.' })
  number: string;

  @Field(() => Day, { description: 'The day that stands on it, not after today.' })
  issuedOn: string;

  @Field(() => String, { description: 'What it is about, at most 300 characters.' })
  subject: string;
}

@InputType({ description: 'Takes a recorded paper out of the list, as entered by mistake.' })
export class RemovePaperInput {
  @Field(() => ID, { description: 'The paper.' })
  paperId: string;

  @Field(() => Int, { nullable: true, description: 'The version that was seen; a stale one is a CONFLICT.' })
  version?: number | null;

  @Field(() => String, { description: 'Why; the audit trail keeps it.' })
  reason: string;
}

@ObjectType({ description: 'The paper, or why it was refused.' })
export class RecordPaperPayload {
  @Field(() => RecordedPaper, { nullable: true, description: 'The paper; null when refused.' })
  paper?: RecordedPaper | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when done.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'The removed paper, or why it was refused.' })
export class RemovePaperPayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the removed paper; null when refused.' })
  removedId?: string | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when done.' })
  userErrors: UserError[];
}
