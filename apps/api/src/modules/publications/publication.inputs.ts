import type { HitKind, PassageDecision, WithholdingGround } from '@closeout/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { Day } from '../../graphql/scalars.ts';
import { HitKindEnum, PassageDecisionEnum, WithholdingGroundEnum } from './publication-vocabulary.ts';
import { Publication } from './publication.type.ts';

@InputType({ description: 'Takes the ledger’s words of now.' })
export class DraftPublicationInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId: string;

  @Field(() => Int, { nullable: true, description: 'The version that was seen; absent while there is no public text.' })
  version?: number | null;
}

@InputType({ description: 'A public text as it was seen.' })
export class PublicationInput {
  @Field(() => ID, { description: 'The public text.' })
  publicationId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused.' })
  version: number;
}

@InputType({ description: 'A passage of a public text.' })
export class PassageInput extends PublicationInput {
  @Field(() => String, { description: 'Key of the passage.' })
  key: string;
}

@InputType({ description: 'The internal text of a passage, written by hand.' })
export class EditPassageInput extends PassageInput {
  @Field(() => String, { description: 'The words.' })
  text: string;
}

@InputType({ description: 'What becomes of a passage in public.' })
export class DecidePassageInput extends PassageInput {
  @Field(() => PassageDecisionEnum, { description: 'The decision.' })
  decision: PassageDecision;

  @Field(() => WithholdingGroundEnum, { nullable: true, description: 'The ground; required unless it is kept.' })
  ground?: WithholdingGround | null;

  @Field(() => String, { nullable: true, description: 'What stands in its place; of REPLACE.' })
  replacement?: string | null;
}

@InputType({ description: 'The answer to a change of the ledger.' })
export class AcceptPassageInput extends PassageInput {
  @Field(() => Boolean, { description: 'True: the ledger’s words; false: what was made by hand stays.' })
  accept: boolean;
}

@InputType({ description: 'Personal data in a passage.' })
export class HitInput extends PassageInput {
  @Field(() => HitKindEnum, { description: 'Its kind.' })
  kind: HitKind;

  @Field(() => String, { description: 'Its subject.' })
  subject: string;
}

@InputType({ description: 'Masks personal data, or asks the secretary to leave it.' })
export class DecideHitInput extends HitInput {
  @Field(() => Boolean, { nullable: true, description: 'True: asks to leave it as it is; a reason is required.' })
  ask?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What is put in its place; absent: the usual.' })
  replacement?: string | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;
}

@InputType({ description: 'Leaves personal data as it is.' })
export class UnmaskHitInput extends HitInput {
  @Field(() => String, { description: 'Why; required.' })
  reason: string;
}

@InputType({ description: 'A public text that is given back or taken down.' })
export class ReturnPublicationInput extends PublicationInput {
  @Field(() => String, { description: 'Why; required.' })
  reason: string;
}

@InputType({ description: 'Settings of the public page; absent fields stay.' })
export class SetPublicPageInput extends PublicationInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether the built-in page shows it.' })
  pageOn?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the page takes comments; never without the page.' })
  commentsOn?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Working days within which a comment is answered, 1 to 60.' })
  replyDays?: number | null;

  @Field(() => String, { nullable: true, description: 'Telephone for the public; empty clears it.' })
  contactPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'Address for the public; empty clears it.' })
  contactAddress?: string | null;
}

@InputType({ description: 'The waiting step, signed on paper.' })
export class RecordPublicationSignatureInput extends PublicationInput {
  @Field(() => ID, { description: 'Who signed.' })
  signerId: string;

  @Field(() => Day, { description: 'The day on the sheet.' })
  signedOn: string;

  @Field(() => ID, { description: 'The scanned sheet, uploaded for this public text as SIGNED_FORM.' })
  scanId: string;
}

@ObjectType({ description: 'The public text after the change, or why it was refused.' })
export class PublicationPayload {
  @Field(() => Publication, { nullable: true, description: 'The public text; null when refused.' })
  publication?: Publication | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}
