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

async function bytesOf({ settings }: Context, document: OfficialDocument, format: PaperFormat): Promise<Uint8Array> {
  if (format === 'docx') return writeOfficialDocx(document);
  const browser = settings.chromiumPath;
  if (browser === undefined)
    throw new DomainError({
      code: 'INVALID',
      rule: 'exports.browser',
      field: 'format',
      message: 'this installation prints no PDF: CHROMIUM_PATH names no browser; take the .docx',
    });
  return printPdf(officialHtml(document), browser);
}

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
