import { checkAnswer, DomainError, invalid, LIMITS, notFound, shanghaiDay } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { optionalUuid, uuidOf } from '../../read/ids.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { toOptionalDate } from '../day.ts';
import { demandVersion } from '../findings/change-finding.ts';
import { keepInspection } from '../rounds/keep-inspection.ts';
import { optionalText, requireText } from '../text.ts';
import type { RemoveRecommendationInput, SaveRecommendationInput } from './recommendation.inputs.ts';

async function demandPost(tx: Transaction, bodyId: string, postId: string | null): Promise<void> {
  if (postId === null) return;
  if ((await tx.post.count({ where: { id: postId, bodyId, active: true } })) === 0)
    throw invalid('postId', 'findings.ownBody', 'postId names no post of this body');
}

async function ofInspection(tx: Transaction, inspectionId: string, id: string) {
  const known = await tx.recommendation.findFirst({ where: { id, inspectionId } });
  if (known === null) throw notFound('the recommendation');
  return known;
}

/** Enters a recommendation of the feedback at the end of the list, or changes one with its answer. */
export async function saveRecommendation(ctx: Context, input: SaveRecommendationInput): Promise<string> {
  const id = optionalUuid(input.recommendationId, 'rcm', 'the recommendation') ?? null;
  const postId = optionalUuid(input.postId, 'pst', 'the post') ?? null;
  const answer = optionalText(input.answer, 'answer', LIMITS.text) ?? null;
  const { answeredOn = null } = input;
  const state = input.state ?? 'OPEN';
  const text = requireText(input.text, 'text', LIMITS.text);
  checkAnswer({ state, answer, answeredOn }, shanghaiDay(ctx.now()));
  const columns = { text, postId, state, answer, answeredOn: toOptionalDate(answeredOn) ?? null };
  const stamp = { updatedAt: ctx.now(), updatedByName: ctx.viewer.name };
  const { inspectionId } = input;
  return keepInspection(ctx, inspectionId, 'keepInspection', 'saveRecommendation', async (tx, inspection) => {
    await demandPost(tx, inspection.bodyId, postId);
    if (id === null) {
      const last = await tx.recommendation.aggregate({
        where: { inspectionId: inspection.id },
        _max: { number: true },
      });
      const place = { inspectionId: inspection.id, bodyId: inspection.bodyId, number: (last._max.number ?? 0) + 1 };
      const made = await tx.recommendation.create({ data: { ...columns, ...stamp, ...place, createdAt: ctx.now() } });
      return { recordType: 'Recommendation', recordId: made.id, after: { number: place.number, ...columns } };
    }
    const known = await ofInspection(tx, inspection.id, id);
    if (input.version === null || input.version === undefined)
      throw invalid('version', 'input.required', 'say which version of the recommendation was seen');
    await demandVersion(tx, known, 'Recommendation', input.version);
    await tx.recommendation.update({ where: { id }, data: { ...columns, ...stamp, version: { increment: 1 } } });
    const before = { text: known.text, postId: known.postId, state: known.state, answer: known.answer };
    return {
      recordType: 'Recommendation',
      recordId: id,
      before: { ...before, answeredOn: known.answeredOn },
      after: columns,
    };
  });
}

/** Takes a recommendation back that was entered by mistake; an answered one stays. The numbers of the others stay. */
export async function removeRecommendation(ctx: Context, input: RemoveRecommendationInput): Promise<string> {
  const id = uuidOf(input.recommendationId, 'rcm', 'the recommendation');
  const { inspectionId } = input;
  return keepInspection(ctx, inspectionId, 'keepInspection', 'removeRecommendation', async (tx, inspection) => {
    const known = await ofInspection(tx, inspection.id, id);
    if (known.state === 'ANSWERED') {
      const message = 'an answered recommendation stays';
      throw new DomainError({ code: 'ILLEGAL_TRANSITION', rule: 'recommendations.answeredStays', message });
    }
    await tx.recommendation.delete({ where: { id } });
    const { number, text, state, answer } = known;
    return { recordType: 'Recommendation', recordId: id, before: { number, text, state, answer } };
  });
}
