import { LIMITS, shanghaiDay } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { toDate } from '../day.ts';
import { requireText } from '../text.ts';
import { changeComment } from './change-comment.ts';
import type { AnswerCommentInput, CommentInput } from './comment.inputs.ts';

/** Shows it on the page, personal data masked. */
export const showComment = (ctx: Context, input: CommentInput): Promise<string> =>
  changeComment(ctx, 'showComment', input, async ({ comment: { item } }) => ({ patch: {}, trail: { item } }));

/** Does not show it, or no longer; a public answer goes with it and is to be released again. */
export const hideComment = (ctx: Context, input: CommentInput): Promise<string> =>
  changeComment(ctx, 'hideComment', input, async ({ comment: { item } }) => ({
    patch: { releasedAt: null, releasedByName: null },
    trail: { item },
  }));

/** Writes the answer; one that was public is no longer until the new words are released. */
export async function answerComment(ctx: Context, input: AnswerCommentInput): Promise<string> {
  const answer = requireText(input.answer, 'answer', LIMITS.text);
  const written = { answer, answeredByName: ctx.viewer.name, answeredAt: ctx.now() };
  return changeComment(ctx, 'answerComment', input, async ({ comment: { item } }) => ({
    patch: { ...written, releasedAt: null, releasedByName: null },
    trail: { item },
  }));
}

/** Puts the answer on the page. */
export const releaseAnswer = (ctx: Context, input: CommentInput): Promise<string> =>
  changeComment(ctx, 'releaseAnswer', input, async ({ comment: { item } }) => ({
    patch: { releasedAt: ctx.now(), releasedByName: ctx.viewer.name },
    trail: { item },
  }));

/**
 * It may hold a case clue: handed over to the discipline group outside this system, it is deleted with its answer. The day's count goes up
 * by one; the trail says no more than that, not even on which item.
 */
export const handOverClue = (ctx: Context, input: CommentInput): Promise<string> =>
  changeComment(ctx, 'handOverClue', input, async ({ tx, comment: { id, publicationId, bodyId } }) => {
    const day = shanghaiDay(ctx.now());
    await tx.publicationComment.delete({ where: { id } });
    await tx.publicationClueDay.upsert({
      where: { publicationId_day: { publicationId, day: toDate(day) } },
      create: { publicationId, bodyId, day: toDate(day), count: 1 },
      update: { count: { increment: 1 } },
    });
    return { patch: null, trail: { day } };
  });
