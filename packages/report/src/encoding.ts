import { starts } from './refuse-known.ts';

/** What a web page may declare beside Chinese encodings. */
const DECLARED = /charset\s*=\s*["']?\s*([\w-]{2,20})/iu;
/** Damage that a text survives: a byte lost here and there. */
const MOST_DAMAGED = 0.002;

/**
 * The text of bytes: by their mark (UTF-8, UTF-16), as UTF-8 if they are valid, by what a web page declares, as GB18030. null where
 * none of them gives text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (starts(bytes, 0xff, 0xfe)) return tryDecode('utf-16le', bytes);
  if (starts(bytes, 0xfe, 0xff)) return tryDecode('utf-16be', bytes);
  const utf8 = tryDecode('utf-8', bytes);
  if (utf8 !== null) return utf8;
  const declared = DECLARED.exec(Buffer.from(bytes.subarray(0, 4_096)).toString('latin1'))?.[1];
  const named = declared ? tryDecode(declared, bytes) : null;
  return named ?? tryDecode('gb18030', bytes) ?? damaged(bytes, declared ?? 'gb18030');
}

function tryDecode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const SAMPLE = 64 * 1024;

/** A long text with a few broken characters, cut at its end perhaps: they stay marked as broken. */
function damaged(bytes: Uint8Array, encoding: string): string | null {
  for (const name of ['utf-8', encoding]) {
    try {
      // A sample first: what is no text at all is not decoded to its end.
      if (!isMostlyWhole(new TextDecoder(name).decode(bytes.subarray(0, SAMPLE)))) continue;
      const text = new TextDecoder(name).decode(bytes);
      if (isMostlyWhole(text)) return text;
    } catch {
      // an encoding that nobody knows
    }
  }
  return null;
}

function isMostlyWhole(text: string): boolean {
  let broken = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) broken += 1;
  return text.length > 500 && broken <= text.length * MOST_DAMAGED;
}
