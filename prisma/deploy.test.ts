/** @module-tag slow */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cloneDatabase, startTestServer } from '@closeout/postgres/testing';
import type { TestServer } from '@closeout/postgres/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deployMigrations, migrationStatus } from './deploy.ts';
import { appliesNothing, schemaDrift } from './diff.ts';

const MIGRATIONS = fileURLToPath(new URL('./migrations/', import.meta.url));
let server: TestServer;
let folder: string;
let url: string;

beforeAll(async () => {
  server = await startTestServer();
  folder = mkdtempSync(path.join(tmpdir(), 'closeout-migrations-'));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  url = await cloneDatabase(server, 'template0');
});

function write(name: string, script: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), script);
}

async function query(text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the committed migrations', () => {
  test('give the Prisma schema exactly, and a planted difference is seen', async () => {
    await deployMigrations(url);
    expect(await schemaDrift(url)).toBe('');
    await query('ALTER TABLE setup_link ADD COLUMN planted text');
    expect(await schemaDrift(url)).toContain('DROP COLUMN "planted"');
    await query('ALTER TABLE setup_link DROP COLUMN planted; CREATE INDEX planted ON setup_link (used_at)');
    expect(await schemaDrift(url)).toContain('DROP INDEX "planted"');
  });

  test('are applied once, also by two starters at the same time', async () => {
    const applied = await Promise.all([deployMigrations(url), deployMigrations(url)]);
    expect(applied.flat().length).toBeGreaterThan(0);
    expect(applied.some((names) => names.length === 0)).toBe(true);
    const status = await migrationStatus(url);
    expect(status).toEqual({ applied: applied.flat(), pending: [], problem: undefined });
  });

  test("are seen as applied by Prisma's own engine", async () => {
    await deployMigrations(url);
    expect(await appliesNothing(url, MIGRATIONS)).toBe(true);
  });
});

describe('deployMigrations', () => {
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    write(
      '1_one',
      `CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$; CREATE TABLE a (n int);`,
    );
  });

  test('rolls a failing migration back whole, says which, and goes on when it is mended', async () => {
    write('2_two', 'CREATE TABLE b (n int); SELECT nonsense;');
    await expect(deployMigrations(url, folder)).rejects.toThrow(
      'Migration 2_two could not be applied and was rolled back: column "nonsense" does not exist',
    );
    expect(await query(`SELECT to_regclass('a') IS NOT NULL AS a, to_regclass('b') IS NOT NULL AS b`)).toEqual([
      { a: true, b: false },
    ]);
    write('2_two', 'CREATE TABLE b (n int);');
    expect(await deployMigrations(url, folder)).toEqual(['2_two']);
  });

  test('refuses a migration that was edited after it was applied', async () => {
    await deployMigrations(url, folder);
    write('1_one', 'CREATE TABLE a (n bigint);');
    await expect(deployMigrations(url, folder)).rejects.toThrow(/^Migration 1_one was changed after it was applied/);
    expect((await migrationStatus(url, folder)).problem).toMatch(/1_one was changed/);
  });

  test('refuses a database of a newer version', async () => {
    write('2_two', 'CREATE TABLE b (n int);');
    await deployMigrations(url, folder);
    rmSync(path.join(folder, '2_two'), { recursive: true });
    await expect(deployMigrations(url, folder)).rejects.toThrow(/newer Closeout \(it has migration 2_two\)/);
  });

  test('killed in the middle leaves nothing half done', async () => {
    write('2_slow', 'CREATE TABLE b (n int); SELECT pg_sleep(30); CREATE TABLE c (n int);');
    const code = `import { deployMigrations } from ${JSON.stringify(new URL('./deploy.ts', import.meta.url).href)};
      await deployMigrations(${JSON.stringify(url)}, ${JSON.stringify(folder)});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'inherit' });
    for (;;) {
      const busy = await query(
        `SELECT 1 FROM pg_stat_activity WHERE query LIKE 'CREATE TABLE b%' AND datname = current_database()`,
      );
      if (busy.length > 0) break;
      await sleep(50);
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    await query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'CREATE TABLE b%' AND datname = current_database()`,
    );
    write('2_slow', 'CREATE TABLE b (n int); CREATE TABLE c (n int);');
    expect(await deployMigrations(url, folder)).toEqual(['2_slow']);
  });

  test('changes nothing when only asked for the status', async () => {
    cpSync(MIGRATIONS, folder, { recursive: true });
    const { applied, pending } = await migrationStatus(url, folder);
    expect(applied).toEqual([]);
    expect(pending[0]).toBe('1_one');
    expect(await query(`SELECT to_regclass('"_prisma_migrations"') AS found`)).toEqual([{ found: null }]);
  });
});
