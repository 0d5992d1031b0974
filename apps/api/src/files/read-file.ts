import type { Context } from '../graphql/context.ts';
import { visibleAttachment } from '../modules/evidence/evidence.read.ts';
import { inTransaction } from '../modules/audit/in-transaction.ts';
import { reading } from '../modules/findings/change-finding.ts';
import { decodeId } from '../read/ids.ts';

/** A stored file as it is handed out. */
export interface ServedFile {
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
}

interface Row {
  id: string;
  body_id: string;
  file_name: string;
  media_type: string;
  size: number;
  sha256: string;
  restricted: boolean;
}

/** The file of an attachment that the viewer may see, else null. Reading one of restricted evidence is noted in the trail. */
export async function fileFor(ctx: Context, attachmentId: string): Promise<ServedFile | null> {
  const decoded = decodeId(attachmentId);
  if (decoded?.prefix !== 'att') return null;
  const r = reading(ctx);
  const text = `SELECT t.id, t.body_id, t.file_name, t.media_type, t.size, t.sha256,
      EXISTS (SELECT 1 FROM evidence e WHERE e.id = t.evidence_id AND e.restricted) AS restricted
    FROM attachment t WHERE t.id = ${r.statement.param(decoded.uuid, 'uuid')} AND (${visibleAttachment('t', r)})`;
  const [row] = await ctx.db.$queryRawUnsafe<Row[]>(text, ...r.statement.values);
  if (row === undefined) return null;
  if (row.restricted) {
    const entry = { verb: 'readRestricted', recordType: 'Attachment', recordId: row.id, bodyId: row.body_id };
    await inTransaction(ctx, async () => ({ value: null, events: [entry] }));
  }
  return { fileName: row.file_name, mediaType: row.media_type, size: row.size, sha256: row.sha256 };
}
