import { checkAssessment, invalid, LIMITS, readScore, shanghaiDay } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { toDate } from '../day.ts';
import { keepInspection } from '../rounds/keep-inspection.ts';
import { optionalText, requireText } from '../text.ts';
import type { AssessEffectInput, AssessmentItemInput } from './effect.inputs.ts';

const points = (input: { score?: string | null; fullScore?: string | null }, at = '') =>
  readScore(
    optionalText(input.score, `${at}score`, LIMITS.name) ?? null,
    optionalText(input.fullScore, `${at}fullScore`, LIMITS.name) ?? null,
    at,
  );

function itemColumns(item: AssessmentItemInput, index: number) {
  const at = `items.${index}.`;
  return {
    ordinal: index + 1,
    title: requireText(item.title, `${at}title`, LIMITS.title),
    ...points(item, at),
    remark: optionalText(item.remark, `${at}remark`, LIMITS.title) ?? null,
  };
}

/** Enters an assessment beside those before; nothing of an earlier one is changed. Only the office of the round. */
export async function assessEffect(ctx: Context, input: AssessEffectInput): Promise<string> {
  const { grade = null, assessedOn, items = [] } = input;
  const columns = {
    assessor: requireText(input.assessor, 'assessor', LIMITS.name),
    grade,
    gradeText: optionalText(input.gradeText, 'gradeText', LIMITS.name) ?? null,
    ...points(input),
    remark: optionalText(input.remark, 'remark', LIMITS.text) ?? null,
  };
  checkAssessment({ grade, score: columns.score, assessedOn }, shanghaiDay(ctx.now()));
  if ((items ?? []).length > LIMITS.batch) throw invalid('items', 'input.count', `at most ${LIMITS.batch} items`);
  const listed = (items ?? []).map(itemColumns);
  return keepInspection(ctx, input.inspectionId, 'assessEffect', 'assessEffect', async (tx, inspection) => {
    const number = (await tx.effectAssessment.count({ where: { inspectionId: inspection.id } })) + 1;
    const { id } = await tx.effectAssessment.create({
      data: {
        ...columns,
        inspectionId: inspection.id,
        bodyId: inspection.bodyId,
        number,
        assessedOn: toDate(assessedOn),
        enteredByName: ctx.viewer.name,
        enteredAt: ctx.now(),
        items: { create: listed },
      },
    });
    const after = { ...columns, number, assessedOn, items: listed };
    return { recordType: 'EffectAssessment', recordId: id, after };
  });
}
