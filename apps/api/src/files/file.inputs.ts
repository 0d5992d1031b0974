import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/errors.ts';
import { AttachmentPurposeEnum } from '../graphql/vocabulary-evidence.ts';

@InputType({ description: 'Asks for the right to upload one file to one record: name exactly one of the ids.' })
export class RequestUploadInput {
  @Field(() => AttachmentPurposeEnum, {
    description:
      'SCAN and FILE go to evidence, VOUCHER to a payment or evidence, CONSENT to a consent, SIGNED_FORM to a finding or a public text, FILE to a reply to a notice, SCAN to a recorded paper.',
  })
  purpose: keyof typeof AttachmentPurposeEnum;

  @Field(() => ID, { nullable: true, description: 'Global id of the evidence.' })
  evidenceId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the payment.' })
  recoveryId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the consent to a waiver.' })
  consentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the finding.' })
  findingId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the drafted reply to a notice.' })
  noticeReplyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the recorded paper.' })
  paperId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the public text.' })
  publicationId?: string | null;

  @Field(() => String, { description: 'Name of the file with its suffix.' })
  fileName: string;

  @Field(() => Int, { description: 'Bytes; at most 50 MB.' })
  size: number;
}

@ObjectType({ description: 'The right to upload one file once, within ten minutes, with the same session.' })
export class UploadPayload {
  @Field(() => String, { nullable: true, description: 'The ticket; shown once.' })
  ticket?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'PUT or POST the raw bytes of the file here; answers 201 with id and sha256.',
  })
  uploadPath?: string | null;

  @Field(() => [UserError], { description: 'Refusals; empty when given.' })
  userErrors: UserError[];
}

@InputType({ description: 'Removes an uploaded file.' })
export class RemoveAttachmentInput {
  @Field(() => ID, { description: 'Global id of the attachment.' })
  attachmentId: string;
}

@ObjectType({ description: 'The removed file, or why it was refused.' })
export class RemoveAttachmentPayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the removed attachment; null when refused.' })
  removedId?: string | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}
