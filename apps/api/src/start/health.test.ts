import { createServer } from 'node:http';
import express from 'express';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import type { TestDatabase } from '../../test/database.ts';
import { beginStopping, healthRouter } from './health.ts';
import { finishRequests, listen } from './listen.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function ask(url: string, path: string): Promise<{ status: number; body: unknown }> {
  const server = createServer(express().use(healthRouter(url)));
  const address = await listen(server, '127.0.0.1', 0);
  const response = await fetch(`${address}${path}`);
  const answer = { status: response.status, body: await response.json() };
  await finishRequests(server);
  return answer;
}

test('healthz needs no database', async () => {
  const answer = await ask('postgresql://nobody:secret@127.0.0.1:1/none', '/healthz');
  expect(answer).toEqual({ status: 200, body: { status: 'alive' } });
});

test('readyz is ready when every migration is applied, and says how many are not', async () => {
  expect(await ask(database.url, '/readyz')).toEqual({ status: 200, body: { status: 'ready' } });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    'DELETE FROM "_prisma_migrations" WHERE migration_name = (SELECT max(migration_name) FROM "_prisma_migrations")',
  );
  await client.end();
  expect(await ask(database.url, '/readyz')).toEqual({
    status: 503,
    body: { status: 'not ready', reason: '1 migrations are not applied' },
  });
});

test('readyz says that the database cannot be reached, and nothing about where it is', async () => {
  expect(await ask('postgresql://nobody:secret@127.0.0.1:1/none', '/readyz')).toEqual({
    status: 503,
    body: { status: 'not ready', reason: 'the database cannot be reached' },
  });
});

test('readyz refuses while the process stops', async () => {
  beginStopping();
  expect(await ask(database.url, '/readyz')).toEqual({
    status: 503,
    body: { status: 'not ready', reason: 'stopping' },
  });
});
