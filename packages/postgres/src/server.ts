import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ADMIN_ROLE, APP_DATABASE, APP_ROLE, LESSER_ROLES, createCluster, credentials } from './cluster.ts';
import type { Credentials } from './cluster.ts';
import { StartError, reasonOf } from './errors.ts';
import { prepareHome } from './home.ts';
import { LaunchRefused, freePort, launch } from './launch.ts';
import type { LaunchOptions } from './launch.ts';
import { removeStalePidFile, runningPostmaster, stopPostmaster } from './orphan.ts';

const RETRY_MS = 15_000;
const RESTART_LIMIT = 5;
const RESTART_WINDOW_MS = 5 * 60_000;

export interface EmbeddedOptions {
  /** Folder that holds the cluster, its passwords and its log; only this process may use it (see lockDataFolder). */
  readonly dataDir: string;
  /** A fixed port of 127.0.0.1; by default a free one is chosen at each start. */
  readonly port?: number;
  /** Extra `name=value` server settings, for tests. */
  readonly settings?: readonly string[];
  /** Told, in one line each, what is worth knowing: recovery, restarts. */
  readonly log: (line: string) => void;
  /** Called once when the server keeps dying and is given up; the app should then end. */
  readonly onFailure?: (reason: string) => void;
}

export interface EmbeddedServer {
  /** Signs in as the owner of the product's database, who is not a superuser. */
  readonly connectionString: string;
  /** Signs in as the superuser, for tests and maintenance. */
  readonly adminConnectionString: string;
  readonly port: number;
  readonly version: string;
  /** The process id of the server as it is now; another after a restart. */
  pid(): number | undefined;
  /** Stops the server fast and returns when its process is gone. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL in the data folder and keeps it running: it makes the cluster when there is none, stops a server that an
 * earlier, killed app left behind, recovers, and restarts the server on the same port when it dies. Throws a StartError with
 * one clear line when that is not possible.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const home = prepareHome(options.dataDir);
  const passwords = credentials(options.dataDir);
  if (!existsSync(home.clusterDir)) createCluster(home.binaries, home.clusterDir, home.account, passwords.admin);
  await stopOrphan(home.clusterDir, options.log);
  const logs = path.join(options.dataDir, 'logs');
  mkdirSync(logs, { recursive: true });
  const plan: LaunchOptions = {
    home,
    port: options.port ?? (await freePort()),
    adminPassword: passwords.admin,
    logFile: path.join(logs, 'postgres.log'),
    settings: options.settings ?? [],
  };
  const started = await launchPatiently(plan, options.port === undefined);
  const adminConnectionString = url(ADMIN_ROLE, passwords.admin, started.port, 'postgres');
  const keeper = supervise(started.child, { ...plan, port: started.port }, options);
  try {
    await prepareDatabase(adminConnectionString, passwords);
  } catch (error) {
    await keeper.stop();
    throw error;
  }
  return {
    connectionString: url(APP_ROLE, passwords.app, started.port, APP_DATABASE),
    adminConnectionString,
    port: started.port,
    version: home.binaries.version,
    ...keeper,
  };
}

/** Stops a server that runs on this data folder though no app does. Returns its process id, if there was one. */
export async function stopOrphan(clusterDir: string, log: (line: string) => void): Promise<number | undefined> {
  const pid = runningPostmaster(clusterDir);
  if (pid === undefined) {
    removeStalePidFile(clusterDir);
    return undefined;
  }
  log(`An earlier run left its database server behind (process ${pid}); stopping it.`);
  await stopPostmaster(pid);
  return pid;
}

/** What passes by itself is tried again for a while: memory of a killed server, a port taken at the last moment. */
async function launchPatiently(plan: LaunchOptions, anyPort: boolean): Promise<{ child: ChildProcess; port: number }> {
  const end = Date.now() + RETRY_MS;
  for (let port = plan.port; ;) {
    try {
      return { child: await launch({ ...plan, port }), port };
    } catch (error) {
      if (!(error instanceof LaunchRefused)) throw error;
      if (error.portTaken && !anyPort) throw new StartError(`Port ${port}, asked for the database, is taken.`);
      if (Date.now() > end) throw new StartError(`The database did not start: ${reasonOf(error)}`);
      if (error.portTaken) port = await freePort();
      await sleep(250);
    }
  }
}

function supervise(first: ChildProcess, plan: LaunchOptions, { log, onFailure }: EmbeddedOptions) {
  let child: ChildProcess | undefined;
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const deaths: number[] = [];

  const restart = async (how: string) => {
    child = undefined;
    const now = Date.now();
    deaths.push(now);
    const recent = deaths.filter((at) => now - at < RESTART_WINDOW_MS).length;
    if (recent > RESTART_LIMIT)
      return onFailure?.(`the database ended ${recent} times within five minutes (last: ${how})`);
    log(`The database server ended unexpectedly (${how}); starting it again.`);
    try {
      watch((await launchPatiently(plan, false)).child);
      log('The database server runs again.');
    } catch (error) {
      onFailure?.(reasonOf(error));
    }
  };
  const watch = (process: ChildProcess) => {
    child = process;
    process.once('exit', (code, signal) => {
      if (!stopping) restarting = restart(signal ?? `status ${code}`);
    });
  };
  watch(first);

  return {
    pid: () => child?.pid,
    stop: async () => {
      stopping = true;
      await restarting;
      if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null)
        await stopPostmaster(child.pid);
    },
  };
}

/** The product's roles and database; the passwords are hex digits, so they can stand in the statement. */
async function prepareDatabase(adminConnectionString: string, passwords: Credentials): Promise<void> {
  const client = new pg.Client({ connectionString: adminConnectionString });
  await client.connect();
  try {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
    const verb = role.rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(`${verb} ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOCREATEROLE PASSWORD '${passwords.app}'`);
    for (const lesser of LESSER_ROLES) {
      const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [lesser]);
      if (known.rowCount === 0) await client.query(`CREATE ROLE ${lesser} NOLOGIN`);
      await client.query(`GRANT ${lesser} TO ${APP_ROLE}`);
    }
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [APP_DATABASE]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${APP_DATABASE} OWNER ${APP_ROLE}`);
  } finally {
    await client.end();
  }
}

function url(user: string, password: string, port: number, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}
