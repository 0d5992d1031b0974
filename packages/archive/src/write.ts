import { createHash } from 'node:crypto';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { signHead, type SealingKey } from '@closeout/audit';
import { ZipFile } from 'yazl';
import {
  FORMAT,
  MANIFEST,
  manifestText,
  SEAL,
  SUM,
  sumText,
  VERSION,
  type ArchivedFile,
  type Manifest,
  sealText,
} from './manifest.ts';

/** A file to be packed, opened when its turn comes. */
export interface Packed {
  path: string;
  open: () => Readable;
  /** What it must be: a stored file that is not is an error, never packed as if it were. */
  sha256?: string;
}

/** Everything of a manifest but what the packing itself finds out. */
export type About = Omit<Manifest, 'format' | 'version' | 'files'>;

/** A stored file does not have the content that its record says. */
export class DamagedFile extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} is damaged: its content is not what its record says`);
    this.path = path;
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What is compressed already is packed as it is. */
const PACKED_ALREADY = /\.(docx|xlsx|pptx|zip|ofd|pdf|jpe?g|png|gif|webp|mp4|mp3)$/i;

/** Counts and sums what passes through. */
class Summed extends Transform {
  private readonly hash = createHash('sha256');
  size = 0;
  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    this.size += chunk.byteLength;
    done(null, chunk);
  }
  sum = (): string => this.hash.digest('hex');
}

/** A zip that is being written, and what is just read for it. */
interface Writing {
  zip: ZipFile;
  mtime: Date;
  reading?: Summed;
}

function pack(writing: Writing, file: Packed): Promise<ArchivedFile> {
  const { zip, mtime } = writing;
  return new Promise((resolve, reject) => {
    const compress = !PACKED_ALREADY.test(file.path);
    zip.addReadStreamLazy(file.path, { mtime, mode: 0o100644, compress }, (use) => {
      const summed = (writing.reading = new Summed());
      const source = file.open();
      source.on('error', (error) => summed.destroy(error));
      summed.on('error', reject);
      summed.on('close', () => source.destroy());
      summed.on('end', () => {
        const packed = { path: file.path, size: summed.size, sha256: summed.sum() };
        if (file.sha256 !== undefined && file.sha256 !== packed.sha256) reject(new DamagedFile(file.path));
        else resolve(packed);
      });
      use(null, source.pipe(summed));
    });
  });
}

const ofText = (path: string, text: string): Packed => ({
  path,
  open: () => Readable.from([Buffer.from(text, 'utf8')]),
});

/**
 * An archive as it grows: the files one after the other in their order, each read while it is packed, then the manifest with
 * their sums, its own sum, and that sum signed. Nothing is held as a whole. The same files give the same bytes.
 */
export async function* zipArchive(
  files: AsyncIterable<Packed>,
  about: () => About,
  key?: SealingKey,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  const writing: Writing = { zip, mtime: new Date(about().madeAt) };
  const feeding = (async () => {
    const listed: ArchivedFile[] = [];
    for await (const file of files) listed.push(await pack(writing, file));
    const manifest = manifestText({ format: FORMAT, version: VERSION, ...about(), files: listed });
    const sum = sha256(manifest);
    await pack(writing, ofText(MANIFEST, manifest));
    await pack(writing, ofText(SUM, sumText(sum)));
    if (key !== undefined) {
      const { inspection, madeAt } = about();
      const head = { chain: `archive ${inspection.id}`, seq: listed.length, hash: sum };
      await pack(writing, ofText(SEAL, sealText(signHead(key, head, madeAt))));
    }
    zip.end();
  })();
  feeding.catch((error: unknown) => output.destroy(error as Error));
  try {
    for await (const chunk of output) yield chunk as Uint8Array;
    await feeding;
  } finally {
    // Whoever stopped reading leaves no open file behind.
    writing.reading?.destroy(new Error('the archive is not read any more'));
  }
}
