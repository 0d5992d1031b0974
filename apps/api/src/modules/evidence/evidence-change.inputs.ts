import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import {
  DocumentChangeEnum,
  DocumentStatusEnum,
  MeetingTypeEnum,
  TalkTypeEnum,
} from '../../graphql/vocabulary-evidence.ts';
import { EvidenceFieldsInput, MeetingDetailsInput } from './evidence.inputs.ts';
import { Evidence } from './evidence.type.ts';

@ObjectType({ description: 'The reviewed pieces, or why the review was refused; one refusal stops all.' })
export class EvidenceListPayload {
  @Field(() => [Evidence], { nullable: true, description: 'The pieces after the change; null when refused.' })
  evidence?: Evidence[] | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@InputType({ description: 'Changes of a meeting. Absent fields stay; null clears.' })
export class EditMeetingInput extends MeetingDetailsInput {
  @Field(() => MeetingTypeEnum, { nullable: true, description: 'Type.' })
  type?: keyof typeof MeetingTypeEnum | null;
}

@InputType({ description: 'Changes of a document. Absent fields stay; null clears.' })
export class EditDocumentInput {
  @Field(() => String, { nullable: true, description: 'Number.' })
  number?: string | null;

  @Field(() => String, { nullable: true, description: '发文单位' })
  issuer?: string | null;

  @Field(() => DocumentStatusEnum, { nullable: true, description: 'Whether it was issued.' })
  status?: keyof typeof DocumentStatusEnum | null;

  @Field(() => DocumentChangeEnum, { nullable: true, description: 'New, revised or repealed.' })
  change?: keyof typeof DocumentChangeEnum | null;
}

@InputType({ description: 'Changes of a talk. Absent fields stay; null clears.' })
export class EditTalkInput {
  @Field(() => TalkTypeEnum, { nullable: true, description: 'Type.' })
  type?: keyof typeof TalkTypeEnum | null;

  @Field(() => String, { nullable: true, description: 'The type in words, for OTHER.' })
  typeText?: string | null;

  @Field(() => String, { nullable: true, description: 'Who talked.' })
  interviewer?: string | null;

  @Field(() => String, { nullable: true, description: 'With whom.' })
  interviewee?: string | null;

  @Field(() => String, { nullable: true, description: 'Reason.' })
  reason?: string | null;

  @Field(() => Int, { nullable: true, description: '人次' })
  occurrences?: number | null;
}

@InputType({
  description:
    'Changes of a piece of evidence. Absent fields stay; null clears. A reviewed piece waits for review again.',
})
export class EditEvidenceInput extends EvidenceFieldsInput {
  @Field(() => ID, { description: 'Global id of the evidence.' })
  evidenceId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused with CONFLICT.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'Title.' })
  title?: string | null;

  @Field(() => Int, { nullable: true, description: '举一反三: checked.' })
  checkedCount?: number | null;

  @Field(() => Int, { nullable: true, description: '举一反三: corrected.' })
  correctedCount?: number | null;

  @Field(() => EditMeetingInput, { nullable: true, description: 'Of a meeting.' })
  meeting?: EditMeetingInput | null;

  @Field(() => EditDocumentInput, { nullable: true, description: 'Of a document.' })
  document?: EditDocumentInput | null;

  @Field(() => EditTalkInput, { nullable: true, description: 'Of a talk.' })
  talk?: EditTalkInput | null;
}

@InputType({ description: 'Which piece, and the version that was seen.' })
export class EvidenceVerbInput {
  @Field(() => ID, { description: 'Global id of the evidence.' })
  evidenceId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused with CONFLICT.' })
  version: number;
}

@InputType({ description: 'A piece, and actions that it is to prove, or no longer.' })
export class LinkEvidenceInput extends EvidenceVerbInput {
  @Field(() => [ID], { description: 'Global ids of the actions.' })
  actionIds: string[];
}

@InputType({ description: 'A review of pieces of evidence.' })
export class ReviewEvidenceInput {
  @Field(() => [ID], { description: 'Global ids of the pieces, at most 100; all are reviewed alike, or none.' })
  evidenceIds: string[];

  @Field(() => Boolean, { description: 'Accepted, or rejected.' })
  accept: boolean;

  @Field(() => String, { nullable: true, description: 'Why; required for a rejection.' })
  reason?: string | null;
}
