import { invalid, LIMITS, notFound, readStepDate, shanghaiDay } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { optionalUuid } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { toOptionalDate } from '../day.ts';
import type { EventDateInput } from '../evidence/evidence.inputs.ts';
import { demandVersion } from '../findings/change-finding.ts';
import { keepInspection } from '../rounds/keep-inspection.ts';
import { optionalText } from '../text.ts';
import type { RecordStepInput } from './step.inputs.ts';

/** The columns of the day on which it was done, by the rules of other dates. */
function doneColumns(ctx: Context, { on = null, to = null, precision = null, text }: EventDateInput) {
  const words = optionalText(text, 'date.text', LIMITS.name) ?? null;
  const record = readStepDate({ on, to, precision, text: words }, shanghaiDay(ctx.now()));
  return {
    doneOn: toOptionalDate(record.on) ?? null,
    doneTo: toOptionalDate(record.to) ?? null,
    dateText: record.text,
    datePrecision: record.precision,
  };
}

/** A piece of the same inspection that the viewer reads. */
async function demandPiece(ctx: Context, tx: Transaction, inspectionId: string, id: string | null): Promise<void> {
  if (id === null) return;
  await demandVisible(ctx, tx, 'Evidence', id, 'the evidence');
  if ((await tx.evidence.count({ where: { id, inspectionId } })) === 0) throw notFound('the evidence');
}

/** Records that a prescribed step was done, when, and what proves it; without a date it was not done after all. */
export async function recordStep(ctx: Context, input: RecordStepInput): Promise<string> {
  const { code, inspectionId } = input;
  const evidenceId = optionalUuid(input.evidenceId, 'evd', 'the evidence') ?? null;
  const proof = optionalText(input.proof, 'proof', LIMITS.text) ?? null;
  const done = input.date ? doneColumns(ctx, input.date) : null;
  if (done === null && (proof !== null || evidenceId !== null))
    throw invalid('date.on', 'steps.date', 'say when the step was done');
  return keepInspection(ctx, inspectionId, 'keepInspection', 'recordStep', async (tx, inspection) => {
    const place = { inspectionId: inspection.id, code };
    const known = await tx.prescribedStep.findUnique({ where: { inspectionId_code: place } });
    const stamp = { updatedAt: ctx.now(), updatedByName: ctx.viewer.name };
    await demandVersion(tx, known ?? { ...stamp, id: inspection.id, version: 0 }, 'PrescribedStep', input.version);
    await demandPiece(ctx, tx, inspection.id, evidenceId);
    const before = known && { doneOn: known.doneOn, dateText: known.dateText, proof: known.proof };
    const entry = { recordType: 'PrescribedStep', before };
    if (done === null) {
      if (known !== null) await tx.prescribedStep.delete({ where: { id: known.id } });
      return { ...entry, recordId: known?.id ?? null, after: { code, done: false } };
    }
    const columns = { ...done, proof, evidenceId };
    const { id } =
      known === null
        ? await tx.prescribedStep.create({ data: { ...place, ...columns, ...stamp, bodyId: inspection.bodyId } })
        : await tx.prescribedStep.update({
            where: { id: known.id },
            data: { ...columns, ...stamp, version: { increment: 1 } },
          });
    return { ...entry, recordId: id, after: { code, ...columns } };
  });
}
