import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node, PageArgs } from '../../graphql/connection.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { OffsetUnitEnum } from '../../graphql/vocabulary.ts';
import { Body } from '../bodies/body.type.ts';
import { Attachment } from '../evidence/evidence.type.ts';
import { FindingOutline } from '../findings/finding-outline.type.ts';
import { Inspection } from '../rounds/round.type.ts';
import {
  NoticeDueRuleEnum,
  NoticeKindEnum,
  NoticeReasonEnum,
  NoticeStateEnum,
  NoticeVerbEnum,
  ReplyVerdictEnum,
} from './notice-vocabulary.ts';

@ObjectType({ description: 'The day a reply is due, with what gave it.' })
export class ReplyDue {
  @Field(() => Day, { description: 'The day, Asia/Shanghai; overdue begins the day after.' })
  dueOn: string;

  @Field(() => NoticeDueRuleEnum, { description: 'What gave it.' })
  rule: string;

  @Field(() => Int, { nullable: true, description: 'How many units were counted; null for a day that was given.' })
  amount: number | null;

  @Field(() => OffsetUnitEnum, { nullable: true, description: 'Of what.' })
  unit: string | null;

  @Field(() => Day, { description: 'The day counted from.' })
  from: string;
}

@ObjectType({ description: 'What the viewer may do with a notice now, or why not yet.' })
export class NoticeTransition {
  @Field(() => NoticeVerbEnum, { description: 'The verb.' })
  verb: string;

  @Field(() => NoticeStateEnum, { description: 'The state it leads to.' })
  to: string;

  @Field(() => Boolean, { description: 'Whether it would be carried out.' })
  allowed: boolean;

  @Field(() => NoticeReasonEnum, { nullable: true, description: 'Why not.' })
  reason: string | null;
}

@ObjectType({
  implements: Node,
  description: 'A post to which a notice is addressed, as it was held when it was sent.',
})
export class NoticeRecipient extends Node {
  @Field(() => String, { description: 'Title of the post.' })
  postTitle: string;

  @Field(() => String, { nullable: true, description: 'Who held it; null: nobody.' })
  personName: string | null;
}

@ObjectType({ implements: Node, description: 'A reply of the body: a draft of its own until it is sent, then final.' })
export class NoticeReply extends Node {
  @Field(() => Int, { description: '1 for the first reply to the notice.' })
  ordinal: number;

  @Field(() => String, { description: 'The text.' })
  text: string;

  @Field(() => String, { description: 'Who drafted it last.' })
  draftedByName: string;

  @Field(() => Instant, { description: 'When.' })
  draftedAt: string;

  @Field(() => Instant, { nullable: true, description: 'When it was sent; null for a draft.' })
  sentAt: string | null;

  @Field(() => String, { nullable: true, description: 'Who sent it.' })
  sentByName: string | null;

  @Field(() => String, { nullable: true, description: 'In which post.' })
  sentByPost: string | null;

  @Field(() => Day, { nullable: true, description: 'The day it was due when it was sent.' })
  dueOn: string | null;

  @Field(() => ReplyVerdictEnum, { nullable: true, description: 'What the office made of it; null: not decided.' })
  verdict: string | null;

  @Field(() => String, { nullable: true, description: 'The office’s words; the reason where it asked again.' })
  verdictWords: string | null;

  @Field(() => String, { nullable: true, description: 'Who decided.' })
  verdictByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  verdictAt: string | null;

  @Field(() => [Attachment], { description: 'Its files.' })
  attachments: Attachment[];
}

@ObjectType({
  implements: Node,
  description:
    'A notice of an inspection office to a body. Seen by that office, by the body’s secretary and clerk and by the discipline group; a HANDOVER by the office alone.',
})
export class Notice extends Node {
  @Field(() => String, { description: 'As printed, e.g. 巡察督〔2026〕3号; one series per office and year.' })
  number: string;

  @Field(() => NoticeKindEnum, { description: 'The step of the ladder.' })
  kind: string;

