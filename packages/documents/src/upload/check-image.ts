import { endsAsZip } from '../containers/zip.ts';
import { refuse } from './verdict.ts';
import type { ContentVerdict } from './verdict.ts';

/** Largest image by pixels: above what phones and A0 scanners give, below what exhausts a viewer. */
const MAX_PIXELS = 250_000_000;
const MAX_SIDE = 60_000;

type Size = { width: number; height: number };
type Sizer = (view: DataView, text: (from: number, length: number) => string) => Size | null;

/** Checks an image by its structure: real headers, a sane size, and no second kind of content inside. */
export function checkImage(bytes: Uint8Array, type: 'jpg' | 'png' | 'bmp' | 'tif' | 'heic'): ContentVerdict {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, length: number): string => buffer.toString('latin1', from, from + length);
  let size: Size | null = null;
  try {
    size = SIZERS[type](view, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  if (size === null || size.width === 0 || size.height === 0) return refuse('FILE_DAMAGED');
  if (size.width * size.height > MAX_PIXELS || Math.max(size.width, size.height) > MAX_SIDE) {
    return refuse('IMAGE_TOO_LARGE', { ...size });
  }
  return endsAsZip(bytes) || holdsMarkup(buffer) ? refuse('POLYGLOT') : { type };
}

/** Markup that a browser would run does not occur in real photographs and scans, not even in their metadata. */
function holdsMarkup(buffer: Buffer): boolean {
  const ends = buffer.subarray(0, 65_536).toString('latin1') + buffer.subarray(-65_536).toString('latin1');
  if (/<(?:script|html|svg|iframe|body|!doctype|\?php)/i.test(ends)) return true;
  return ['<script', '<SCRIPT', '<html', '<?php', '<svg '].some((mark) => buffer.includes(mark, 0, 'latin1'));
}

const pngSize: Sizer = (view, text) => {
  if (text(12, 4) !== 'IHDR') return null;
  let at = 8;
  while (text(at + 4, 4) !== 'IEND') at += 12 + view.getUint32(at);
  return at + 12 === view.byteLength ? { width: view.getUint32(16), height: view.getUint32(20) } : null;
};

/** Walks the segments to the frame header. A JFIF header has an exact length: the jpeg+script trick needs another. */
const jpegSize: Sizer = (view, text) => {
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (marker === 0xe0 && text(at + 4, 5) === 'JFIF\0') {
      if (length !== 16 + 3 * view.getUint8(at + 16) * view.getUint8(at + 17)) return null;
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return hasEnd(view) ? { width: view.getUint16(at + 7), height: view.getUint16(at + 5) } : null;
    if (marker === 0xd9 || marker === 0xda || length < 2) return null;
    at += 2 + length;
  }
};

/** An end-of-image marker must follow; phones append more data after it, so it need not be last. */
function hasEnd(view: DataView): boolean {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength).lastIndexOf(Buffer.from([0xff, 0xd9])) > 0;
}

const bmpSize: Sizer = (view) => {
  const header = view.getUint32(14, true);
  if (view.getUint32(2, true) > view.byteLength || ![12, 40, 52, 56, 64, 108, 124].includes(header)) return null;
  if (header === 12) return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
};

const tiffSize: Sizer = (view, text) => {
  const little = text(0, 2) === 'II';
  const directory = view.getUint32(4, little);
  const size: Size = { width: 0, height: 0 };
  for (let i = 0; i < view.getUint16(directory, little); i++) {
    const at = directory + 2 + i * 12;
    const tag = view.getUint16(at, little);
    const value =
      view.getUint16(at + 2, little) === 3 ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little);
    if (tag === 256) size.width = value;
    if (tag === 257) size.height = value;
  }
  return size;
};

/** The size of an HEIC stands deep inside its boxes and nothing here decodes it: only the outer boxes are checked. */
const heicSize: Sizer = (view, text) => {
  let at = 0;
  const boxes: string[] = [];
  while (at < view.byteLength) {
    const length = view.getUint32(at);
    if (length !== 0 && length < 8 && length !== 1) return null;
    boxes.push(text(at + 4, 4));
    if (length === 0) break;
    at += length === 1 ? Number(view.getBigUint64(at + 8)) : length;
  }
  return at <= view.byteLength && boxes.includes('meta') ? { width: 1, height: 1 } : null;
};

const SIZERS: Record<'jpg' | 'png' | 'bmp' | 'tif' | 'heic', Sizer> = {
  jpg: jpegSize,
  png: pngSize,
  bmp: bmpSize,
  tif: tiffSize,
  heic: heicSize,
};
