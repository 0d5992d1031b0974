import { createInflateRaw, crc32 } from 'node:zlib';
import { DocumentError } from '../errors.ts';

/** One file inside a zip archive, as its directory describes it. */
export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  symlink: boolean;
  crc: number;
  compressedSize: number;
  size: number;
  headerOffset: number;
}

/** What an archive may hold at most; checked on the directory before anything is inflated, and again while inflating. */
export interface ZipLimits {
  entries: number;
  totalBytes: number;
}

/** A vetted archive directory; contents are read entry by entry. */
export interface ZipArchive {
  entries: Map<string, ZipEntry>;
  bytes: Uint8Array;
}

const END_RECORD = 0x06054b50;
const DIRECTORY_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
const damaged = (): DocumentError => new DocumentError('FILE_DAMAGED');

/**
 * Reads and vets the directory of a zip archive without inflating anything. Guaranteed afterwards: the archive begins
 * at byte 0 and ends at the last byte (so it is no second file glued to another), entries neither overlap nor repeat,
 * and the declared sizes keep within `limits`. ZIP64 is refused: no office file under our size limit needs it.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndRecord(view);
  const count = view.getUint16(end + 10, true);
  const directorySize = view.getUint32(end + 12, true);
  const directory = view.getUint32(end + 16, true);
  if (count === 0xffff || directory === 0xffffffff || count > limits.entries) throw new DocumentError('ZIP_BOMB');
  if (view.getUint16(end + 8, true) !== count || directory + directorySize > end) throw damaged();
  const entries = new Map<string, ZipEntry>();
  let at = directory;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_RECORD) throw damaged();
    const entry = readEntry(view, bytes, at);
    if (entries.has(entry.name)) throw damaged();
    entries.set(entry.name, entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  checkLayout([...entries.values()], directory, limits);
  return { entries, bytes };
}

/** Whether these bytes end in a zip directory, whatever they begin with (to find an archive glued to another file). */
export function endsAsZip(bytes: Uint8Array): boolean {
  try {
    findEndRecord(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return true;
  } catch {
    return false;
  }
}

function findEndRecord(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === END_RECORD && at + 22 + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  throw damaged();
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  const unixMode = view.getUint32(at + 38, true) >>> 16;
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 0x41) !== 0,
    symlink: (unixMode & 0o170000) === 0o120000,
    crc: view.getUint32(at + 16, true),
    compressedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    headerOffset: view.getUint32(at + 42, true),
  };
}

function checkLayout(entries: ZipEntry[], directory: number, limits: ZipLimits): void {
  let total = 0;
  let free = 0;
  const ordered = entries.toSorted((a, b) => a.headerOffset - b.headerOffset);
  if (ordered[0] !== undefined && ordered[0].headerOffset !== 0) throw damaged();
  for (const entry of ordered) {
    total += entry.size;
    if (total > limits.totalBytes) throw new DocumentError('ZIP_BOMB');
    if (entry.headerOffset < free) throw new DocumentError('ZIP_BOMB');
    free = entry.headerOffset + 30 + entry.compressedSize;
    if (free > directory) throw damaged();
    if (entry.method !== 0 && entry.method !== 8) throw damaged();
  }
}

/**
 * Streams one entry's content. Stops with FILE_DAMAGED when the content is longer or shorter than the directory
 * declared or its checksum differs, so a lying directory cannot smuggle a bomb past `openZip`.
 */
export async function* readEntryChunks(archive: ZipArchive, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.encrypted) throw new DocumentError('ENCRYPTED');
  let size = 0;
  let crc = 0;
  for await (const chunk of rawChunks(archive, entry)) {
    size += chunk.byteLength;
    if (size > entry.size) throw damaged();
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged();
}

/** The whole content of one entry, or null when the archive has no such entry. Longer than `limit` bytes: ZIP_BOMB. */
export async function readZipFile(archive: ZipArchive, name: string, limit: number): Promise<Uint8Array | null> {
  const entry = archive.entries.get(name);
  if (entry === undefined) return null;
  if (entry.size > limit) throw new DocumentError('ZIP_BOMB');
  const chunks: Uint8Array[] = [];
  for await (const chunk of readEntryChunks(archive, entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* rawChunks(archive: ZipArchive, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const { bytes } = archive;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = entry.headerOffset;
  if (header + 30 > bytes.byteLength || view.getUint32(header, true) !== LOCAL_RECORD) throw damaged();
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + entry.compressedSize > bytes.byteLength) throw damaged();
  const raw = bytes.subarray(start, start + entry.compressedSize);
  if (entry.method === 0) {
    yield raw;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: 65_536 });
  inflate.end(raw);
  try {
    for await (const chunk of inflate) yield chunk as Uint8Array;
  } catch {
    throw damaged();
  } finally {
    inflate.destroy();
  }
}
