import { compoundFileNames } from '@closeout/documents/office';
import { ReportFileError } from './errors.ts';

export const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((value, i) => bytes[i] === value);

/** Old binary formats, pictures and RTF: refused by what they are, with what to do instead. */
export function refuseKnown(bytes: Uint8Array, fileName: string): void {
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) refuseCompound(bytes, fileName);
  const image =
    starts(bytes, 0xff, 0xd8, 0xff) ||
    starts(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    starts(bytes, 0x47, 0x49, 0x46) ||
    starts(bytes, 0x49, 0x49, 0x2a) ||
    (starts(bytes, 0x42, 0x4d) && /\.bmp$/iu.test(fileName));
  if (image)
    throw new ReportFileError(
      'SCAN_OR_PDF',
      `文件“${fileName}”是图片，请先做文字识别（OCR），另存为.docx或.txt后再上传。`,
    );
  if (starts(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66))
    throw new ReportFileError('UNSUPPORTED', `文件“${fileName}”是RTF格式，请在WPS或Word中另存为.docx后再上传。`);
  const archive = starts(bytes, 0x52, 0x61, 0x72, 0x21) || starts(bytes, 0x37, 0x7a, 0xbc, 0xaf) || starts(bytes, 0x1f, 0x8b); // prettier-ignore
  if (archive)
    throw new ReportFileError('UNSUPPORTED', `文件“${fileName}”是压缩包，请解压后上传其中的报告（.docx或.txt）。`);
}

/** .doc, .wps, .xls, .et, .ppt and encrypted .docx share one container; its directory says which. */
function refuseCompound(bytes: Uint8Array, fileName: string): never {
  const names = namesIn(bytes);
  const has = (...wanted: string[]): boolean => wanted.some((name) => names.has(name));
  if (has('EncryptedPackage', 'EncryptionInfo'))
    throw new ReportFileError('ENCRYPTED', `文件“${fileName}”设有密码，请去掉密码后另存为.docx再上传。`);
  if (has('Workbook', 'Book'))
    throw new ReportFileError(
      'UNSUPPORTED',
      `文件“${fileName}”是旧版表格（.xls或.et）。若是台账，请在WPS中另存为.xlsx后作为表格导入；若是报告，请另存为.docx后再上传。`,
    );
  if (has('PowerPoint Document'))
    throw new ReportFileError('UNSUPPORTED', `文件“${fileName}”是演示文稿，请把报告正文另存为.docx后再上传。`);
  throw new ReportFileError('BINARY_WORD', `文件“${fileName}”是旧版.doc或.wps格式，请在WPS中另存为.docx后再上传。`);
}

/** The names in the container's directory; where that is cut off, those that are found in its first megabyte. */
function namesIn(bytes: Uint8Array): Set<string> {
  try {
    return compoundFileNames(bytes);
  } catch {
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1 << 20));
    const wanted = ['EncryptedPackage', 'Workbook', 'PowerPoint Document'];
    return new Set(wanted.filter((name) => head.includes(Buffer.from(name, 'utf16le'))));
  }
}
