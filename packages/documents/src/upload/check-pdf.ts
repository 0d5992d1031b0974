import { endsAsZip } from '../containers/zip.ts';
import { refuse } from './verdict.ts';
import type { ContentVerdict } from './verdict.ts';

/**
 * Checks a PDF's outside: it begins and ends as one (nothing glued before or behind), no page markup where browsers
 * sniff, no scripts or program launches in the clear. Password protection is refused: a reviewer must be able to read it.
 */
export function checkPdf(bytes: Uint8Array): ContentVerdict {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf('%%EOF');
  if (end < 0 || buffer.lastIndexOf('startxref') < 0) return refuse('FILE_DAMAGED');
  const after = buffer.subarray(end + 5).toString('latin1');
  if (/[^\s\0]/.test(after) || endsAsZip(bytes)) return refuse('POLYGLOT');
  if (/<(?:script|html|svg|iframe|!doctype|\?php)/i.test(buffer.subarray(0, 2_048).toString('latin1'))) {
    return refuse('POLYGLOT');
  }
  if (buffer.includes('/JavaScript') || buffer.includes('/Launch')) {
    return refuse('ACTIVE_CONTENT', { what: 'PDF 脚本' });
  }
  return hasUserPassword(buffer) ? refuse('ENCRYPTED') : { type: 'pdf' };
}

/** An /Encrypt entry in a trailer or cross-reference dictionary; in plain text, because the trailer is never encrypted. */
function hasUserPassword(buffer: Buffer): boolean {
  for (let at = buffer.indexOf('/Encrypt'); at >= 0; at = buffer.indexOf('/Encrypt', at + 1)) {
    if (/^\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(buffer.subarray(at, at + 40).toString('latin1'))) return true;
  }
  return false;
}
