import { DomainError } from '@closeout/domain';
import type { Context } from '../graphql/context.ts';
import { demandVisible } from '../modules/access/demand-visible.ts';
import { inTransaction } from '../modules/audit/in-transaction.ts';
import { reopenReview } from '../modules/evidence/change-piece.ts';
import { encodeId, uuidOf } from '../read/ids.ts';
import type { RemoveAttachmentInput } from './file.inputs.ts';
import { judgeTarget } from './upload-target.ts';

/**
 * Takes a file away while its record may still be changed; a reviewed piece waits for review again. What a signature or
 * a resolution rests on stays. The content stays in the store: the trail names it by its SHA-256.
 */
export async function removeAttachment(ctx: Context, input: RemoveAttachmentInput): Promise<string> {
  const id = uuidOf(input.attachmentId, 'att', 'the file');
  return inTransaction(ctx, async (tx) => {
    await demandVisible(ctx, tx, 'Attachment', id, 'the file');
    const file = await tx.attachment.findUniqueOrThrow({
      where: { id },
      include: { signedSteps: true, resolutions: true, publicationSignatures: true },
    });
    const { evidenceId } = await judgeTarget(ctx, tx, file);
    if (file.signedSteps.length + file.resolutions.length + file.publicationSignatures.length > 0) {
      const rule = 'files.signatureStays';
      throw new DomainError({
        code: 'INVALID',
        rule,
        field: 'attachmentId',
        message: 'a signature or a resolution rests on this file: it stays',
      });
    }
    await tx.attachment.delete({ where: { id } });
    const { signedSteps: _steps, resolutions: _resolutions, publicationSignatures: _signatures, ...before } = file;
    const reopened = evidenceId === null ? [] : await reopenReview(ctx, tx, evidenceId, { removedFile: id });
    const entry = { verb: 'removeAttachment', recordType: 'Attachment', recordId: id, bodyId: file.bodyId, before };
    return { value: encodeId('att', id), events: [entry, ...reopened] };
  });
}
