import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { Day } from '../../graphql/scalars.ts';
import { NoticeKindEnum } from './notice-vocabulary.ts';
import { Notice } from './notice.type.ts';

@InputType({ description: 'When a reply is due: a day, or working days, or (both absent) as the settings say.' })
export class ReplyDueInput {
  @Field(() => Day, { nullable: true, description: 'A day after today, at most a year away.' })
  replyDueOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'Working days from today, 1 to 120.' })
  replyWorkingDays?: number | null;
}

@InputType({ description: 'A notice to send.' })
export class IssueNoticeInput extends ReplyDueInput {
  @Field(() => ID, { description: 'The inspection, of a round of the own office.' })
  inspectionId: string;

  @Field(() => NoticeKindEnum, { description: 'The step of the ladder.' })
  kind: keyof typeof NoticeKindEnum;

  @Field(() => String, { description: 'Title, at most 300 characters.' })
  title: string;

  @Field(() => String, { description: 'Reason and text, at most 5,000 characters.' })
  text: string;

  @Field(() => [ID], { description: 'Posts of the body it is addressed to, at least one; none for a HANDOVER.' })
  recipientIds: string[];

  @Field(() => [ID], { description: 'Outlines of the findings it concerns, of this inspection; may be empty.' })
  findingIds: string[];

  @Field(() => String, { nullable: true, description: 'To which authority; required for a HANDOVER, for it alone.' })
  handedTo?: string | null;

  @Field(() => ID, { nullable: true, description: 'The unanswered notice of the step below that it follows.' })
  followsId?: string | null;

  @Field(() => String, { nullable: true, description: 'Why the step below is skipped, where it is.' })
  skipReason?: string | null;
}

@InputType({ description: 'A notice as it was seen.' })
export class NoticeVerbInput {
  @Field(() => ID, { description: 'The notice.' })
  noticeId: string;

  @Field(() => Int, { nullable: true, description: 'The version that was seen; a stale one is a CONFLICT.' })
  version?: number | null;
}

@InputType({ description: 'Withdraws a notice that nobody signed for.' })
export class WithdrawNoticeInput extends NoticeVerbInput {
  @Field(() => String, { description: 'Why; the body reads it.' })
  reason: string;
}

@InputType({ description: 'Drafts the reply, or drafts it anew.' })
export class DraftReplyInput extends NoticeVerbInput {
  @Field(() => String, { description: 'The text, at most 5,000 characters.' })
  text: string;
}

@InputType({ description: 'Accepts the reply.' })
export class AcceptReplyInput extends NoticeVerbInput {
  @Field(() => String, { nullable: true, description: 'The office’s words.' })
  words?: string | null;
}

@InputType({ description: 'Asks for the reply again; the reply before stays as it was sent.' })
export class AskAgainInput extends ReplyDueInput {
  @Field(() => ID, { description: 'The notice.' })
  noticeId: string;

  @Field(() => Int, { nullable: true, description: 'The version that was seen; a stale one is a CONFLICT.' })
  version?: number | null;

  @Field(() => String, { description: 'What is wanting; the body reads it.' })
  reason: string;
}

@ObjectType({ description: 'The notice, or why it was refused.' })
export class NoticePayload {
  @Field(() => Notice, { nullable: true, description: 'The notice; null when refused.' })
  notice?: Notice | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when done.' })
  userErrors: UserError[];
}
