import { officialHtml, writeOfficialDocx, type OfficialDocument } from '@closeout/documents';
import { DomainError } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import type { Export } from './export-files.ts';
import { printPdf } from './print-pdf.ts';

/** What an official document goes out as. */
export const PAPER_FORMATS = ['docx', 'pdf'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** An official document out of the ledger, before it is a file. */
export interface Paper {
  /** The file's name without its suffix. */
  name: string;
  document: OfficialDocument;
  trace: Export['trace'];
}

const MEDIA_TYPES: Record<PaperFormat, string> = {
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

/** The document as a file, its format in its trace. */
export async function paperAsFile(
  ctx: Context,
  { name, document, trace }: Paper,
  format: PaperFormat,
): Promise<Export> {
  const file = {
    fileName: `${name}.${format}`,
    mediaType: MEDIA_TYPES[format],
    bytes: await bytesOf(ctx, document, format),
  };
  return { file, trace: { ...trace, after: { format, ...trace.after } } };
}
