import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Job, Measured } from './load.ts';

/** A program of this folder in a process of its own; it ends when this process does. */
export interface Started {
  url: string;
  pid: number | undefined;
  stop(): Promise<void>;
}

/** The decorators of the API need a compiler. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const TSX_TSCONFIG_PATH = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

function start(program: string, settings: Record<string, string>): ChildProcess {
  return fork(fileURLToPath(new URL(program, import.meta.url)), {
    execArgv: ['--import', TSX],
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', TSX_TSCONFIG_PATH, ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function nextMessage<T>(child: ChildProcess, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const early = (): void => reject(new Error(`${what} ended before it answered`));
    child.once('exit', early);
    child.once('message', (message) => {
      child.off('exit', early);
      resolve(message as T);
    });
  });
}

/** Asks a process to end and waits until it has. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  if (child.connected) child.disconnect();
  await exit;
}

/** Starts a server program and waits until it listens. */
export async function startServer(program: string, settings: Record<string, string>): Promise<Started> {
  const child = start(program, settings);
  const { port } = await nextMessage<{ port: number }>(child, program);
  return { url: `http://127.0.0.1:${port}/graphql`, pid: child.pid, stop: () => ended(child) };
}

/** The process that sends the requests, one measurement after the other. */
export interface Load {
  measure(job: Job): Promise<Measured>;
  stop(): Promise<void>;
}

export function startLoad(): Load {
  const child = start('load.ts', {});
  return {
    measure: async (job) => {
      const answer = nextMessage<{ measured?: Measured; failed?: string }>(child, 'the load');
      child.send(job);
      const { measured, failed } = await answer;
      if (measured === undefined) throw new Error(failed);
      return measured;
    },
    stop: () => ended(child),
  };
}
