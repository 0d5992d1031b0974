import type { PieceVerb } from '@closeout/domain';
import { Args, Field, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, DayRange, Node, PageArgs, planned } from '../../graphql/connection.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import {
  AttachmentPurposeEnum,
  DatePrecisionEnum,
  DocumentChangeEnum,
  DocumentStatusEnum,
  EvidenceAcceptanceEnum,
  EvidenceKindEnum,
  EvidenceVerbEnum,
  MeetingTypeEnum,
  TalkTypeEnum,
  YearSourceEnum,
} from '../../graphql/vocabulary-evidence.ts';
import { ActionConnection } from '../actions/action.type.ts';
import { Department } from '../bodies/body.type.ts';
import { Recovery } from '../money/money.type.ts';

@ObjectType({ description: 'When something happened, as exactly as it is known; nothing is invented.' })
export class EventDate {
  @Field(() => Day, { nullable: true, description: 'First day; null when not known to the day.' })
  on: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day of a range.' })
  to: string | null;

  @Field(() => String, { nullable: true, description: 'The words of the source, e.g. 2023年10月中旬.' })
  text: string | null;

  @Field(() => DatePrecisionEnum, { description: 'How exactly it is known.' })
  precision: string;

  @Field(() => YearSourceEnum, {
    nullable: true,
    description: 'Where the year comes from; null for dates entered here.',
  })
  year: string | null;
}

@ObjectType({ description: 'What a meeting has beyond date, title and files.' })
export class MeetingDetails {
  @Field(() => MeetingTypeEnum, { description: 'Type.' })
  type: string;

  @Field(() => String, { nullable: true, description: 'The type in the words of the source.' })
  typeText: string | null;

  @Field(() => String, { nullable: true, description: '主持人' })
  chair: string | null;

  @Field(() => String, { nullable: true, description: '参会人员' })
  attendees: string | null;

  @Field(() => String, { nullable: true, description: '缺席人员及原因' })
  absent: string | null;

  @Field(() => String, { nullable: true, description: '记录人' })
  recorder: string | null;

  @Field(() => String, { nullable: true, description: '议题' })
  agenda: string | null;

  @Field(() => String, { nullable: true, description: '决议' })
  resolution: string | null;

  @Field(() => String, { nullable: true, description: '纪要编号' })
  minutesNumber: string | null;
}

@ObjectType({ description: 'What an issued document has beyond date, title and files.' })
export class DocumentDetails {
  @Field(() => String, { nullable: true, description: '文号, e.g. 〔2024〕7号.' })
  number: string | null;

  @Field(() => String, { nullable: true, description: '发文单位' })
  issuer: string | null;

  @Field(() => DocumentStatusEnum, { description: 'Whether it was issued.' })
  status: string;

  @Field(() => DocumentChangeEnum, { nullable: true, description: 'New, revised or repealed.' })
  change: string | null;
}

@ObjectType({ description: 'What a talk has beyond its date.' })
export class TalkDetails {
  @Field(() => TalkTypeEnum, { description: 'Type.' })
  type: string;

  @Field(() => String, { nullable: true, description: 'The type in the words of the source.' })
  typeText: string | null;

  @Field(() => String, { nullable: true, description: 'Who talked.' })
  interviewer: string | null;

  @Field(() => String, { nullable: true, description: 'With whom.' })
  interviewee: string | null;

  @Field(() => String, { nullable: true, description: 'Reason.' })
  reason: string | null;

  @Field(() => Int, { nullable: true, description: '人次; unknown stays null.' })
  occurrences: number | null;
}

@ObjectType({ implements: Node, description: 'A stored file; its content is served at `path` as an attachment.' })
export class Attachment extends Node {
  @Field(() => AttachmentPurposeEnum, { description: 'What it is for.' })
  purpose: string;

  @Field(() => String, { description: 'Name as uploaded, cleaned.' })
  fileName: string;

  @Field(() => String, { description: 'Media type by content.' })
  mediaType: string;

  @Field(() => Int, { description: 'Bytes.' })
  size: number;

  @Field(() => String, { description: 'SHA-256 of the content, hex.' })
  sha256: string;

  @Field(() => String, { description: 'Path to download it with the same session or token.' })
  path: string;

  @Field(() => Instant, { description: 'When it was uploaded.' })
  uploadedAt: string;

  @Field(() => String, { nullable: true, description: 'Who uploaded it.' })
  uploadedByName: string | null;
}

@ObjectType({ description: 'A version of a piece of evidence that was kept.' })
export class EvidenceVersion {
  @Field(() => Int, { description: 'The version.' })
  number: number;

  @Field(() => Instant, { description: 'From when it stood.' })
  since: string;

  @Field(() => Instant, {
    nullable: true,
    description:
      'Until when; null: it stands. `evidencePiece` with `@asOf(at: until)` reads it as it was, files included.',
  })
  until: string | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  byName: string | null;
}

