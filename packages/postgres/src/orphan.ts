import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from './errors.ts';

const FAST_MS = 20_000;
const IMMEDIATE_MS = 5_000;

/** Whether the process runs (also when it belongs to another user); one that died and waits to be reaped does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}

/** Removes a pid file whose server is gone: PostgreSQL itself would be misled by another program that got the same pid. */
export function removeStalePidFile(clusterDir: string): void {
  rmSync(path.join(clusterDir, 'postmaster.pid'), { force: true });
}

/** The postmaster that runs on this cluster, by its pid file, or undefined: a reused pid of some other program does not count. */
export function runningPostmaster(clusterDir: string): number | undefined {
  const pid = pidInFile(clusterDir);
  return pid !== undefined && isAlive(pid) && servesCluster(pid, clusterDir) ? pid : undefined;
}

/**
 * Stops a server: first fast (clients are cut off, everything is written), then immediate (the next start recovers from the
 * log), at last by force. Returns when the process is gone.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', FAST_MS],
    ['SIGQUIT', IMMEDIATE_MS],
    ['SIGKILL', IMMEDIATE_MS],
  ];
  for (const [signal, patience] of steps) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw new StartError(
        `The database server of an earlier run (process ${pid}) belongs to another user: stop it first.`,
      );
    }
    if (await isGone(pid, patience)) return;
  }
  throw new StartError(`The database server (process ${pid}) cannot be stopped: end it by hand, then start again.`);
}

async function isGone(pid: number, patience: number): Promise<boolean> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (!isAlive(pid)) return true;
    await sleep(20);
  }
  return !isAlive(pid);
}

function pidInFile(clusterDir: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8'), 10);
    return pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** A postmaster's working directory is its cluster; where that cannot be read, its command line names the folder. */
function servesCluster(pid: number, clusterDir: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDir);
  } catch {
    return commandOf(pid).includes(clusterDir);
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return '';
  }
}
