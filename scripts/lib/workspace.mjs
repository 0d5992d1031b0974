import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Where stamps and the logs of the steps live: gone with node_modules, so that a fresh install starts over. */
export const CACHE = path.join(ROOT, 'node_modules', '.cache', 'closeout');
/** The workspace's own Node 24, whatever Node runs this script. */
export const NODE = path.join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Asked to stop: passed on to whatever runs at the moment. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A condition that the user can mend; shown as its message alone. */
export class Refusal extends Error {}

/** The environment for everything run in the workspace: its own Node and tools first. */
export function workspaceEnv(extra = {}) {
  const bin = [path.dirname(NODE), path.join(ROOT, 'node_modules', '.bin')].join(path.delimiter);
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/** Runs a program with the terminal as it is and gives its exit status (1 when it was ended by a signal). */
export function runVisibly(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: workspaceEnv(), ...options });
    const stop = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, stop);
    child.once('error', reject);
    child.once('exit', (status) => {
      for (const signal of SIGNALS) process.off(signal, stop);
      resolve(status ?? 1);
    });
  });
}

/** Runs a program with its output in a log; only when it fails the end of the log is shown, in a Refusal. */
export async function runQuietly(title, program, args, options = {}) {
  mkdirSync(CACHE, { recursive: true });
  const logFile = path.join(CACHE, `${title.replaceAll(/\W+/g, '-')}.log`);
  const log = openSync(logFile, 'w');
  try {
    const status = await runVisibly(program, args, { ...options, stdio: ['ignore', log, log] });
    if (status !== 0)
      throw new Refusal(
        `${title} failed (status ${status}); the log's end:\n\n${tail(logFile)}\n\nAll of it: ${logFile}`,
      );
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${title} could not be run: ${error.message}`);
  } finally {
    closeSync(log);
  }
}

/** Prints a Refusal as its message, anything else with its stack, and leaves with status 1. */
export function main(work) {
  work().catch((error) => {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  });
}

function tail(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-30).join('\n');
}
