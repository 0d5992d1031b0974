import { ReportFileError } from './errors.ts';
import { decodeText } from './encoding.ts';
import { htmlReading, isHtml } from './html/read-html.ts';
import { refuseKnown, starts } from './refuse-known.ts';
import type { FileReading } from './set-aside.ts';

/** Largest report that is read; published reports are far below. */
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_CHARACTERS = 1_000_000;

/**
 * The text of a report file: .txt or .md in UTF-8 (with or without BOM), UTF-16 with BOM or GB18030, a web page, a .docx, or a
 * PDF with text. What the bytes are decides, not the name. Everything else is refused with a ReportFileError; nothing is guessed,
 * and what is left out of the text is said.
 */
export async function readReportFile(bytes: Uint8Array, fileName: string): Promise<FileReading> {
  if (bytes.length === 0) throw new ReportFileError('EMPTY', `文件“${fileName}”是空的，请重新选择文件。`);
  if (bytes.length > MAX_BYTES)
    throw new ReportFileError('TOO_LARGE', `文件“${fileName}”超过20 MB，请只上传报告正文（.docx或.txt）。`);
  refuseKnown(bytes, fileName);
  const reading = await readingOf(bytes, fileName);
  if (reading.text.trim() === '')
    throw new ReportFileError(
      'EMPTY',
      `文件“${fileName}”里没有文字。若是扫描件，请先做文字识别（OCR），另存为.docx或.txt。`,
    );
  if (reading.text.length > MAX_CHARACTERS)
    throw new ReportFileError('TOO_LARGE', `文件“${fileName}”的文字超过100万字，请只上传报告正文。`);
  return reading;
}

/** Readers of containers are loaded when a file needs them: a PDF's takes a second. */
async function readingOf(bytes: Uint8Array, fileName: string): Promise<FileReading> {
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return (await import('./docx/read-docx.ts')).docxReading(bytes, fileName);
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return (await import('./pdf/read-pdf.ts')).pdfReading(bytes, fileName);
  const text = decodeText(bytes);
  if (text === null)
    throw new ReportFileError(
      'ENCODING',
      `文件“${fileName}”的文字编码无法识别，请另存为UTF-8编码的.txt或.docx后再上传。`,
    );
  if (/[\u0000-\u0008\u000e-\u001f]/u.test(text))
    throw new ReportFileError(
      'UNSUPPORTED',
      `文件“${fileName}”不是文字文件，请上传.docx、.txt、.md、.html或带文字的PDF。`,
    );
  if (isHtml(text)) return htmlReading(text, fileName);
  if (/^\s*<\?(?:xml|mso-application)/iu.test(text) || /^MIME-Version:|^From:.{0,80}(?:Saved|保存)/u.test(text))
    throw new ReportFileError(
      'UNSUPPORTED',
      `文件“${fileName}”是XML或单一网页文件（.xml、.mht），请用WPS或Word打开，另存为.docx后再上传。`,
    );
  return { text, setAside: [] };
}
