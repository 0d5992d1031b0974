import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from './server.ts';

const ROOM = 'max_connections=300';
/** Durability is worth nothing to a server that is thrown away with its data, and costs every test time. */
const FAST_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', ROOM];

export interface TestServer {
  readonly adminUrl: string;
  /** Connection string of a database on this server, as the product's own role, who is no superuser. */
  urlOf(database: string): string;
  stop(): Promise<void>;
}

/**
 * Starts a real, throw-away PostgreSQL server in a temporary folder: one for a whole test run. The built product itself only
 * starts on a `durable` one, which has the settings of a real installation.
 */
export async function startTestServer({ durable = false } = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'closeout-test-'));
  const server = await startEmbedded({ dataDir, settings: durable ? [ROOM] : FAST_SETTINGS, log: () => undefined });
  return {
    adminUrl: server.adminConnectionString,
    urlOf: (database) => withDatabase(server.connectionString, database),
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Makes a database, lets `migrate` fill it, and returns its name; nobody may stay connected to it afterwards. */
export async function createTemplate(
  server: Pick<TestServer, 'adminUrl' | 'urlOf'>,
  name: string,
  migrate: (connectionString: string) => Promise<unknown>,
): Promise<string> {
  await administrate(server.adminUrl, `CREATE DATABASE "${name}" OWNER closeout`);
  await migrate(server.urlOf(name));
  return name;
}

/** Copies a template into a new database (some 50 ms) and returns its connection string. */
export async function cloneDatabase(
  server: { adminUrl: string; urlOf(database: string): string },
  template: string,
  name = `test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`,
): Promise<string> {
  await administrate(
    server.adminUrl,
    `CREATE DATABASE "${name}" TEMPLATE "${template}" OWNER closeout STRATEGY FILE_COPY`,
  );
  return server.urlOf(name);
}

/** Drops a database, whoever is still connected. */
export async function dropDatabase(server: { adminUrl: string }, connectionString: string): Promise<void> {
  await administrate(
    server.adminUrl,
    `DROP DATABASE IF EXISTS "${new URL(connectionString).pathname.slice(1)}" WITH (FORCE)`,
  );
}

/** The same connection string with another database. */
export function withDatabase(connectionString: string, database: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return url.href;
}

async function administrate(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
