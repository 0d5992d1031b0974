import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { openFileStore } from '../../files/store.ts';
import type { FileDraft } from '../../graphql/context.ts';

/** Files that jobs read and make, under the ids of their jobs. They are no records: after some days they go. */
export interface Results {
  /** Writes a stream to disk; `keep` puts it in its place. */
  receive(content: AsyncIterable<Uint8Array>): Promise<FileDraft>;
  pathOf(name: string): string;
  remove(name: string): Promise<void>;
  /** The names of what lies there, except what was written within the last hour. */
  old(): Promise<string[]>;
}

const HOUR_MS = 3_600_000;

/** Each attempt has a name of its own for what it makes, so that none writes over what another one has finished. */
export const resultOf = (jobId: string, attempt: number): string => `${jobId}.${attempt}`;
/** The file that a job is to read. */
export const sourceOf = (jobId: string): string => `${jobId}.source`;

/** The folder of results within that of the files. */
export function openResults(filesDir: string): Results {
  const folder = path.join(filesDir, 'results');
  const store = openFileStore(folder);
  const pathOf = (name: string): string => path.join(folder, name);
  return {
    receive: (content) => store.receive(content, Number.MAX_SAFE_INTEGER),
    pathOf,
    remove: (name) => rm(pathOf(name), { force: true }),
    async old() {
      const names = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.'));
      const ages = await Promise.all(names.map((name) => stat(pathOf(name)).catch(() => null)));
      return names.filter((_, at) => Date.now() - (ages[at]?.mtimeMs ?? Date.now()) > HOUR_MS);
    },
  };
}
