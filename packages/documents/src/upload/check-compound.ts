import { compoundFileNames } from '../containers/compound-file.ts';
import { refuse } from './verdict.ts';
import type { ContentVerdict } from './verdict.ts';

/**
 * Checks an OLE2 file by the streams in its directory: which program wrote it, whether it is a password-protected
 * .docx/.xlsx, and whether it holds macros. (Excel 4 macro sheets inside old .xls files are not looked for: these
 * files are only kept and offered for download.)
 */
export function checkCompound(bytes: Uint8Array): ContentVerdict {
  const names = compoundFileNames(bytes);
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) return refuse('ENCRYPTED');
  if (['Macros', '_VBA_PROJECT_CUR', '_VBA_PROJECT', 'VBA'].some((name) => names.has(name))) return refuse('MACROS');
  if (names.has('\u0001Ole10Native')) return refuse('ACTIVE_CONTENT', { what: '嵌入的程序包' });
  if (names.has('WordDocument')) return { type: 'doc' };
  if (names.has('Workbook') || names.has('Book')) return { type: 'xls' };
  if (names.has('PowerPoint Document')) return { type: 'ppt' };
  return refuse('CONTENT_UNKNOWN');
}
