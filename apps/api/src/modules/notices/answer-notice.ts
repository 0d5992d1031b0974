import { LIMITS } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { postTitleOf } from '../signoff/chain-records.ts';
import { requireText } from '../text.ts';
import { changeNotice } from './change-notice.ts';
import type { DraftReplyInput, NoticeVerbInput } from './notice.inputs.ts';

/** 签收 for the body: who and in which post, once. */
export const signForNotice = (ctx: Context, input: NoticeVerbInput): Promise<string> =>
  changeNotice(ctx, input, 'signForNotice', async ({ tx }) => {
    const signedForByPost = await postTitleOf(tx, ctx.viewer.personId);
    return { patch: { signedForAt: ctx.now(), signedForByName: ctx.viewer.name, signedForByPost } };
  });

/** Drafts the reply inside the body, or drafts it anew; the office sees nothing of it. */
export async function draftReply(ctx: Context, input: DraftReplyInput): Promise<string> {
  const text = requireText(input.text, 'text', LIMITS.text);
  return changeNotice(ctx, input, 'draftReply', async ({ tx, notice, draft }) => {
    const drafted = { text, draftedByName: ctx.viewer.name, draftedAt: ctx.now() };
    const ordinal = draft?.ordinal ?? (await tx.noticeReply.count({ where: { noticeId: notice.id } })) + 1;
    if (draft !== null) await tx.noticeReply.update({ where: { id: draft.id }, data: drafted });
    else await tx.noticeReply.create({ data: { noticeId: notice.id, bodyId: notice.bodyId, ordinal, ...drafted } });
    return { after: { reply: ordinal } };
  });
}

/** Sends the draft as it stands: from then on it is final. */
export const sendReply = (ctx: Context, input: NoticeVerbInput): Promise<string> =>
  changeNotice(ctx, input, 'sendReply', async ({ tx, notice, draft }) => {
    const { id, ordinal } = draft as NonNullable<typeof draft>;
    await tx.noticeReply.update({
      where: { id },
      data: {
        sentAt: ctx.now(),
        sentByName: ctx.viewer.name,
        sentByPost: await postTitleOf(tx, ctx.viewer.personId),
        dueOn: notice.replyDueOn,
      },
    });
    return { after: { reply: ordinal } };
  });
