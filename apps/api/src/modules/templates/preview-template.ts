import { DomainError } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { encodeId } from '../../read/ids.ts';
import { noticePaper } from '../reports/notice-letter.ts';
import type { ExportedFile } from '../reports/export-files.ts';
import { MEDIA_TYPES, type Paper } from '../reports/paper-file.ts';
import { planPaper } from '../reports/plan-paper.ts';
import { principalPaper } from '../reports/principal-report.ts';
import { reportPaper } from '../reports/export-files.ts';
import { inTransaction } from '../audit/in-transaction.ts';
import { filledTemplate, templateBytes, templateTrace } from './own-layout.ts';
import { keptTemplate } from './template.shelf.ts';

type Kept = Awaited<ReturnType<typeof keptTemplate>>;

const nothing = (): DomainError =>
  new DomainError({
    code: 'MISSING',
    rule: 'templates.nothingToShow',
    message: '还没有可以填入的数据：请先建立检查或发出通知，再试填。',
  });

/** The latest document of its kind that the viewer may make. */
async function latestPaper(ctx: Context, { kind, bodyId }: Kept): Promise<Paper> {
  if (kind === 'NOTICE') {
    const notice = await ctx.db.notice.findFirst({
      where: { officeId: bodyId, kind: { not: 'HANDOVER' } },
      orderBy: { sentAt: 'desc' },
    });
    if (notice === null) throw nothing();
    return noticePaper(ctx, encodeId('ntc', notice.id));
  }
  const latest = await ctx.db.inspection.findFirst({ where: { bodyId }, orderBy: [{ feedbackOn: 'desc' }, { id: 'desc' }] }); // prettier-ignore
  if (latest === null) throw nothing();
  const id = encodeId('ins', latest.id);
  if (kind === 'PLAN') return planPaper(ctx, id, undefined);
  return kind === 'REPORT' ? reportPaper(ctx, id) : principalPaper(ctx, id);
}

const docx = (name: string, bytes: Uint8Array): ExportedFile => ({ fileName: `${name}.docx`, mediaType: MEDIA_TYPES.docx, bytes }); // prettier-ignore

/** A version filled with what the body's document would say now, before it is put in force. It leaves a trace as an export does. */
export async function previewTemplate(ctx: Context, templateId: string): Promise<ExportedFile> {
  const row = await keptTemplate(ctx, ctx.db, templateId);
  const { own, name, trace } = await latestPaper(ctx, row);
  if (own === undefined) throw nothing();
  const bytes = await filledTemplate(ctx, row, own);
  const { recordType, recordId, after } = trace;
  const entry = {
    verb: 'previewTemplate',
    recordType: 'DocumentTemplate',
    recordId: row.id,
    bodyId: row.bodyId,
    after: { kind: row.kind, ...templateTrace(row), of: { recordType, recordId, ...after } },
  };
  await inTransaction(ctx, async () => ({ value: undefined, events: [entry] }));
  return docx(`试填-第${row.number}版-${name}`, bytes);
}

/** A version as it was uploaded. */
export async function storedTemplate(ctx: Context, templateId: string): Promise<ExportedFile> {
  const row = await keptTemplate(ctx, ctx.db, templateId);
  return docx(row.fileName.replace(/\.docx$/i, ''), await templateBytes(ctx, row));
}
