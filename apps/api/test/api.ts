import { cp, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { NO_RATES } from '../src/api-settings.ts';
import { buildServer, type ServerOptions } from '../src/server.ts';
import { hashSecret, newSecret, CONSOLE_HEADER, SESSION_COOKIE } from '../src/modules/access/credentials.ts';
import { freshDatabase } from './database.ts';

export { TODAY } from './today.ts';
export const NOW = new Date('2026-11-22T02:00:00Z');

export interface GraphQLAnswer<T> {
  data?: T;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
}

/** A signed-in caller. */
export interface Caller {
  /** Runs a document and answers the whole response. */
  send<T = Record<string, unknown>>(
    document: string,
    variables?: Record<string, unknown>,
    more?: Record<string, string>,
  ): Promise<GraphQLAnswer<T>>;
  /** Runs a document that must not fail, and answers its data. */
  execute<T = Record<string, unknown>>(document: string, variables?: Record<string, unknown>): Promise<T>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** By which the server knows the caller. */
  readonly headers: Readonly<Record<string, string>>;
  /** The same caller at another address of the same installation. */
  at(url: string): Caller;
}

export interface Api {
  url: string;
  databaseUrl: string;
  filesDir: string;
  /** Plain SQL beside the API, to look at what was really written. */
  sql<T extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
  /** Signs an account of the demo in by inserting a session, without the sign-in form. */
  as(login: string): Promise<Caller>;
  withHeaders(headers: Record<string, string>): Caller;
  stop(): Promise<void>;
}

function caller(base: string, headers: Record<string, string>): Caller {
  const request = (target: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${base}${target}`, {
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string> | undefined) },
    });
  const send = async <T>(
    document: string,
    variables: Record<string, unknown> = {},
    more: Record<string, string> = {},
  ): Promise<GraphQLAnswer<T>> => {
    const response = await request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...more },
      body: JSON.stringify({ query: document, variables }),
    });
    return (await response.json()) as GraphQLAnswer<T>;
  };
  return {
    headers,
    at: (url) => caller(url, headers),
    fetch: request,
    send,
    async execute<T>(document: string, variables?: Record<string, unknown>): Promise<T> {
      const answer = await send<T>(document, variables);
      if (answer.errors !== undefined || answer.data === undefined)
        throw new Error(`GraphQL failed: ${JSON.stringify(answer.errors)}`);
      return answer.data;
    },
  };
}

/** The zone that sessions of this database begin in, as an administrator of the server may have set it. */
async function setTimeZone(url: string, zone: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const name = client.escapeIdentifier(client.database ?? '');
  await client.query(`ALTER DATABASE ${name} SET TimeZone TO ${client.escapeLiteral(zone)}`);
  await client.end();
}

/** The real server over a database of its own, filled with the demo (or empty), on a free port. Stop it in afterAll. */
export async function startApi(
  options: { demo?: boolean; server?: Partial<ServerOptions>; timeZone?: string } = {},
): Promise<Api> {
  const filesDir = await mkdtemp(path.join(tmpdir(), 'closeout-files-'));
  const now = options.server?.now ?? (() => NOW);
  const { demo, demoFiles } = inject('postgres');
  const database = await freshDatabase(options.demo === false ? undefined : demo);
  if (options.timeZone !== undefined) await setTimeZone(database.url, options.timeZone);
  if (options.demo !== false) await cp(demoFiles, filesDir, { recursive: true });
  const server = await buildServer({
    databaseUrl: database.url,
    filesDir,
    setupAllowed: options.demo === false,
    now,
    ...options.server,
    settings: { rates: NO_RATES, ...options.server?.settings },
  });
  await new Promise<void>((resolve) => server.httpServer.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}`;
  const pool = new pg.Pool({ connectionString: database.url, max: 2, options: '-c TimeZone=UTC' });
  // What is still being closed when the database is dropped must not end the test.
  pool.on('error', () => undefined);
  const sql = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await pool.query<T>(text, values)).rows;
  return {
    url,
    databaseUrl: database.url,
    filesDir,
    sql,
    withHeaders: (headers) => caller(url, headers),
    async as(login) {
      const secret = newSecret();
      const made = await sql(
        `INSERT INTO session (id, token_hash, account_id, created_at, last_seen_at, expires_at) SELECT gen_random_uuid(), $1, id, $3, $3, $3::timestamptz + interval '12 hours' FROM account WHERE login = $2 RETURNING id`,
        [hashSecret(secret), login, now()],
      );
      if (made.length !== 1) throw new Error(`no account ${login}`);
      return caller(url, { cookie: `${SESSION_COOKIE}=${secret}`, [CONSOLE_HEADER]: '1' });
    },
    async stop() {
      await pool.end();
      await server.stop();
      server.httpServer.closeAllConnections();
      await new Promise((resolve) => server.httpServer.close(resolve));
      await database.drop();
      await rm(filesDir, { recursive: true, force: true });
    },
  };
}
