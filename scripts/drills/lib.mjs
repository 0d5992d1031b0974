import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../lib/workspace.mjs';

/** Throws unless it holds, in words that the drill's reader understands. */
export function must(condition, words) {
  if (!condition) throw new Error(words);
}

/** A port of this machine that is free now. */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Runs `npm start` as the given user ({ uid, gid } or nothing) and returns a handle once /readyz says ready, or, when the
 * process ends before, its status and output.
 */
export async function startProduct({ dataDir, port, user = {}, env = {}, patience = 300_000 }) {
  const begun = Date.now();
  const npm = spawn('npm', ['start'], {
    cwd: ROOT,
    ...user,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(user.uid ? { HOME: dataDir } : {}), PORT: String(port), DATA_DIR: dataDir, ...env },
  });
  let output = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise((resolve) => npm.once('exit', (status, signal) => resolve(status ?? signal)));
  let status;
  void ended.then((value) => (status = value));
  const address = `http://127.0.0.1:${port}`;
  while (status === undefined && Date.now() - begun < patience) {
    if (await isReady(address)) return { npm, ended, address, dataDir, seconds: since(begun), output: () => output };
    await sleep(50);
  }
  return { status, output: () => output, seconds: since(begun) };
}

/** Whether the product says that it can work. */
export async function isReady(address) {
  return fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Waits until a condition holds and returns the seconds it took. */
export async function until(condition, words, patience = 30_000) {
  const begun = Date.now();
  while (!(await condition())) {
    must(Date.now() - begun < patience, `${words}: not within ${patience / 1000} s`);
    await sleep(50);
  }
  return since(begun);
}

/** The process ids that matter: the app's, the database server's, and every process that descends from them or from npm. */
export function processesOf({ npm, dataDir }) {
  const app = Number(readFileSync(path.join(dataDir, 'app.pid'), 'utf8'));
  const pidFile = path.join(dataDir, 'postgres', 'postmaster.pid');
  const postgres = existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, 'utf8'), 10) : undefined;
  const parents = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const all = new Set([npm.pid, app, postgres].filter((pid) => pid > 1));
  for (let size = 0; size !== all.size;) {
    size = all.size;
    for (const [pid, parent] of parents) if (all.has(parent)) all.add(pid);
  }
  const launcher = parents.find(([pid]) => pid === app)?.[1];
  return { app, postgres, launcher, all: [...all] };
}

/** Those of the processes that still run; one that only waits to be reaped does not. */
export function alive(pids) {
  return pids.filter((pid) => {
    try {
      const stat = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
      return !stat.trim().startsWith('Z');
    } catch {
      return false;
    }
  });
}

function since(begun) {
  return (Date.now() - begun) / 1000;
}
