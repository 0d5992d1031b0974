import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cloneDatabase, dropDatabase, withDatabase } from '@closeout/postgres/testing';
import pg from 'pg';

const MAIN = fileURLToPath(new URL('../apps/api/dist/main.js', import.meta.url));

/** The built product, running on a copy of the demo. */
export interface Product {
  url: string;
  /** The settings it was started with, for its own programs on the command line. */
  settings: { DATABASE_URL: string; DATA_DIR: string };
  /** What it has printed so far. */
  output(): string;
  /** Plain SQL beside the product, to look at what was really written. */
  sql<T extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
  /** A session of an account, as the cookie's value: signing in by the form is a journey of its own. */
  sessionOf(login: string): Promise<string>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the product ended with status ${child.exitCode}:\n${output()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the product did not become ready:\n${output()}`);
}

/** Starts the production build with a database of its own; `demo: false` starts an empty installation. */
export async function startProduct(options: { demo?: boolean } = {}): Promise<Product> {
  const shared = JSON.parse(process.env['JOURNEYS'] ?? '{}') as Record<
    'adminUrl' | 'appUrl' | 'template' | 'empty' | 'filesDir',
    string
  >;
  const server = { adminUrl: shared.adminUrl, urlOf: (database: string) => withDatabase(shared.appUrl, database) };
  const demo = options.demo !== false;
  const databaseUrl = await cloneDatabase(server, demo ? shared.template : shared.empty);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'closeout-journey-'));
  if (demo) cpSync(shared.filesDir, path.join(dataDir, 'files'), { recursive: true });
  const port = await freePort();
  let text = '';
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      DEMO: demo ? 'on' : 'off',
      NODE_OPTIONS: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child, () => text);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, options: '-c TimeZone=UTC' });
  const sql = async <T extends object>(query: string, values: unknown[] = []): Promise<T[]> =>
    (await pool.query<T>(query, values)).rows;
  return {
    url,
    settings: { DATABASE_URL: databaseUrl, DATA_DIR: dataDir },
    sql,
    output: () => text,
    async sessionOf(login) {
      const secret = randomBytes(32).toString('base64url');
      const hash = createHash('sha256').update(secret).digest();
      const made = await sql(
        `INSERT INTO session (id, token_hash, account_id, expires_at) SELECT gen_random_uuid(), $1, id, now() + interval '12 hours' FROM account WHERE login = $2 RETURNING id`,
        [hash, login],
      );
      if (made.length !== 1) throw new Error(`the demo has no account ${login}`);
      return secret;
    },
    async stop() {
      await pool.end();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await dropDatabase(server, databaseUrl);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
