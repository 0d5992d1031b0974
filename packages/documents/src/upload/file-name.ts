import type { MessageCode, MessageParams } from '../messages.ts';

const MAX_NAME_CHARACTERS = 255;
const MAX_CLEAN_BYTES = 200;
/** Control characters, direction overrides, zero-width and line separators: they make a name show as another. */
const INVISIBLE = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\p{Cs}]/gu;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** Suffixes that some system would run or render, wherever in the name they stand. */
const ACTIVE = new Set([
  ...'exe bat cmd pif scr msi dll jar js jse vbs vbe wsf wsh hta ps1 sh'.split(' '),
  ...'lnk reg cpl apk html htm xhtml mht mhtml svg xml php jsp asp aspx swf'.split(' '),
  ...'docm dotm xlsm xltm xlam pptm iqy slk url chm'.split(' '),
]);

/** The suffix of a name in lower case, without the dot; empty when there is none. */
export function extensionOf(fileName: string): string {
  return /\.([^.\s]{1,10})$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? '';
}

/** What is wrong with an uploaded file's name, or null. */
export function nameProblem(fileName: string): { code: MessageCode; params: MessageParams } | null {
  const name = fileName.normalize('NFC').trim();
  if (name.length > MAX_NAME_CHARACTERS) return { code: 'NAME_TOO_LONG', params: { limit: MAX_NAME_CHARACTERS } };
  const forbidden = name === '' || /[/\\:*?"<>|]/.test(name) || name.search(INVISIBLE) >= 0;
  if (forbidden || name.startsWith('.') || name.endsWith('.') || DEVICE.test(name)) {
    return { code: 'NAME_INVALID', params: { value: name.replace(INVISIBLE, '') } };
  }
  const inner = name.split(/[.．。]/).slice(1, -1).map((piece) => piece.trim().toLowerCase()); // prettier-ignore
  if (inner.some((piece) => ACTIVE.has(piece))) return { code: 'NAME_DISGUISED', params: { value: name } };
  return null;
}

/**
 * A name that is safe to show, to store as a label and to offer for download: NFC, one line, no path, no invisible or
 * reserved characters, at most 200 bytes of UTF-8 with its suffix kept. Never empty. It is a label: files are stored
 * under their hash.
 */
export function cleanFileName(fileName: string): string {
  const last = fileName.normalize('NFC').split(/[/\\]/).at(-1) as string;
  const plain = last.replace(INVISIBLE, '').replace(/[:*?"<>|]/g, '_').replace(/\s+/g, ' ').trim(); // prettier-ignore
  const bare = plain.replace(/^\.+/, '').replace(/[. ]+$/, '');
  const named = bare === '' ? '文件' : DEVICE.test(bare) ? `_${bare}` : bare;
  const extension = extensionOf(named);
  const suffix = extension === '' ? '' : named.slice(named.length - extension.length - 1);
  return fit(named.slice(0, named.length - suffix.length), MAX_CLEAN_BYTES - Buffer.byteLength(suffix)) + suffix;
}

function fit(text: string, bytes: number): string {
  let result = '';
  let used = 0;
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > bytes) break;
    result += character;
  }
  return result;
}
