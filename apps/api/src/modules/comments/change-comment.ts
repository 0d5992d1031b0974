import {
  DomainError,
  forbidden,
  judgeComment,
  notFound,
  type CommentReason,
  type CommentState,
  type CommentVerb,
} from '@closeout/domain';
import type { Prisma, PublicationComment } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { demandVersion, reading } from '../findings/change-finding.ts';
import { commentFacts, loadComments, type CommentRecord } from './comment-record.ts';
import type { CommentInput } from './comment.inputs.ts';
import { commentVisible } from './comment.read.ts';
import { syncComment } from './in-public.ts';

const RULES: Record<Exclude<CommentReason, 'FORBIDDEN'>, string> = {
  WRONG_STATE: 'comments.state',
  NO_ANSWER: 'comments.noAnswer',
  RELEASED: 'comments.released',
  NOT_UP: 'publications.notUp',
};

/** A comment locked for a change; an invisible one answers like an absent one, and so does one that is purged. */
async function lockComment(ctx: Context, tx: Transaction, id: string): Promise<PublicationComment> {
  const r = reading(ctx);
  const text = `SELECT 1 FROM publication_comment c WHERE c.id = ${r.statement.param(id, 'uuid')} AND ${commentVisible('c', r)} FOR UPDATE OF c`;
  const found = await tx.$queryRawUnsafe<unknown[]>(text, ...r.statement.values);
  if (found.length === 0) throw notFound('the comment');
  return tx.publicationComment.findUniqueOrThrow({ where: { id } });
}

function demandOnComment(ctx: Context, verb: CommentVerb, record: CommentRecord): CommentState {
  const { allowed, reason, to } = judgeComment(ctx.viewer, verb, commentFacts(record));
  if (allowed) return to;
  if (reason === 'FORBIDDEN' || reason === null) throw forbidden(verb);
  throw new DomainError({
    code: 'ILLEGAL_TRANSITION',
    rule: RULES[reason],
    message: `${verb} is not possible: ${reason}`,
    params: { state: record.state, reason },
  });
}

export interface LockedComment {
  tx: Transaction;
  comment: PublicationComment;
  record: CommentRecord;
}

/** What a verb writes; `null` when the comment is gone. */
type Written = Prisma.PublicationCommentUncheckedUpdateInput | null;

/**
 * One verb on one comment in its own transaction: visible, version, allowed, written, its public side brought along. The trail names the
 * public text and the item, never the comment or a word of it, so that what is purged is nowhere. Answers the public text's uuid.
 */
export async function changeComment(
  ctx: Context,
  verb: CommentVerb,
  input: CommentInput,
  work: (locked: LockedComment) => Promise<{ patch: Written; trail: Record<string, unknown> }>,
): Promise<string> {
  const id = uuidOf(input.commentId, 'pcm', 'the comment');
  return inTransaction(ctx, async (tx) => {
    const comment = await lockComment(ctx, tx, id);
    const [record] = (await loadComments(tx, 'id', id)) as [CommentRecord];
    if (judgeComment(ctx.viewer, verb, commentFacts(record)).reason === 'FORBIDDEN') throw forbidden(verb);
    await demandVersion(tx, comment, 'PublicationComment', input.version);
    const state = demandOnComment(ctx, verb, record);
    const { patch, trail } = await work({ tx, comment, record });
    if (patch !== null) {
      const data = { state, ...patch, updatedByName: ctx.viewer.name, version: { increment: 1 } };
      await tx.publicationComment.update({ where: { id }, data });
    }
    await syncComment(tx, id);
    const { publicationId, bodyId } = comment;
    const entry = { verb, recordType: 'Publication', recordId: publicationId, bodyId, after: trail };
    return { value: publicationId, events: [entry] };
  });
}
