import { createHash } from 'node:crypto';
import { cleanFileName, type TemplateProblem } from '@closeout/documents';
import { DomainError, type TemplatePlace } from '@closeout/domain';
import { ReportFileError } from '@closeout/report';
import type { Context } from '../../graphql/context.ts';
import { encodeId } from '../../read/ids.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { offLoop } from '../imports/off-loop.ts';
import { templateTrace } from './own-layout.ts';

/** What came of a file: the version that is kept, or everything that does not fit. */
export type Uploaded = { templateId: string; number: number } | { problems: readonly Pick<TemplateProblem, 'code' | 'zh' | 'en'>[] }; // prettier-ignore

async function refuseTwice(tx: Transaction, { bodyId, kind }: TemplatePlace, sha256: string): Promise<void> {
  const same = await tx.documentTemplate.findFirst({ where: { bodyId, kind, sha256 } });
  if (same === null) return;
  throw new DomainError({
    code: 'DUPLICATE',
    rule: 'templates.sameFile',
    field: 'file',
    message: `这份文件已是第${same.number}版，请直接启用该版。`,
    params: { number: same.number },
  });
}

async function problemsOf({ kind }: TemplatePlace, bytes: Uint8Array, fileName: string): Promise<TemplateProblem[]> {
  try {
    return await offLoop<TemplateProblem[]>('@closeout/documents', 'checkTemplate', [kind, bytes, fileName]);
  } catch (error) {
    if (!(error instanceof ReportFileError)) throw error;
    const en = 'The file holds too much for a template. Keep the layout alone.';
    return [{ code: 'ZIP_BOMB', params: {}, zh: '文件内容过多，不像一份模板，请只保留版式后再传。', en }];
  }
}

/** Checks a template apart and keeps it as the next version; nothing is laid out by it until it is put in force. */
export async function uploadTemplate(
  ctx: Context,
  place: TemplatePlace,
  file: { bytes: Uint8Array; fileName: string },
): Promise<Uploaded> {
  const fileName = cleanFileName(file.fileName);
  const problems = await problemsOf(place, file.bytes, fileName);
  if (problems.length > 0) return { problems: problems.map(({ code, zh, en }) => ({ code, zh, en })) };
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  await refuseTwice(ctx.db, place, sha256);
  await ctx.files.save(file.bytes);
  const { bodyId, kind } = place;
  return inTransaction(ctx, async (tx) => {
    // One upload of a body after the other: numbers have no gaps and are given once.
    await tx.$queryRaw`SELECT 1 FROM body WHERE id = ${bodyId}::uuid FOR NO KEY UPDATE`;
    await refuseTwice(tx, place, sha256);
    const last = await tx.documentTemplate.aggregate({ where: { bodyId, kind }, _max: { number: true } });
    const number = (last._max.number ?? 0) + 1;
    const data = { bodyId, kind, number, fileName, sha256, uploadedByName: ctx.viewer.name, uploadedAt: ctx.now() };
    const row = await tx.documentTemplate.create({ data });
    const after = { kind, ...templateTrace(row) };
    const event = { verb: 'uploadTemplate', recordType: 'DocumentTemplate', recordId: row.id, bodyId, after };
    return { value: { templateId: encodeId('tpl', row.id), number }, events: [event] };
  });
}
