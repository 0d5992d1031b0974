import { checkRemoval, DomainError } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { inTransaction } from '../audit/in-transaction.ts';
import { demand } from '../findings/change-finding.ts';
import { applyToProven, openPiece } from './change-piece.ts';
import type { EvidenceVerbInput } from './evidence-change.inputs.ts';
import { retirePieceNumber } from './piece-number.ts';

/** Takes a piece back before it was reviewed, with its files and payments; the trail keeps what it was, its number is not given again. */
export async function removeEvidence(ctx: Context, input: EvidenceVerbInput): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const piece = await openPiece(ctx, tx, input.evidenceId, input.version);
    const { locked, events } = await applyToProven(ctx, tx, piece, 'addEvidence', { removed: piece.pieceNumber });
    checkRemoval(ctx.viewer, piece);
    if ((await tx.resolution.count({ where: { meetingId: piece.id } })) > 0) {
      const rule = 'evidence.resolutionStays';
      throw new DomainError({
        code: 'INVALID',
        rule,
        field: 'evidenceId',
        message: 'a resolution was passed in this meeting: it stays',
      });
    }
    const payments = await tx.recovery.findMany({ where: { evidenceId: piece.id } });
    if (payments.length > 0) for (const { facts } of locked) demand(ctx, 'addRecovery', facts);
    const include = { meeting: true, document: true, talk: true, attachments: true, actions: true } as const;
    await retirePieceNumber(tx, piece.inspectionId, piece.pieceNumber);
    const before = await tx.evidence.delete({ where: { id: piece.id }, include });
    const entry = { verb: 'removeEvidence', recordType: 'Evidence', recordId: piece.id, bodyId: piece.bodyId };
    return { value: piece.id, events: [{ ...entry, before: { ...before, recoveries: payments } }, ...events] };
  });
}
