import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { DocumentError } from '../errors.ts';

/** What a reader wants to hear of an XML part; names come without their namespace prefix. */
export interface XmlHandlers {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** Office parts nest some fifty deep; more is meant to exhaust whoever reads it. */
const MOST_DEPTH = 300;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Parses one XML part as it streams in. Any document type declaration is refused before its content is looked at, so
 * there are no external entities and no entity expansion. The handlers may throw to stop early.
 */
export async function parseXml(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  on: XmlHandlers,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new DocumentError('UNSAFE_XML');
  });
  parser.on('error', () => {
    throw new DocumentError('FILE_DAMAGED');
  });
  let depth = 0;
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MOST_DEPTH) throw new DocumentError('FILE_DAMAGED');
    on.open?.(local(tag.name), tag.attributes);
  });
  parser.on('text', (text) => on.text?.(text));
  parser.on('cdata', (text) => on.text?.(text));
  parser.on('closetag', (tag) => {
    depth -= 1;
    on.close?.(local(tag.name));
  });
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    parser.write(decode(decoder, chunk));
  }
  parser.close();
}

function decode(decoder: TextDecoder, chunk: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new DocumentError('FILE_DAMAGED');
  }
}

function decoderFor(first: Uint8Array): TextDecoder {
  const [a, b] = first;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder('utf-8', { fatal: true });
}