@InputType({ description: 'Which evidence; absent fields do not filter.' })
export class EvidenceFilter {
  @Field(() => [EvidenceFilter], { nullable: true, description: 'All of these.' })
  and?: EvidenceFilter[] | null;

  @Field(() => [EvidenceFilter], { nullable: true, description: 'Any of these.' })
  or?: EvidenceFilter[] | null;

  @Field(() => EvidenceFilter, { nullable: true, description: 'Not this.' })
  not?: EvidenceFilter | null;

  @Field(() => [EvidenceKindEnum], { nullable: true, description: 'Of one of these kinds.' })
  kind?: string[] | null;

  @Field(() => [EvidenceAcceptanceEnum], { nullable: true, description: 'In one of these states of review.' })
  acceptance?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Global id of the body.' })
  bodyId?: string | null;

  @Field(() => String, { nullable: true, description: 'Global id of a finding it proves.' })
  findingId?: string | null;

  @Field(() => DayRange, { nullable: true, description: 'Happened within these days.' })
  occurredOn?: DayRange | null;

  @Field(() => String, { nullable: true, description: 'Text that the title, note, number or piece number contains.' })
  text?: string | null;
}

@ObjectType({ implements: Node, description: '佐证: a piece of evidence; one piece can prove several findings.' })
export class Evidence extends Node {
  @Field(() => EvidenceKindEnum, { description: 'Kind.' })
  kind: string;

  @Field(() => String, { description: 'Piece number finding-action-piece, e.g. 5-1-02; never changes.' })
  pieceNumber: string;

  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => EventDate, { description: 'When it happened.' })
  date: EventDate;

  @Field(() => String, { nullable: true, description: 'Place.' })
  place: string | null;

  @Field(() => String, { nullable: true, description: 'Note.' })
  note: string | null;

  @Field(() => Boolean, { description: 'Restricted reading, logged.' })
  restricted: boolean;

  @Field(() => EvidenceAcceptanceEnum, { description: 'Whether a reviewer accepted it.' })
  acceptance: string;

  @Field(() => String, { nullable: true, description: 'Who accepted or rejected it.' })
  acceptedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  acceptedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was rejected.' })
  rejectionReason: string | null;

  @Field(() => Int, { nullable: true, description: '举一反三: checked.' })
  checkedCount: number | null;

  @Field(() => Int, { nullable: true, description: '举一反三: corrected.' })
  correctedCount: number | null;

  @Field(() => Int, { nullable: true, description: '人; unknown stays null.' })
  headcount: number | null;

  @Field(() => Department, { nullable: true, description: '代录: entered on behalf of this department.' })
  onBehalfOf: Department | null;

  @Field(() => String, { nullable: true, description: 'Where it came from when entered on behalf.' })
  onBehalfSource: string | null;

  @Field(() => Boolean, { description: 'True while it stands as an imported source claims it.' })
  reportedBySource: boolean;

  @Field(() => String, { nullable: true, description: 'The words of the source.' })
  quote: string | null;

  @Field(() => [Int], { nullable: true, description: 'Span [start, end) in the import’s source text.' })
  span: number[] | null;

  @Field(() => MeetingDetails, { nullable: true, description: 'Of a meeting.' })
  meeting: MeetingDetails | null;

  @Field(() => DocumentDetails, { nullable: true, description: 'Of a document.' })
  document: DocumentDetails | null;

  @Field(() => TalkDetails, { nullable: true, description: 'Of a talk.' })
  talk: TalkDetails | null;

  @Field(() => [Recovery], { description: 'Of a refund: the payments.' })
  recoveries: Recovery[];

  @Field(() => [Attachment], { description: 'Its files.' })
  attachments: Attachment[];

  @Field(() => ActionConnection, { description: 'The actions it proves, as far as visible.' })
  actions(@Args(() => PageArgs) _page: PageArgs): unknown {
    return planned();
  }

  @Field(() => [String], {
    description:
      '请核对: hints that never block. BEFORE_ON_SITE: dated before the inspection; IN_FUTURE: dated later than today; NO_FILE: nothing attached; SAME_FILE: its file also stands under another piece; SAME_TEXT: another piece of its kind has the same day and title, or the same note; NOT_ISSUED: only a draft; COUNTS_DIFFER: more corrected than checked, or more payers than people; RECOVERED_DIFFERS: its title names another amount than its payments.',
  })
  hints: string[];

  @Field(() => [EvidenceVersion], { description: 'Its versions, newest first, as far back as history is kept.' })
  versions: EvidenceVersion[];

  @Field(() => [EvidenceVerbEnum], { description: 'The verbs that would be carried out for the viewer now.' })
  viewerCan: PieceVerb[];

  @Field(() => String, { nullable: true, description: 'Who entered it.' })
  createdByName: string | null;

  @Field(() => Instant, { description: 'When it was entered.' })
  createdAt: string;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;
}

export const EvidenceConnection = connectionOf(Evidence, 'Evidence', 'evidence');
