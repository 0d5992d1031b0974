import { ReportFileError } from './errors.ts';
import { docxText } from './docx.ts';

/** Largest report that is read; published reports are far below. */
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_CHARACTERS = 2_000_000;

const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((value, i) => bytes[i] === value);

/**
 * The text of a report file: .txt or .md in UTF-8 (with or without BOM), UTF-16 with BOM or GB18030, or .docx.
 * What the bytes are decides, not the name. Everything else is refused with a ReportFileError; nothing is guessed.
 */
export async function readReportFile(bytes: Uint8Array, fileName: string): Promise<{ text: string }> {
  if (bytes.length === 0) throw new ReportFileError('EMPTY', `文件“${fileName}”是空的，请重新选择文件。`);
  if (bytes.length > MAX_BYTES)
    throw new ReportFileError('TOO_LARGE', `文件“${fileName}”超过20 MB，请只上传报告正文（.docx或.txt）。`);
  refuseKnown(bytes, fileName);
  const text = starts(bytes, 0x50, 0x4b, 0x03, 0x04) ? await docxText(bytes, fileName) : plainText(bytes, fileName);
  if (text.trim() === '')
    throw new ReportFileError(
      'EMPTY',
      `文件“${fileName}”里没有文字。若是扫描件，请先做文字识别（OCR），另存为.docx或.txt。`,
    );
  if (text.length > MAX_CHARACTERS)
    throw new ReportFileError('TOO_LARGE', `文件“${fileName}”的文字超过200万字，请只上传报告正文。`);
  return { text };
}

function refuseKnown(bytes: Uint8Array, fileName: string): void {
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (findUtf16(bytes, 'EncryptedPackage'))
      throw new ReportFileError('ENCRYPTED', `文件“${fileName}”设有密码，请去掉密码后另存为.docx再上传。`);
    throw new ReportFileError(
      'BINARY_WORD',
      `文件“${fileName}”是旧版.doc或.wps格式，请用WPS或Word打开，另存为.docx后再上传。`,
    );
  }
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46))
    throw new ReportFileError(
      'SCAN_OR_PDF',
      `文件“${fileName}”是PDF，无法可靠读出段落，请上传.docx或.txt；扫描件请先做文字识别（OCR）。`,
    );
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
    throw new ReportFileError('UNSUPPORTED', `文件“${fileName}”是RTF格式，请另存为.docx后再上传。`);
}

function findUtf16(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1 << 20)).includes(
    Buffer.from(word, 'utf16le'),
  );
}

function plainText(bytes: Uint8Array, fileName: string): string {
  const text = decodeText(bytes);
  if (text === null)
    throw new ReportFileError(
      'ENCODING',
      `文件“${fileName}”的文字编码无法识别，请另存为UTF-8编码的.txt或.docx后再上传。`,
    );
  let control = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13) control += 1;
  }
  if (control > 0)
    throw new ReportFileError('UNSUPPORTED', `文件“${fileName}”不是文字文件，请上传.docx、.txt或.md格式的报告。`);
  return /<(?:html|!doctype html)/iu.test(text.slice(0, 500)) ? refuseHtml(fileName) : text;
}

function refuseHtml(fileName: string): never {
  throw new ReportFileError(
    'UNSUPPORTED',
    `文件“${fileName}”是网页，请在浏览器中复制正文，粘贴到.txt或.docx中再上传。`,
  );
}

/** UTF-8 if it is valid, else UTF-16 by its mark, else GB18030 if it is valid and gives Chinese text. */
function decodeText(bytes: Uint8Array): string | null {
  if (starts(bytes, 0xff, 0xfe)) return tryDecode('utf-16le', bytes);
  if (starts(bytes, 0xfe, 0xff)) return tryDecode('utf-16be', bytes);
  return tryDecode('utf-8', bytes) ?? tryDecode('gb18030', bytes);
}

function tryDecode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
