import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileTooLarge, openFileStore } from './store.ts';

const sha = (content: string): string => createHash('sha256').update(content).digest('hex');
async function* parts(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

describe('the file store', () => {
  let folder: string;
  beforeEach(async () => {
    folder = path.join(await mkdtemp(path.join(tmpdir(), 'closeout-store-')), 'files');
  });
  afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

  test('receives in parts and keeps under the hash of the whole', async () => {
    const store = openFileStore(folder);
    const draft = await store.receive(parts('one ', 'two'), 7);
    expect(draft).toMatchObject({ sha256: sha('one two'), size: 7 });
    expect(await store.open(draft.sha256)).toBeNull();
    await draft.keep();
    await draft.drop();
    expect(await readdir(folder)).toEqual([draft.sha256]);
    expect(Buffer.from((await store.open(draft.sha256)) as Uint8Array).toString()).toBe('one two');
  });

  test('refuses one byte over the limit, and leaves nothing of what was dropped or cut off', async () => {
    const store = openFileStore(folder);
    await expect(store.receive(parts('one ', 'two!'), 7)).rejects.toBeInstanceOf(FileTooLarge);
    async function* cutOff(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('the line was lost');
    }
    await expect(store.receive(cutOff(), 100)).rejects.toThrow('the line was lost');
    await (await store.receive(parts('x'), 1)).drop();
    expect(await readdir(folder)).toEqual([]);
  });

  test('clears what a crash left behind after an hour, and nothing that is still being received', async () => {
    const store = openFileStore(folder);
    await store.save(Buffer.from('kept'));
    await writeFile(path.join(folder, '.stale'), 'half');
    await writeFile(path.join(folder, '.fresh'), 'half');
    const old = new Date(Date.now() - 2 * 3_600_000);
    await utimes(path.join(folder, '.stale'), old, old);
    await store.save(Buffer.from('more'));
    expect((await readdir(folder)).sort()).toEqual(['.fresh', sha('kept'), sha('more')].sort());
  });

  test('saving again mends a file whose content was damaged', async () => {
    const store = openFileStore(folder);
    const name = await store.save(Buffer.from('evidence'));
    await writeFile(path.join(folder, name), 'evidencX');
    await store.save(Buffer.from('evidence'));
    expect(await readFile(path.join(folder, name), 'utf8')).toBe('evidence');
  });
});
