import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { UserError } from '../../graphql/errors.ts';
import { Day } from '../../graphql/scalars.ts';
import {
  DatePrecisionEnum,
  DocumentChangeEnum,
  DocumentStatusEnum,
  MeetingTypeEnum,
  TalkTypeEnum,
} from '../../graphql/vocabulary-evidence.ts';
import { Evidence } from './evidence.type.ts';

export const OtherEvidenceKindEnum = enumOf(
  'OtherEvidenceKind',
  'Kinds of evidence that need no form of their own.',
  ['TRAINING', 'SITE_VISIT', 'INSPECTION', 'LATERAL_REVIEW', 'SELF_CRITICISM', 'ORDERED_CHECK', 'FILE'] as const,
  {
    TRAINING: '培训',
    SITE_VISIT: '走访调研',
    INSPECTION: '检查',
    LATERAL_REVIEW: '举一反三: checked n, corrected m.',
    SELF_CRITICISM: '对照检查',
    ORDERED_CHECK: '责令检查',
    FILE: '其他材料',
  },
);
export type OtherEvidenceKind = keyof typeof OtherEvidenceKindEnum;

@ObjectType({ description: 'The changed piece of evidence, or why it was refused.' })
export class EvidencePayload {
  @Field(() => Evidence, {
    nullable: true,
    description: 'The piece after the change; null when refused, removed or no longer visible.',
  })
  evidence?: Evidence | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@InputType({ description: 'When something happened, as exactly as it is known. A day alone is enough.' })
export class EventDateInput {
  @Field(() => Day, { nullable: true, description: 'First day; absent when not known to the day.' })
  on?: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day of a period.' })
  to?: string | null;

  @Field(() => String, { nullable: true, description: 'The words known, e.g. 2023年10月中旬.' })
  text?: string | null;

  @Field(() => DatePrecisionEnum, {
    nullable: true,
    description: 'Absent: DAY or RANGE by the days given, NONE without any.',
  })
  precision?: keyof typeof DatePrecisionEnum | null;
}

@InputType({ description: 'What every piece of evidence may carry.' })
export class EvidenceFieldsInput {
  @Field(() => EventDateInput, { nullable: true, description: 'When it happened. Required, except for files.' })
  date?: EventDateInput | null;

  @Field(() => String, { nullable: true, description: 'Place.' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Note.' })
  note?: string | null;

  @Field(() => Int, { nullable: true, description: '人; absent when unknown, never assumed.' })
  headcount?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Restricted reading, logged; only who reads restricted evidence may say so. False unless said.',
  })
  restricted?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: '代录: the department it is entered for. Required of the clerk, refused of others.',
  })
  onBehalfOf?: string | null;

  @Field(() => String, { nullable: true, description: '代录: where it came from. Required of the clerk.' })
  onBehalfSource?: string | null;
}

@InputType({ description: 'What every new piece of evidence names.' })
export class AddEvidenceInput extends EvidenceFieldsInput {
  @Field(() => [ID], {
    defaultValue: [],
    description: 'The actions it proves, of one finding or several; the first gives the piece its number.',
  })
  actionIds: string[];
}

@InputType({ description: 'The rest of a meeting: none of it is required.' })
export class MeetingDetailsInput {
  @Field(() => String, { nullable: true, description: 'The type in words, for OTHER.' })
  typeText?: string | null;

  @Field(() => String, { nullable: true, description: '主持人' })
  chair?: string | null;

  @Field(() => String, { nullable: true, description: '参会人员' })
  attendees?: string | null;

  @Field(() => String, { nullable: true, description: '缺席人员及原因' })
  absent?: string | null;

  @Field(() => String, { nullable: true, description: '记录人' })
  recorder?: string | null;

  @Field(() => String, { nullable: true, description: '议题' })
  agenda?: string | null;

  @Field(() => String, { nullable: true, description: '决议' })
  resolution?: string | null;

  @Field(() => String, { nullable: true, description: '会议纪要编号' })
  minutesNumber?: string | null;
}

@InputType({
  description:
    'A meeting: date, type, title; the scan follows by upload. Without actions it joins the list of the body’s meetings (clerk).',
})
export class AddMeetingInput extends AddEvidenceInput {
  @Field(() => MeetingTypeEnum, { description: 'Type.' })
  type: keyof typeof MeetingTypeEnum;

  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => ID, { nullable: true, description: 'The inspection, for a meeting that is tied to no action.' })
  inspectionId?: string | null;

  @Field(() => MeetingDetailsInput, { nullable: true, description: 'The rest.' })
  details?: MeetingDetailsInput | null;
}

@InputType({ description: 'A document issued: title, number, date.' })
export class AddDocumentInput extends AddEvidenceInput {
  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Number, e.g. 〔2024〕7号.' })
  number?: string | null;

  @Field(() => String, { nullable: true, description: '发文单位; the own body when absent.' })
  issuer?: string | null;

  @Field(() => DocumentStatusEnum, { nullable: true, description: 'ISSUED when absent.' })
  status?: keyof typeof DocumentStatusEnum | null;

  @Field(() => DocumentChangeEnum, { nullable: true, description: 'New, revised or repealed.' })
  change?: keyof typeof DocumentChangeEnum | null;
}

@InputType({ description: 'A talk: type, date, who, with whom.' })
export class AddTalkInput extends AddEvidenceInput {
  @Field(() => TalkTypeEnum, { description: 'Type.' })
  type: keyof typeof TalkTypeEnum;

  @Field(() => String, { description: 'Who talked.' })
  interviewer: string;

  @Field(() => String, { description: 'With whom.' })
  interviewee: string;

  @Field(() => String, { nullable: true, description: 'Title; the type when absent.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The type in words, for OTHER.' })
  typeText?: string | null;

  @Field(() => String, { nullable: true, description: 'Reason.' })
  reason?: string | null;

  @Field(() => Int, { nullable: true, description: '人次; absent when unknown, never assumed.' })
  occurrences?: number | null;
}

@InputType({ description: 'A file or picture as evidence; the content follows by upload.' })
export class AddFileEvidenceInput extends AddEvidenceInput {
  @Field(() => String, { description: 'Title.' })
  title: string;
}

@InputType({ description: 'Training, visit, inspection, lateral review and the like.' })
export class AddOtherEvidenceInput extends AddEvidenceInput {
  @Field(() => OtherEvidenceKindEnum, { description: 'Kind.' })
  kind: OtherEvidenceKind;

  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => Int, { nullable: true, description: '举一反三: checked.' })
  checkedCount?: number | null;

  @Field(() => Int, { nullable: true, description: '举一反三: corrected.' })
  correctedCount?: number | null;
}
