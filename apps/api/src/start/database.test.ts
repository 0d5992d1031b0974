import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '@closeout/postgres';
import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from './database.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'closeout-database-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const open = (databaseUrl: string) =>
  openDatabase(
    readConfig({ DATABASE_URL: databaseUrl }),
    () => undefined,
    () => undefined,
  );

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test('a server that cannot be reached is one line with its place and without its password', async () => {
  await expect(open('postgresql://someone:secret@127.0.0.1:1/closeout')).rejects.toThrow(
    /^The database at 127\.0\.0\.1:1\/closeout cannot be reached \(connect ECONNREFUSED 127\.0\.0\.1:1\): check DATABASE_URL and that it runs\.$/,
  );
});

test('a server that would lose acknowledged work in a crash is refused', async () => {
  const database = await freshDatabase();
  await expect(open(database.url)).rejects.toThrow(
    / has (fsync|full_page_writes|synchronous_commit) = off: a crash would lose/,
  );
  await database.drop();
});

test('a database that cannot hold Chinese is refused', async () => {
  const { adminUrl } = inject('postgres');
  await query(adminUrl, `CREATE DATABASE ascii ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0`);
  const address = new URL(adminUrl);
  address.pathname = '/ascii';
  await expect(open(address.href)).rejects.toThrow(/ has encoding SQL_ASCII: create it with ENCODING 'UTF8'\.$/);
});

test('a sound server is migrated, and every session of it is in UTC whatever the server prefers', async () => {
  const server = await startEmbedded({ dataDir, log: () => undefined });
  try {
    await query(server.adminConnectionString, `ALTER DATABASE closeout SET timezone = 'Asia/Shanghai'`);
    const database = await open(server.connectionString);
    expect(await query(database.url, 'SHOW timezone')).toEqual([{ TimeZone: 'UTC' }]);
    expect(await query(database.url, 'SELECT count(*) > 0 AS migrated FROM "_prisma_migrations"')).toEqual([
      { migrated: true },
    ]);
    expect(database.description).not.toContain(':closeout');
  } finally {
    await server.stop();
  }
});
