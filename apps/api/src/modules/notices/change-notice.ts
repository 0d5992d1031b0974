import { DomainError, forbidden, judgeNotice, notFound, type NoticeFacts, type NoticeVerb } from '@closeout/domain';
import type { Notice, Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { fromDate } from '../day.ts';
import { demandVersion, reading } from '../findings/change-finding.ts';
import { noticesWithin } from './visible-notice.ts';

/** A notice locked for a change; an invisible one answers like an absent one. */
export async function lockNotice(ctx: Context, tx: Transaction, id: string): Promise<Notice> {
  const r = reading(ctx);
  const text = `SELECT 1 FROM notice n WHERE n.id = ${r.statement.param(id, 'uuid')} AND ${noticesWithin('readNotices', 'n', r)} FOR UPDATE OF n`;
  const found = await tx.$queryRawUnsafe<unknown[]>(text, ...r.statement.values);
  if (found.length === 0) throw notFound('the notice');
  return tx.notice.findUniqueOrThrow({ where: { id } });
}

const draftOf = (tx: Transaction, noticeId: string) => tx.noticeReply.findFirst({ where: { noticeId, sentAt: null } });
type Draft = Awaited<ReturnType<typeof draftOf>>;

const factsOf = (notice: Notice, draft: Draft): NoticeFacts => ({
  ...notice,
  replyDueOn: fromDate(notice.replyDueOn),
  drafted: draft !== null,
});

/** Refuses in the ledger's terms what the domain does not allow now; answers the draft that was looked at. */
export async function demandOnNotice(ctx: Context, tx: Transaction, verb: NoticeVerb, notice: Notice): Promise<Draft> {
  const draft = await draftOf(tx, notice.id);
  const { allowed, reason } = judgeNotice(ctx.viewer, verb, factsOf(notice, draft));
  if (allowed) return draft;
  if (reason === 'FORBIDDEN') throw forbidden(verb);
  throw new DomainError({
    code: 'ILLEGAL_TRANSITION',
    rule: reason === 'NO_DRAFT' ? 'notices.draft' : 'notices.state',
    message: reason === 'NO_DRAFT' ? 'draft the reply first' : `${verb} is not possible: the notice is ${notice.state}`,
    params: { state: notice.state },
  });
}

/** What a verb writes beside the state it leads to. */
export interface NoticeChange {
  patch?: Prisma.NoticeUncheckedUpdateInput;
  after?: Record<string, unknown>;
  reason?: string | null;
}

interface Locked {
  tx: Transaction;
  notice: Notice;
  draft: Draft;
}

/** One verb on one notice in its own transaction: visible, version, allowed, written, versioned; answers its uuid. */
export async function changeNotice(
  ctx: Context,
  input: { noticeId: string; version?: number | null },
  verb: NoticeVerb,
  work: (locked: Locked) => Promise<NoticeChange>,
): Promise<string> {
  const id = uuidOf(input.noticeId, 'ntc', 'the notice');
  return inTransaction(ctx, async (tx) => {
    const notice = await lockNotice(ctx, tx, id);
    const seen = { id, version: notice.version, updatedByName: null, updatedAt: notice.sentAt };
    await demandVersion(tx, seen, 'Notice', input.version);
    const draft = await demandOnNotice(ctx, tx, verb, notice);
    const { to: state } = judgeNotice(ctx.viewer, verb, factsOf(notice, draft));
    const { patch, after, reason = null } = await work({ tx, notice, draft });
    await tx.notice.update({ where: { id }, data: { ...patch, state, version: { increment: 1 } } });
    const entry = {
      verb,
      recordType: 'Notice',
      recordId: id,
      bodyId: notice.bodyId,
      before: { state: notice.state },
      after: { state, ...after },
      reason,
    };
    return { value: id, events: [entry] };
  });
}
