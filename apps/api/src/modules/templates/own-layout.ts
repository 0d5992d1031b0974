import type { TemplateValues } from '@closeout/documents';
import { DomainError, invalid, type TemplateKind } from '@closeout/domain';
import { ReportFileError } from '@closeout/report';
import type { Context } from '../../graphql/context.ts';
import { encodeId } from '../../read/ids.ts';
import { offLoop } from '../imports/off-loop.ts';

/** What an own layout of a document is filled with, and whose it would be. */
export interface OwnLayout {
  bodyId: string;
  kind: TemplateKind;
  values: TemplateValues;
}

/** A version as far as a file needs it. */
export interface TemplateFile {
  id: string;
  number: number;
  fileName: string;
  sha256: string;
}

/** A plan of a thousand findings with its lists takes some three seconds and 130 MB. */
const MOST_FOR_FILLING = { workMs: 10_000, waitsMs: 60_000, bytes: 320 * 1024 * 1024 };

/** The version that the documents of a body are laid out by now; null: the built-in layout. */
export const templateInForce = ({ db }: Context, { bodyId, kind }: OwnLayout): Promise<TemplateFile | null> =>
  db.documentTemplate.findFirst({ where: { bodyId, kind, state: 'IN_FORCE' } });

/** The stored file of a version. */
export async function templateBytes(ctx: Context, { sha256 }: TemplateFile): Promise<Uint8Array> {
  const bytes = await ctx.files.open(sha256);
  if (bytes === null)
    throw new DomainError({
      code: 'NOT_FOUND',
      rule: 'templates.fileGone',
      field: 'templateId',
      message: '模板文件已不在，请重新上传模板，或以内置版式导出（layout=builtin）。',
    });
  return bytes;
}

/** The document laid out by a template, without holding up other requests. */
export async function filledTemplate(ctx: Context, template: TemplateFile, { values }: OwnLayout): Promise<Uint8Array> {
  const bytes = await templateBytes(ctx, template);
  try {
    return await offLoop<Uint8Array>('@closeout/documents', 'fillTemplate', [bytes, values], MOST_FOR_FILLING);
  } catch (error) {
    if (error instanceof ReportFileError)
      throw invalid('layout', 'templates.tooMuch', '内容过多，没有按本单位模板在时限内写完，请以内置版式导出。');
    throw error;
  }
}

/** How a trace names the template that a file was laid out by. */
export const templateTrace = ({ id, number, fileName, sha256 }: TemplateFile): Record<string, unknown> => ({
  template: { id: encodeId('tpl', id), number, fileName, sha256 },
});
