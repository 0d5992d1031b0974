import { demandOrdinal, canInBody, demandPlan, forbidden, LIMITS, notFound } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { firstSentence, optionalText, requireText } from '../text.ts';
import type { CreateFindingInput } from './finding.inputs.ts';

/** The aspect of that title within the inspection, created at the end of the order when new. */
export async function aspectNamed(
  tx: Transaction,
  inspectionId: string,
  title: string,
  importId: string | null = null,
): Promise<string> {
  const found = await tx.aspect.findUnique({ where: { inspectionId_title: { inspectionId, title } } });
  if (found !== null) return found.id;
  const ordinal = (await tx.aspect.count({ where: { inspectionId } })) + 1;
  return (await tx.aspect.create({ data: { inspectionId, title, ordinal, importId } })).id;
}

/** `2023-3-市科协-28` */
export const refNoOf = (round: { year: number; number: number }, shortName: string, seq: number): string =>
  `${round.year}-${round.number}-${shortName}-${seq}`;

/** Registers a finding by hand, 待认领. */
export async function createFinding(ctx: Context, input: CreateFindingInput): Promise<string> {
  const inspectionId = uuidOf(input.inspectionId, 'ins', 'the inspection');
  const description = requireText(input.description, 'description', LIMITS.longText);
  const title = optionalText(input.title, 'title', LIMITS.title) ?? firstSentence(description);
  const aspect = optionalText(input.aspect, 'aspect', LIMITS.title);
  return inTransaction(ctx, async (tx) => {
    const inspection = await tx.inspection.findUnique({
      where: { id: inspectionId },
      include: { round: true, body: true },
    });
    if (inspection === null || !canInBody(ctx.viewer, 'readDirectory', inspection.bodyId))
      throw notFound('the inspection');
    if (!canInBody(ctx.viewer, 'createFinding', inspection.bodyId)) throw forbidden('createFinding');
    const plan = input.plan ?? inspection.plans[0] ?? 'MAIN';
    demandPlan(inspection.plans, plan);
    const last = await tx.finding.aggregate({ where: { inspectionId }, _max: { seq: true } });
    const seq = demandOrdinal(input.seq, 'seq') ?? (last._max.seq ?? 0) + 1;
    const finding = await tx.finding.create({
      data: {
        inspectionId,
        bodyId: inspection.bodyId,
        seq,
        refNo: refNoOf(inspection.round, inspection.body.shortName, seq),
        aspectId: aspect ? await aspectNamed(tx, inspectionId, aspect) : null,
        plan,
        remediationType: input.remediationType ?? null,
        title,
        description,
        updatedByName: ctx.viewer.name,
      },
    });
    return {
      value: finding.id,
      events: [
        {
          verb: 'createFinding',
          recordType: 'Finding',
          recordId: finding.id,
          bodyId: finding.bodyId,
          after: { seq, title },
        },
      ],
    };
  });
}
