import { officialHtml, writeOfficialDocx, type OfficialDocument } from '@closeout/documents';
import { DomainError } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import {
  filledTemplate,
  templateInForce,
  templateTrace,
  type OwnLayout,
  type TemplateFile,
} from '../templates/own-layout.ts';
import type { Export } from './export-files.ts';
import { printPdf } from './print-pdf.ts';

/** What an official document goes out as. */
export const PAPER_FORMATS = ['docx', 'pdf'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];
/** `own`: by the template in force, where there is one. */
export type PaperLayout = 'own' | 'builtin';

/** An official document out of the ledger, before it is a file. */
export interface Paper {
  /** The file's name without its suffix. */
  name: string;
  document: OfficialDocument;
  /** Of documents that may have a template of the body's own. */
  own?: OwnLayout;
  trace: Export['trace'];
}

export const MEDIA_TYPES: Record<PaperFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** The browser that prints; refused where the installation names none. */
export function demandBrowser({ settings }: Pick<Context, 'settings'>): string {
  if (settings.chromiumPath !== undefined) return settings.chromiumPath;
  throw new DomainError({
    code: 'INVALID',
    rule: 'exports.browser',
    field: 'format',
    message: 'this installation prints no PDF: CHROMIUM_PATH names no browser; take the .docx',
  });
}

const bytesOf = async (ctx: Context, document: OfficialDocument, format: PaperFormat): Promise<Uint8Array> =>
  format === 'docx' ? writeOfficialDocx(document) : printPdf(officialHtml(document), demandBrowser(ctx));

/** A template is laid out by a word processor alone. */
function demandDocx(format: PaperFormat, { number }: TemplateFile): void {
  if (format === 'docx') return;
  throw new DomainError({
    code: 'INVALID',
    rule: 'templates.noPdf',
    field: 'format',
    message: `own template version ${number} is in force, which makes .docx alone: take the .docx, or layout=builtin`,
    params: { number },
  });
}

/** The document as a file, its format in its trace, and the template that laid it out. */
export async function paperAsFile(
  ctx: Context,
  { name, document, own, trace }: Paper,
  format: PaperFormat,
  layout: PaperLayout = 'own',
): Promise<Export> {
  const template = own === undefined || layout === 'builtin' ? null : await templateInForce(ctx, own);
  if (template !== null) demandDocx(format, template);
  const file = {
    fileName: `${name}.${format}`,
    mediaType: MEDIA_TYPES[format],
    bytes:
      template === null || own === undefined
        ? await bytesOf(ctx, document, format)
        : await filledTemplate(ctx, template, own),
  };
  const after = { format, ...(template === null ? {} : templateTrace(template)), ...trace.after };
  return { file, trace: { ...trace, after } };
}
