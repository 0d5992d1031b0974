import { checkUpload, cleanFileName } from '@closeout/documents';
import { DomainError, forbidden, invalid, LIMITS } from '@closeout/domain';
import type { Context } from '../graphql/context.ts';
import { hashSecret, newSecret } from '../modules/access/credentials.ts';
import { inTransaction, type Transaction } from '../modules/audit/in-transaction.ts';
import type { RequestUploadInput } from './file.inputs.ts';
import { judgeTarget, targetOf } from './upload-target.ts';

const TICKET_MS = 10 * 60 * 1000;

/** Refuses a name that the content check would refuse, before anybody sends 50 MB. */
async function demandName(fileName: string): Promise<void> {
  const check = await checkUpload(new Uint8Array(0), fileName);
  if (!check.ok && check.code !== 'FILE_EMPTY')
    throw invalid('fileName', `files.${check.code}`, check.message, check.params);
}

function demandSize(size: number): void {
  if (size <= 0) throw invalid('size', 'files.FILE_EMPTY', 'the file is empty');
  if (size <= LIMITS.fileBytes) return;
  const params = { limit: LIMITS.fileBytes, size };
  throw new DomainError({
    code: 'LIMIT',
    rule: 'files.size',
    field: 'size',
    message: 'the file is larger than 50 MB',
    params,
  });
}

/** Not more open tickets than a person can use; those long expired are cleared away. */
async function demandFewTickets(ctx: Context, tx: Transaction, accountId: string): Promise<void> {
  const now = ctx.now();
  await tx.uploadTicket.deleteMany({ where: { accountId, expiresAt: { lt: new Date(now.getTime() - TICKET_MS) } } });
  const open = await tx.uploadTicket.count({ where: { accountId, usedAt: null, expiresAt: { gt: now } } });
  if (open >= LIMITS.batch)
    throw new DomainError({
      code: 'LIMIT',
      rule: 'files.tickets',
      message: `at most ${LIMITS.batch} uploads at once`,
      params: { limit: LIMITS.batch },
    });
}

/** Gives the caller the right to send one file for one record, once, within ten minutes. Only the hash of the ticket is kept. */
export async function requestUpload(
  ctx: Context,
  input: RequestUploadInput,
): Promise<{ ticket: string; uploadPath: string }> {
  const { accountId } = ctx.viewer;
  if (accountId === null) throw forbidden('requestUpload');
  const target = targetOf(input);
  await demandName(input.fileName);
  demandSize(input.size);
  const fileName = cleanFileName(input.fileName);
  const ticket = newSecret();
  return inTransaction(ctx, async (tx) => {
    const { bodyId } = await judgeTarget(ctx, tx, target);
    await demandFewTickets(ctx, tx, accountId);
    const expiresAt = new Date(ctx.now().getTime() + TICKET_MS);
    const row = { accountId, bodyId, purpose: input.purpose, ...target, fileName, expiresAt };
    await tx.uploadTicket.create({ data: { ...row, tokenHash: new Uint8Array(hashSecret(ticket)) } });
    const entry = {
      verb: 'requestUpload',
      recordType: 'Attachment',
      recordId: null,
      bodyId,
      after: { fileName, ...target },
    };
    return { value: { ticket, uploadPath: `/uploads/${ticket}` }, events: [entry] };
  });
}
