import { LIMITS } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { fromDate } from '../day.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { optionalText, requireText } from '../text.ts';
import { changeNotice } from './change-notice.ts';
import { replyDueColumns } from './issue-notice.ts';
import type { AcceptReplyInput, AskAgainInput, WithdrawNoticeInput } from './notice.inputs.ts';

/** Writes what the office made of the last reply; answers its number. */
async function writeVerdict(
  ctx: Context,
  tx: Transaction,
  noticeId: string,
  verdict: 'ACCEPTED' | 'ASKED_AGAIN',
  verdictWords: string | null,
): Promise<number> {
  const last = await tx.noticeReply.findFirstOrThrow({
    where: { noticeId, sentAt: { not: null } },
    orderBy: { ordinal: 'desc' },
  });
  const data = { verdict, verdictWords, verdictByName: ctx.viewer.name, verdictAt: ctx.now() };
  await tx.noticeReply.update({ where: { id: last.id }, data });
  return last.ordinal;
}

export async function acceptReply(ctx: Context, input: AcceptReplyInput): Promise<string> {
  const words = optionalText(input.words, 'words', LIMITS.opinion) ?? null;
  return changeNotice(ctx, input, 'acceptReply', async ({ tx, notice }) => {
    const reply = await writeVerdict(ctx, tx, notice.id, 'ACCEPTED', words);
    return { after: { reply }, reason: words };
  });
}

/** Asks for the reply again by a new day; the old one stays with the reply that it asked for. */
export async function askAgain(ctx: Context, input: AskAgainInput): Promise<string> {
  const reason = requireText(input.reason, 'reason', LIMITS.reason);
  return changeNotice(ctx, input, 'askAgain', async ({ tx, notice }) => {
    const { settings } = await settingsOfInspection(tx, notice.inspectionId);
    const { due, columns } = await replyDueColumns(ctx, tx, input, settings.noticeReply);
    const reply = await writeVerdict(ctx, tx, notice.id, 'ASKED_AGAIN', reason);
    const after = { reply, replyDueOn: due.dueOn, replyWasDueOn: fromDate(notice.replyDueOn) };
    return { patch: columns, after, reason };
  });
}

/** Withdraws a notice that nobody signed for; its number is not given again. */
export async function withdrawNotice(ctx: Context, input: WithdrawNoticeInput): Promise<string> {
  const reason = requireText(input.reason, 'reason', LIMITS.reason);
  return changeNotice(ctx, input, 'withdrawNotice', async () => ({
    patch: { withdrawnAt: ctx.now(), withdrawnByName: ctx.viewer.name, withdrawReason: reason },
    reason,
  }));
}
