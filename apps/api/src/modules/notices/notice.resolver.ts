import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { readField } from '../../read/reader.ts';
import { draftReply, sendReply, signForNotice } from './answer-notice.ts';
import { issueNotice } from './issue-notice.ts';
import { acceptReply, askAgain, withdrawNotice } from './judge-reply.ts';
import {
  AcceptReplyInput,
  AskAgainInput,
  DraftReplyInput,
  IssueNoticeInput,
  NoticePayload,
  NoticeVerbInput,
  WithdrawNoticeInput,
} from './notice.inputs.ts';
import { Notice, NoticeConnection, NoticeListArgs } from './notice.type.ts';

/** The notice with the caller's selection, or the refusal. */
const noticeAnswer = (work: Promise<string>): Promise<NoticePayload> =>
  answer(async () => ({ notice: ref<Notice>('Notice', await work) }));

/** 督办、指导、提醒、告诫 and what the body answers */
@Resolver()
export class NoticeResolver {
  @Query(() => NoticeConnection, { description: 'Notices that the viewer reads, newest first.' })
  notices(
    @Args(() => NoticeListArgs) _args: NoticeListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => Notice, { nullable: true, description: 'One notice; null when absent or invisible.' })
  notice(
    @Arg('id', () => ID, { description: 'Global id.' }) _id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Mutation(() => NoticePayload, { description: 'Sends a notice to a body. The office of the round.' })
  issueNotice(
    @Arg('input', () => IssueNoticeInput, { description: 'The notice.' }) input: IssueNoticeInput,
    @Ctx() ctx: Context,
  ): Promise<NoticePayload> {
    return noticeAnswer(issueNotice(ctx, input));
  }

  @Mutation(() => NoticePayload, { description: 'Withdraws a notice that nobody signed for. The office that sent it.' })
  withdrawNotice(
    @Arg('input', () => WithdrawNoticeInput, { description: 'Which, and why.' }) input: WithdrawNoticeInput,
    @Ctx() ctx: Context,
  ): Promise<NoticePayload> {
    return noticeAnswer(withdrawNotice(ctx, input));
  }

  @Mutation(() => NoticePayload, { description: 'Signs for a notice. Secretary or clerk of the body.' })
  signForNotice(
    @Arg('input', () => NoticeVerbInput, { description: 'Which.' }) input: NoticeVerbInput,
    @Ctx() ctx: Context,
  ): Promise<NoticePayload> {
    return noticeAnswer(signForNotice(ctx, input));
  }

  @Mutation(() => NoticePayload, { description: 'Drafts the reply inside the body. Secretary or clerk.' })
  draftReply(
    @Arg('input', () => DraftReplyInput, { description: 'The text.' }) input: DraftReplyInput,
    @Ctx() ctx: Context,
  ): Promise<NoticePayload> {
    return noticeAnswer(draftReply(ctx, input));
  }

  @Mutation(() => NoticePayload, { description: 'Sends the drafted reply to the office. Secretary.' })
  sendReply(
    @Arg('input', () => NoticeVerbInput, { description: 'Which.' }) input: NoticeVerbInput,
    @Ctx() ctx: Context,
  ): Promise<NoticePayload> {
    return noticeAnswer(sendReply(ctx, input));
  }

  @Mutation(() => NoticePayload, { description: 'Accepts the reply. The office that sent the notice.' })
  acceptReply(
    @Arg('input', () => AcceptReplyInput, { description: 'Which.' }) input: AcceptReplyInput,
    @Ctx() ctx: Context,
  ): Promise<NoticePayload> {
    return noticeAnswer(acceptReply(ctx, input));
  }

  @Mutation(() => NoticePayload, { description: 'Asks for the reply again. The office that sent the notice.' })
  askAgain(
    @Arg('input', () => AskAgainInput, { description: 'Why, and by when.' }) input: AskAgainInput,
    @Ctx() ctx: Context,
  ): Promise<NoticePayload> {
    return noticeAnswer(askAgain(ctx, input));
  }
}
