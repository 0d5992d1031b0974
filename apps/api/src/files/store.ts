import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { FileDraft, FileStore } from '../graphql/context.ts';

/** More bytes came than are accepted. */
export class FileTooLarge extends Error {}

/** The disk, or what this user may have of it, is full. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

/** A temporary file of an upload that was cut off is removed after this time. */
const STALE_MS = 60 * 60 * 1000;

async function syncFolder(folder: string): Promise<void> {
  const directory = await open(folder, 'r');
  await directory.sync().finally(() => directory.close());
}

/** Removes what uploads that were cut off (a crash, a lost line) have left behind. */
async function sweep(folder: string): Promise<void> {
  const drafts = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('.'));
  for (const name of drafts) {
    const file = path.join(folder, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > STALE_MS) await rm(file, { force: true });
  }
}

async function writeAll(handle: FileHandle, source: AsyncIterable<Uint8Array>, limit: number) {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > limit) throw new FileTooLarge();
    hash.update(chunk);
    await handle.writeFile(chunk);
  }
  await handle.sync();
  return { sha256: hash.digest('hex'), size };
}

/**
 * Files by content: the name is the SHA-256, so the same file is stored once and cannot be changed unnoticed. A file is
 * written beside its place, flushed to disk, then renamed: a row never points to half a file.
 */
export function openFileStore(folder: string): FileStore {
  const pathOf = (sha256: string): string => path.join(folder, sha256);

  async function receive(source: AsyncIterable<Uint8Array>, limit: number): Promise<FileDraft> {
    await mkdir(folder, { recursive: true });
    await sweep(folder);
    const draft = path.join(folder, `.${randomUUID()}`);
    const drop = (): Promise<void> => rm(draft, { force: true });
    try {
      const handle = await open(draft, 'wx', 0o600);
      const written = await writeAll(handle, source, limit).finally(() => handle.close());
      const keep = async (name = written.sha256): Promise<void> => {
        await rename(draft, pathOf(name));
        await syncFolder(folder);
      };
      return { ...written, read: () => readFile(draft), keep, drop };
    } catch (error) {
      await drop();
      throw error;
    }
  }

  return {
    pathOf,
    receive,
    async save(bytes) {
      const draft = await receive(
        (async function* once() {
          yield bytes;
        })(),
        bytes.byteLength,
      );
      await draft.keep();
      return draft.sha256;
    },
    async open(sha256) {
      return readFile(pathOf(sha256)).catch(() => null);
    },
  };
}
