import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ADMIN_ROLE } from './cluster.ts';
import { StartError, reasonOf } from './errors.ts';
import type { Home } from './home.ts';

const READY_MS = 120_000;
const LOG_LIMIT_BYTES = 20 * 1024 * 1024;

export interface LaunchOptions {
  readonly home: Home;
  readonly port: number;
  readonly adminPassword: string;
  readonly logFile: string;
  /** Extra `name=value` server settings. */
  readonly settings: readonly string[];
}

/** A refusal that passes by itself (the last server's memory is still being given back) or with another port. */
export class LaunchRefused extends Error {
  readonly portTaken: boolean;
  constructor(message: string, portTaken: boolean) {
    super(message);
    this.portTaken = portTaken;
  }
}

/**
 * Starts the server process and returns it once it answers. It listens on 127.0.0.1 only and asks for the password. It gets
 * a session of its own, so that Ctrl+C in the terminal reaches the app, which stops the server when the last answer is out.
 */
export async function launch(options: LaunchOptions): Promise<ChildProcess> {
  rotate(options.logFile);
  const log = openSync(options.logFile, 'a', 0o600);
  const logStart = statSync(options.logFile).size;
  const { home } = options;
  const child = spawn(path.join(home.binaries.bin, 'postgres'), serverOptions(options), {
    ...home.account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
  });
  closeSync(log);
  const outcome = await Promise.race([
    new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(reasonOf(error)));
      child.once('exit', (code, signal) => resolve(`it ended with ${signal ?? `status ${code}`}`));
    }),
    untilReady(options, child),
  ]);
  if (outcome === 'ready') return child;
  if (child.exitCode === null) child.kill('SIGQUIT');
  throw explain(outcome, tail(options.logFile, logStart), options);
}

/** A port of 127.0.0.1 that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function serverOptions({ home, port, settings }: LaunchOptions): string[] {
  const all = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${port}`,
    'timezone=UTC',
    'log_timezone=UTC',
    'password_encryption=scram-sha-256',
    'logging_collector=off',
    'log_destination=stderr',
    ...settings,
  ];
  return ['-D', home.clusterDir, ...all.flatMap((setting) => ['-c', setting])];
}

async function untilReady({ port, adminPassword }: LaunchOptions, child: ChildProcess): Promise<string> {
  const end = Date.now() + READY_MS;
  let last = 'it did not answer in time';
  while (Date.now() < end && child.exitCode === null && child.signalCode === null) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: ADMIN_ROLE,
      password: adminPassword,
      database: 'postgres',
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return 'ready';
    } catch (error) {
      last = reasonOf(error);
      if ((error as { code?: string }).code === '28P01') return 'wrong password';
    }
    await sleep(30);
  }
  return last;
}

function explain(outcome: string, log: string, { home, logFile }: LaunchOptions): Error {
  if (/pre-existing shared memory block|lock file .* already exists/i.test(log)) return new LaunchRefused(log, false);
  if (/address already in use/i.test(log)) return new LaunchRefused(log, true);
  if (outcome === 'wrong password') {
    return new StartError(
      `The passwords in postgres-passwords.json do not fit the database ${home.clusterDir}: restore that file, or run \`npm run reset\`.`,
    );
  }
  const reason = /(?:FATAL|PANIC|ERROR): .*/.exec(log)?.[0] ?? outcome;
  return new StartError(`The database did not start: ${reason} (log: ${logFile}).`);
}

function tail(file: string, from: number): string {
  return readFileSync(file).subarray(from).toString('utf8');
}

/** One earlier log is kept; the rest would only fill the disk. */
function rotate(logFile: string): void {
  try {
    if (statSync(logFile).size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
  } catch {
    // There is no log yet.
  }
}
