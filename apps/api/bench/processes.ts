import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
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

const BUILT = fileURLToPath(new URL('../dist/main.js', import.meta.url));
/** Where npm start keeps compiled code. */
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/node', import.meta.url));

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** Starts the product as it is built and delivered, and waits until it is ready. */
export async function startProduct(settings: Record<string, string>): Promise<Started> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    DEMO: 'off',
    LOG_LEVEL: 'error',
    NODE_COMPILE_CACHE: CACHE,
    ...settings,
  };
  const child = spawn(process.execPath, [BUILT], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the product ended with status ${child.exitCode}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) break;
    await sleep(100);
  }
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended(child);
  };
  return { url, pid: child.pid, stop };
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
