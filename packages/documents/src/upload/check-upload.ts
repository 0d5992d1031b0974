import { isCompoundFile } from '../containers/compound-file.ts';
import { DocumentError } from '../errors.ts';
import { documentMessage } from '../messages.ts';
import type { MessageCode, MessageParams } from '../messages.ts';
import { checkCompound } from './check-compound.ts';
import { checkImage } from './check-image.ts';
import { checkPackage } from './check-package.ts';
import { checkPdf } from './check-pdf.ts';
import { extensionOf, nameProblem } from './file-name.ts';
import { ALLOWED_EXTENSIONS, MEDIA_TYPES, SAME_CONTENT, uploadExtension } from './media-types.ts';
import type { UploadExtension } from './media-types.ts';
import { isRefusal, refuse } from './verdict.ts';
import type { ContentVerdict } from './verdict.ts';

/** Largest file accepted. */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;

/** The answer to an upload: the type to keep it under, or the sentence for the user. */
export type UploadCheck =
  | { ok: true; mediaType: string; extension: UploadExtension }
  | { ok: false; code: MessageCode; params: MessageParams; message: string };

/**
 * Decides whether a file may be kept as evidence. `bytes` is the whole file: containers have their directory at the
 * end. Accepted means: the name is harmless, the suffix is on the list, the content is of that type by its structure
 * (not its first bytes only), is one file and not two, holds no macros or other active parts, and unpacks within
 * limits. It does not mean free of viruses: scanning is the installation's own.
 */
export async function checkUpload(bytes: Uint8Array, fileName: string): Promise<UploadCheck> {
  const problem = nameProblem(fileName);
  if (problem !== null) return refused(problem.code, problem.params);
  const extension = extensionOf(fileName.normalize('NFC'));
  const wanted = uploadExtension(extension);
  if (wanted === null) return refused('EXTENSION_NOT_ALLOWED', { extension, allowed: ALLOWED_EXTENSIONS });
  if (bytes.byteLength === 0) return refused('FILE_EMPTY');
  if (bytes.byteLength > MAX_UPLOAD_BYTES) return refused('FILE_TOO_LARGE', { limit: MAX_UPLOAD_BYTES / 1024 / 1024 });
  const verdict = await inspect(bytes);
  if (isRefusal(verdict)) return refused(verdict.code, { extension, ...verdict.params });
  if ((SAME_CONTENT[wanted] ?? wanted) !== verdict.type) {
    return refused('CONTENT_MISMATCH', { extension, actual: verdict.type });
  }
  return { ok: true, mediaType: MEDIA_TYPES[wanted], extension: wanted };
}

function refused(code: MessageCode, params: MessageParams = {}): UploadCheck {
  return { ok: false, code, params, message: documentMessage(code, params) };
}

async function inspect(bytes: Uint8Array): Promise<ContentVerdict> {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  try {
    if (head.startsWith('PK\u0003\u0004')) return await checkPackage(bytes);
    if (isCompoundFile(bytes)) return checkCompound(bytes);
    if (head.startsWith('%PDF-')) return checkPdf(bytes);
    if (head.startsWith('\u00ff\u00d8\u00ff')) return checkImage(bytes, 'jpg');
    if (head.startsWith('\u0089PNG\r\n\u001a\n')) return checkImage(bytes, 'png');
    if (head.startsWith('BM')) return checkImage(bytes, 'bmp');
    if (/^(?:II\*\0|MM\0\*)/.test(head)) return checkImage(bytes, 'tif');
    if (/^....ftyp(?:heic|heix|heim|heis|mif1|hevc)/s.test(head)) return checkImage(bytes, 'heic');
    return refuse('CONTENT_UNKNOWN');
  } catch (error) {
    if (error instanceof DocumentError) return refuse(error.code, error.params);
    if (error instanceof RangeError) return refuse('FILE_DAMAGED');
    throw error;
  }
}
