import { DomainError, invalid, LIMITS, notFound } from '@closeout/domain';
import type { Finding } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { encodeId, uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { optionalText, requireText } from '../text.ts';
import { keepEffect } from '../effects/write-effect.ts';
import { applyToFinding, changeFinding } from './change-finding.ts';
import type { EditFindingInput, PointInput, SetPointOutcomeInput } from './finding.inputs.ts';

const text = (
  input: EditFindingInput,
  name: 'rootCause' | 'acceptanceCriterion' | 'effect' | 'remark',
): Record<string, string | null> => {
  const value = optionalText(input[name], name, LIMITS.text);
  return value === undefined ? {} : { [name]: value };
};

/** Replaces the points: those that stay keep outcome and sums; one with an outcome or a sum does not silently go. */
async function replacePoints(tx: Transaction, finding: Finding, points: PointInput[]): Promise<void> {
  if (points.length > LIMITS.batch) throw invalid('points', 'input.count', `at most ${LIMITS.batch} points`);
  const present = await tx.findingPoint.findMany({ where: { findingId: finding.id }, include: { sums: true } });
  const kept = points.flatMap((point) => (point.id ? [uuidOf(point.id, 'pnt', 'the point')] : []));
  if (kept.some((id) => !present.some((point) => point.id === id))) throw notFound('the point');
  const going = present.filter((point) => !kept.includes(point.id));
  if (going.some((point) => point.outcome !== null || point.sums.length > 0))
    throw new DomainError({
      code: 'INVALID',
      rule: 'findings.pointInUse',
      field: 'points',
      message: 'a point with an outcome or a sum stays: take those back first',
    });
  await tx.findingPoint.deleteMany({ where: { id: { in: going.map((point) => point.id) } } });
  // Ordinals are unique: move them out of the way before they are given anew.
  await tx.$executeRaw`UPDATE finding_point SET ordinal = ordinal + 100000 WHERE finding_id = ${finding.id}::uuid`;
  for (const [index, point] of points.entries()) {
    const data = { text: requireText(point.text, `points.${index}.text`, LIMITS.text), ordinal: index + 1 };
    if (point.id)
      await tx.findingPoint.update({
        where: { id: uuidOf(point.id, 'pnt', 'the point') },
        data: { ...data, version: { increment: 1 } },
      });
    else await tx.findingPoint.create({ data: { ...data, findingId: finding.id } });
  }
}

/** Changes the texts of a finding; what is absent stays. */
export async function editFinding(ctx: Context, input: EditFindingInput): Promise<string> {
  return changeFinding(ctx, { ...input, verb: 'editFinding' }, async ({ tx, finding }) => {
    const effect = optionalText(input.effect, 'effect', LIMITS.text);
    if (effect !== undefined) await keepEffect(ctx, tx, finding, effect);
    if (input.points) await replacePoints(tx, finding, input.points);
    return {
      patch: {
        ...(input.title === undefined ? {} : { title: requireText(input.title, 'title', LIMITS.title) }),
        ...(input.description === undefined
          ? {}
          : { description: requireText(input.description, 'description', LIMITS.longText) }),
        ...text(input, 'rootCause'),
        ...text(input, 'acceptanceCriterion'),
        ...text(input, 'effect'),
        ...text(input, 'remark'),
      },
      after: input.points ? { points: input.points.map((point) => point.text) } : {},
    };
  });
}

/** Records the outcome of one point; a point past and irreparable needs a note of how it is regulated now. */
export async function setPointOutcome(ctx: Context, input: SetPointOutcomeInput): Promise<string> {
  const pointId = uuidOf(input.pointId, 'pnt', 'the point');
  const note = optionalText(input.note, 'note', LIMITS.text);
  return inTransaction(ctx, async (tx) => {
    await demandVisible(ctx, tx, 'FindingPoint', pointId, 'the point');
    const point = await tx.findingPoint.findUniqueOrThrow({ where: { id: pointId } });
    const events = await applyToFinding(
      ctx,
      tx,
      { findingId: encodeId('fnd', point.findingId), verb: 'setPointOutcome' },
      async () => {
        if (point.version !== input.version)
          throw new DomainError({
            code: 'CONFLICT',
            rule: 'ledger.version',
            message: 'the point was changed in the meantime',
            params: { version: point.version },
          });
        const kept = note === undefined ? point.outcomeNote : note;
        if (input.outcome === 'UNTRACEABLE_REGULATED' && kept === null)
          throw invalid('note', 'findings.untraceableNeedsNote', 'say how it is regulated now');
        await tx.findingPoint.update({
          where: { id: pointId },
          data: { outcome: input.outcome ?? null, outcomeNote: kept, version: { increment: 1 } },
        });
        return {
          before: { point: point.ordinal, outcome: point.outcome },
          after: { point: point.ordinal, outcome: input.outcome ?? null, outcomeNote: kept },
        };
      },
    );
    return { value: point.findingId, events };
  });
}
