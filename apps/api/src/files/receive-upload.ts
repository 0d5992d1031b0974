import { checkUpload, documentMessage } from '@closeout/documents';
import { DomainError, LIMITS } from '@closeout/domain';
import type { UploadTicket } from '@closeout/prisma/client';
import type { Context, FileDraft } from '../graphql/context.ts';
import { hashSecret } from '../modules/access/credentials.ts';
import { inTransaction, type AuditEntry } from '../modules/audit/in-transaction.ts';
import { reopenReview } from '../modules/evidence/change-piece.ts';
import { encodeId } from '../read/ids.ts';
import { FileTooLarge } from './store.ts';
import { inTurn } from './in-turn.ts';
import { judgeTarget } from './upload-target.ts';

/** A refusal of an upload, as the sender reads it. */
export class UploadRefused extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Record<string, string | number>;

  constructor(status: number, code: string, message: string, params: Record<string, string | number> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.params = params;
  }
}

const limitMb = { limit: LIMITS.fileBytes / 1024 / 1024 };

export const tooLarge = (): UploadRefused =>
  new UploadRefused(413, 'FILE_TOO_LARGE', documentMessage('FILE_TOO_LARGE', limitMb), limitMb);

/** Uses the ticket up: once, in time, by the account it was given to. Everything else answers alike. */
async function takeTicket(ctx: Context, ticket: string): Promise<UploadTicket> {
  const tokenHash = new Uint8Array(hashSecret(ticket));
  const mine = { tokenHash, accountId: ctx.viewer.accountId ?? '00000000-0000-0000-0000-000000000000' };
  const taken = await ctx.db.uploadTicket.updateMany({
    where: { ...mine, usedAt: null, expiresAt: { gt: ctx.now() } },
    data: { usedAt: ctx.now() },
  });
  if (taken.count !== 1)
    throw new UploadRefused(410, 'TICKET_INVALID', '上传凭据无效、已使用或已过期（10 分钟），请重新选择文件上传。');
  return ctx.db.uploadTicket.findUniqueOrThrow({ where: { tokenHash } });
}

/** What the ledger's rules refuse between ticket and file: the record went, the right went, the finding left work. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const [refusal] = error.refusals;
  if (refusal?.code === 'NOT_FOUND')
    return new UploadRefused(410, 'RECORD_GONE', '要附加文件的记录已不存在，请刷新后重试。');
  return new UploadRefused(
    403,
    refusal?.code ?? 'FORBIDDEN',
    '该事项当前状态或您的权限不允许附加文件。',
    refusal?.params,
  );
}

/** The row of the file and its entry in the trail, in one transaction; the content is in its place before the row is. */
async function attach(ctx: Context, ticket: UploadTicket, draft: FileDraft, mediaType: string): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const { bodyId, evidenceId } = await judgeTarget(ctx, tx, ticket);
    const target = {
      evidenceId,
      recoveryId: ticket.recoveryId,
      consentId: ticket.consentId,
      findingId: ticket.findingId,
      noticeReplyId: ticket.noticeReplyId,
      paperId: ticket.paperId,
      publicationId: ticket.publicationId,
    };
    const file = {
      purpose: ticket.purpose,
      fileName: ticket.fileName,
      mediaType,
      size: draft.size,
      sha256: draft.sha256,
    };
    const by = { uploadedById: ticket.accountId, uploadedByName: ctx.viewer.name, uploadedAt: ctx.now() };
    const { id } = await tx.attachment.create({ data: { bodyId, ...target, ...file, ...by } });
    const piece = evidenceId === null ? null : await tx.evidence.findUniqueOrThrow({ where: { id: evidenceId } });
    const reviewed = piece !== null && piece.acceptance !== 'PENDING';
    const reopened: AuditEntry[] = reviewed ? await reopenReview(ctx, tx, piece.id, { addedFile: id }) : [];
    await draft.keep();
    return {
      value: id,
      events: [
        { verb: 'uploadFile', recordType: 'Attachment', recordId: id, bodyId, after: { ...file, ...target } },
        ...reopened,
      ],
    };
  });
}

/** Receives the one file of a ticket: streamed to disk under a hard limit, checked by content, hashed, attached. */
export async function receiveUpload(
  ctx: Context,
  secret: string,
  source: AsyncIterable<Uint8Array>,
): Promise<{ id: string; sha256: string }> {
  const ticket = await takeTicket(ctx, secret);
  const draft = await ctx.files.receive(source, LIMITS.fileBytes).catch((error: unknown) => {
    throw error instanceof FileTooLarge ? tooLarge() : error;
  });
  try {
    const check = await inTurn(async () => checkUpload(await draft.read(), ticket.fileName));
    if (!check.ok) throw new UploadRefused(415, check.code, check.message, check.params);
    const id = await attach(ctx, ticket, draft, check.mediaType);
    return { id: encodeId('att', id), sha256: draft.sha256 };
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await draft.drop();
  }
}