  @Field(() => NoticeStateEnum, { description: 'Where it stands.' })
  state: string;

  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => String, { description: 'Reason and text.' })
  text: string;

  @Field(() => String, { nullable: true, description: 'To which authority a HANDOVER goes; null for the others.' })
  handedTo: string | null;

  @Field(() => Body, { description: 'The office that sent it.' })
  office: Body;

  @Field(() => Body, { description: 'The body it is about.' })
  body: Body;

  @Field(() => Inspection, { description: 'The inspection it belongs to.' })
  inspection: Inspection;

  @Field(() => [NoticeRecipient], { description: 'Posts of the body; empty for a HANDOVER.' })
  recipients: NoticeRecipient[];

  @Field(() => [FindingOutline], { description: 'The findings it concerns, by number, title and state.' })
  findings: FindingOutline[];

  @Field(() => Notice, { nullable: true, description: 'The unanswered notice of the step below that it follows.' })
  follows: Notice | null;

  @Field(() => [Notice], { description: 'The notices that follow it.' })
  followedBy: Notice[];

  @Field(() => String, { nullable: true, description: 'Why steps below were skipped.' })
  skipReason: string | null;

  @Field(() => Instant, { description: 'When it was sent.' })
  sentAt: string;

  @Field(() => String, { description: 'Who sent it.' })
  sentByName: string;

  @Field(() => String, { nullable: true, description: 'In which post.' })
  sentByPost: string | null;

  @Field(() => ReplyDue, { nullable: true, description: 'When its reply is due; null for a HANDOVER.' })
  replyDue: ReplyDue | null;

  @Field(() => Boolean, { description: 'Whether that day has passed without a reply.' })
  overdue: boolean;

  @Field(() => Instant, { nullable: true, description: 'When it was signed for.' })
  signedForAt: string | null;

  @Field(() => String, { nullable: true, description: 'By whom.' })
  signedForByName: string | null;

  @Field(() => String, { nullable: true, description: 'In which post.' })
  signedForByPost: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnAt: string | null;

  @Field(() => String, { nullable: true, description: 'By whom.' })
  withdrawnByName: string | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  withdrawReason: string | null;

  @Field(() => [NoticeReply], { description: 'The replies that were sent, in order.' })
  replies: NoticeReply[];

  @Field(() => NoticeReply, {
    nullable: true,
    description: 'The drafted reply; null without one, and for everybody but the body’s secretary and clerk.',
  })
  draft: NoticeReply | null;

  @Field(() => Boolean, { description: 'Whether it is the viewer’s turn.' })
  waitsForMe: boolean;

  @Field(() => [NoticeTransition], { description: 'What the viewer may do now.' })
  transitions: NoticeTransition[];

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;
}

@ObjectType({ implements: Node, description: 'That a notice concerns a finding, for everybody who reads the finding.' })
export class NoticeOutline extends Node {
  @Field(() => String, { description: 'Its number.' })
  number: string;

  @Field(() => NoticeKindEnum, { description: 'The step of the ladder.' })
  kind: string;

  @Field(() => NoticeStateEnum, { description: 'Where it stands.' })
  state: string;

  @Field(() => Instant, { description: 'When it was sent.' })
  sentAt: string;

  @Field(() => Day, { nullable: true, description: 'When its reply is due.' })
  replyDueOn: string | null;

  @Field(() => Boolean, { description: 'Whether that day has passed without a reply.' })
  overdue: boolean;

  @Field(() => Notice, { nullable: true, description: 'The notice; null where the viewer may not read its text.' })
  notice: Notice | null;
}

export const NoticeConnection = connectionOf(Notice, 'Notice', 'notices');
@InputType({ description: 'Which notices; absent fields do not filter.' })
export class NoticeFilter {
  @Field(() => [NoticeKindEnum], { nullable: true, description: 'Of one of these kinds.' })
  kind?: string[] | null;

  @Field(() => [NoticeStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Global id of the body.' })
  bodyId?: string | null;

  @Field(() => String, { nullable: true, description: 'Global id of the round.' })
  roundId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whose reply is overdue, or (false) the others.' })
  overdue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that wait for the viewer, or (false) the others.' })
  waitsForMe?: boolean | null;
}

@ArgsType()
export class NoticeListArgs extends PageArgs {
  @Field(() => NoticeFilter, { nullable: true, description: 'Which notices.' })
  filter?: NoticeFilter | null;
}
