import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore } from '../graphql/context.ts';

/**
 * Files by content: the name is the SHA-256, so the same file is stored once and cannot be changed unnoticed. A file is
 * written beside its place, flushed to disk, then renamed: a row never points to half a file.
 */
export function openFileStore(folder: string): FileStore {
  const pathOf = (sha256: string): string => path.join(folder, sha256);
  return {
    pathOf,
    async save(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await mkdir(folder, { recursive: true });
      const known = await stat(pathOf(sha256)).catch(() => null);
      if (known?.size === bytes.byteLength) return sha256;
      const draft = path.join(folder, `.${randomUUID()}`);
      const handle = await open(draft, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, pathOf(sha256));
      const directory = await open(folder, 'r');
      await directory.sync().finally(() => directory.close());
      return sha256;
    },
    async open(sha256) {
      return readFile(pathOf(sha256)).catch(() => null);
    },
  };
}
