import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataFolder } from './lock.ts';

let dataDir: string;
let holders: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'closeout-lock-'));
});
afterEach(() => {
  for (const child of holders) child.kill('SIGKILL');
  holders = [];
  rmSync(dataDir, { recursive: true, force: true });
});

/** Another process that takes the lock and keeps it, though it throws the handle away and collects its garbage. */
async function holder() {
  const code = `import { lockDataFolder } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)};
    lockDataFolder(${JSON.stringify(dataDir)}); globalThis.gc(); console.log('locked'); setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  holders.push(child);
  await once(child.stdout, 'data');
  return child;
}

test('a second process is refused in one line that names the first', async () => {
  const other = await holder();
  expect(() => lockDataFolder(dataDir)).toThrow(
    `The data folder ${dataDir} is in use by another Closeout (process ${other.pid}): stop that one, or set DATA_DIR to another folder.`,
  );
  other.kill('SIGKILL');
  await once(other, 'exit');
});

test('the lock of a killed process is gone with it', async () => {
  const other = await holder();
  other.kill('SIGKILL');
  await once(other, 'exit');
  lockDataFolder(dataDir).release();
});

test('a released lock can be taken again', () => {
  lockDataFolder(dataDir).release();
  lockDataFolder(dataDir).release();
});

test('a folder that is a file is refused in one line', () => {
  expect(() => lockDataFolder('/dev/null/data')).toThrow(
    /^The data folder \/dev\/null\/data cannot be written .*DATA_DIR/,
  );
});
