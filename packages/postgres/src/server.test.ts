/** @module-tag slow */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isAlive } from './orphan.ts';
import { startEmbedded } from './server.ts';
import type { EmbeddedServer } from './server.ts';

let dataDir: string;
let running: EmbeddedServer[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'closeout-server-'));
});
afterEach(async () => {
  for (const server of running) await server.stop();
  running = [];
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(log: (line: string) => void = () => undefined): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, log });
  running.push(server);
  return server;
}

/** Starts the server in another process, kills that process and returns the process id of the server it leaves. */
async function killedApp(): Promise<number> {
  const code = `import { startEmbedded } from ${JSON.stringify(new URL('./server.ts', import.meta.url).href)};
    const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined });
    console.log(server.pid());`;
  const app = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [pid] = (await once(app.stdout, 'data')) as [Buffer];
  app.kill('SIGKILL');
  await once(app, 'exit');
  expect(Number(pid.toString())).toBeGreaterThan(1);
  return Number(pid.toString());
}

async function ask<Row extends pg.QueryResultRow>(connectionString: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** The server's process id; never undefined, because signalling "process 0" would hit this test's own process group. */
function pidOf(server: EmbeddedServer): number {
  const pid = server.pid();
  if (pid === undefined) throw new Error('the server has no process now');
  return pid;
}

async function until(condition: () => boolean, patience = 10_000): Promise<void> {
  for (const end = Date.now() + patience; !condition(); await sleep(10)) {
    if (Date.now() > end) throw new Error('it did not happen in time');
  }
}

async function answersAgain(connectionString: string, patience = 10_000): Promise<boolean> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (
      await ask(connectionString, 'SELECT 1').then(
        () => true,
        () => false,
      )
    )
      return true;
    await sleep(50);
  }
  return false;
}

describe('the embedded server', () => {
  test('is made durable, in UTF-8, and knows Chinese words', async () => {
    const server = await start();
    const settings = await ask(
      server.adminConnectionString,
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes',
       'data_checksums', 'server_encoding', 'TimeZone', 'listen_addresses', 'unix_socket_directories') ORDER BY name`,
    );
    expect(Object.fromEntries(settings.map((row) => [row['name'], row['setting']]))).toEqual({
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
      TimeZone: 'UTC',
      unix_socket_directories: '',
    });
    await ask(server.connectionString, 'CREATE EXTENSION pg_trgm');
    const [words] = await ask<{ count: number }>(
      server.connectionString,
      `SELECT cardinality(show_trgm('意识形态')) AS count`,
    );
    expect(words?.count).toBe(5);
  });

  test('asks for a password, which only its owner can read, and gives the product no superuser', async () => {
    const server = await start();
    const wrong = server.connectionString.replace(/:[0-9a-f]+@/, ':wrong@');
    await expect(ask(wrong, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(path.join(dataDir, 'postgres-passwords.json')).mode & 0o777).toBe(0o600);
    const [role] = await ask(server.connectionString, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user');
    expect(role).toEqual({ rolsuper: false });
  });

  test('stops without leaving a process and keeps what was written', async () => {
    const first = await start();
    const pid = pidOf(first);
    await ask(first.connectionString, 'CREATE TABLE kept AS SELECT 7 AS n');
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await start();
    expect(await ask(second.connectionString, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  test('comes back on the same port when the server is killed, with every acknowledged write', async () => {
    const lines: string[] = [];
    const server = await start((line) => lines.push(line));
    await ask(server.connectionString, 'CREATE TABLE kept (n int)');
    for (let kill = 1; kill <= 3; kill += 1) {
      await ask(server.connectionString, `INSERT INTO kept VALUES (${kill})`);
      process.kill(pidOf(server), 'SIGKILL');
      await sleep(20);
      expect(await answersAgain(server.connectionString)).toBe(true);
      // It answers a moment before its keeper has seen that it does.
      await vi.waitFor(() => expect(lines.filter((line) => line.includes('runs again'))).toHaveLength(kill), 5_000);
    }
    expect(await ask(server.connectionString, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 3 }]);
  });

  test('gives up with a reason when the server keeps dying', async () => {
    let reason = '';
    const server = await startEmbedded({ dataDir, log: () => undefined, onFailure: (text) => (reason = text) });
    running.push(server);
    for (let kill = 1; kill <= 6; kill += 1) {
      const pid = pidOf(server);
      process.kill(pid, 'SIGKILL');
      await until(() => (kill < 6 ? server.pid() !== undefined && server.pid() !== pid : reason !== ''));
    }
    expect(reason).toMatch(/ended 6 times within five minutes/);
  });

  test('stops the server of a killed app before it starts its own', async () => {
    const orphan = await killedApp();
    expect(isAlive(orphan)).toBe(true);
    const lines: string[] = [];
    await start((line) => lines.push(line));
    expect(lines[0]).toContain(`process ${orphan}`);
    expect(isAlive(orphan)).toBe(false);
  });

  test('recovers when app and server were both killed', async () => {
    process.kill(await killedApp(), 'SIGKILL');
    const server = await start();
    expect(await ask(server.connectionString, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  test('is not misled by a pid file that names another program', async () => {
    const first = await start();
    await first.stop();
    const cluster = path.join(dataDir, 'postgres');
    writeFileSync(path.join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n0\n1\n\n127.0.0.1\n\nready\n`);
    const second = await start();
    expect(await answersAgain(second.connectionString)).toBe(true);
  });

  test('says in one line that the passwords were lost', async () => {
    const first = await start();
    await first.stop();
    rmSync(path.join(dataDir, 'postgres-passwords.json'));
    await expect(start()).rejects.toThrow(/^The passwords in postgres-passwords.json do not fit .*npm run reset/);
  });
});
