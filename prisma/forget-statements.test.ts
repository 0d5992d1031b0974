/** @module-tag slow */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startTestServer, withDatabase, type TestServer } from '@closeout/postgres/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOver, type PrismaClient } from './client.ts';
import { forgetStatements } from './forget-statements.ts';

const MB = 1024 * 1024;
const LARGE = 20 * MB;

let server: TestServer;
let pool: pg.Pool;
let db: PrismaClient;

beforeAll(async () => {
  server = await startTestServer();
  pool = new pg.Pool({ connectionString: withDatabase(server.adminUrl, 'postgres'), max: 1 });
  db = clientOver(pool);
});
afterAll(async () => {
  await db.$disconnect();
  await pool.end();
  await server.stop();
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes that are held once everything unused is gone. */
function held(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed / MB;
}

const write = async (): Promise<void> => {
  await db.$queryRawUnsafe('SELECT length($1::text)', 'x'.repeat(LARGE));
  // The connection holds its last statement; the next one takes its place.
  await db.$queryRawUnsafe('SELECT 1');
};

// Should the first half fail one day, Prisma holds no statements any more: then forgetStatements has nothing left to do.
test('a large statement stays in Prisma’s log until it is forgotten', async () => {
  await db.$queryRawUnsafe('SELECT 1');
  const before = held();
  await write();
  expect(held() - before).toBeGreaterThan(LARGE / MB - 5);
  forgetStatements();
  expect(held() - before).toBeLessThan(5);
});
