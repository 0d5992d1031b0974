import { canInBody, DomainError, forbidden, LIMITS, readPaperDay, shanghaiDay } from '@closeout/domain';
import type { RecordedPaper } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { encodeId, uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { toDate } from '../day.ts';
import { demandVersion } from '../findings/change-finding.ts';
import { requireText } from '../text.ts';
import type { RecordPaperInput, RemovePaperInput } from './paper.inputs.ts';

/** Refuses whoever does not keep the body's papers. */
function demandKeeper(ctx: Context, bodyId: string): void {
  if (!canInBody(ctx.viewer, 'recordPaper', bodyId)) throw forbidden('recordPaper');
}

/** A paper locked for a change by its keeper; an invisible one answers like an absent one. */
export async function lockPaper(ctx: Context, tx: Transaction, id: string): Promise<RecordedPaper> {
  await demandVisible(ctx, tx, 'RecordedPaper', id, 'the paper');
  await tx.$queryRaw`SELECT 1 FROM recorded_paper WHERE id = ${id}::uuid FOR UPDATE`;
  const paper = await tx.recordedPaper.findUniqueOrThrow({ where: { id } });
  demandKeeper(ctx, paper.bodyId);
  return paper;
}

/** Records a paper of another authority; the same number of the same authority is there once. */
export async function recordPaper(ctx: Context, input: RecordPaperInput): Promise<string> {
  const inspectionId = uuidOf(input.inspectionId, 'ins', 'the inspection');
  return inTransaction(ctx, async (tx) => {
    await demandVisible(ctx, tx, 'Inspection', inspectionId, 'the inspection');
    const { bodyId } = await tx.inspection.findUniqueOrThrow({ where: { id: inspectionId } });
    demandKeeper(ctx, bodyId);
    const issuedOn = readPaperDay(input.issuedOn, shanghaiDay(ctx.now()));
    const words = {
      kind: input.kind,
      issuer: requireText(input.issuer, 'issuer', LIMITS.name),
      number: requireText(input.number, 'number', LIMITS.documentNumber),
      subject: requireText(input.subject, 'subject', LIMITS.title),
    };
    const { issuer, number } = words;
    const recorded = await tx.recordedPaper.findUnique({ where: { bodyId_issuer_number: { bodyId, issuer, number } } });
    if (recorded !== null)
      throw new DomainError({
        code: 'DUPLICATE',
        rule: 'notices.paperOnce',
        field: 'number',
        message: `${recorded.recordedByName} recorded ${number} of ${issuer} already`,
        params: { by: recorded.recordedByName },
      });
    const by = { recordedByName: ctx.viewer.name, recordedAt: ctx.now() };
    const { id } = await tx.recordedPaper.create({
      data: { bodyId, inspectionId, ...words, issuedOn: toDate(issuedOn), ...by },
    });
    const after = { ...words, issuedOn };
    return {
      value: id,
      events: [{ verb: 'recordPaper', recordType: 'RecordedPaper', recordId: id, bodyId, after }],
    };
  });
}

/** Takes a paper out that was entered by mistake; the trail keeps what it said, the store its scans. */
export async function removePaper(ctx: Context, input: RemovePaperInput): Promise<string> {
  const id = uuidOf(input.paperId, 'ppr', 'the paper');
  const reason = requireText(input.reason, 'reason', LIMITS.reason);
  return inTransaction(ctx, async (tx) => {
    const paper = await lockPaper(ctx, tx, id);
    const { version, recordedByName: updatedByName, recordedAt: updatedAt } = paper;
    await demandVersion(tx, { id, version, updatedByName, updatedAt }, 'RecordedPaper', input.version);
    await tx.recordedPaper.delete({ where: { id } });
    const { bodyId } = paper;
    return {
      value: encodeId('ppr', id),
      events: [
        { verb: 'removePaper', recordType: 'RecordedPaper', recordId: id, bodyId, before: { ...paper }, reason },
      ],
    };
  });
}
