import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import type { TestDatabase } from '../../test/database.ts';
import { createSetupLink } from './setup-link.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('stores the hash of the token alone, valid for half an hour, and withdraws the link before', async () => {
  await createSetupLink(database.url, 'http://127.0.0.1:4000');
  const link = await createSetupLink(database.url, 'http://127.0.0.1:4000');
  const token = new URL(link ?? '').searchParams.get('token') ?? '';
  expect(link).toBe(`http://127.0.0.1:4000/setup?token=${token}`);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  const { rows } = await client.query(
    'SELECT token_hash, round(extract(epoch FROM expires_at - now()) / 60)::int AS minutes, used_at FROM setup_link',
  );
  expect(rows).toEqual([{ token_hash: createHash('sha256').update(token).digest(), minutes: 30, used_at: null }]);
});

test('is not made once there is an account', async () => {
  await client.query(`WITH made_body AS (INSERT INTO body (id, name, short_name) VALUES (gen_random_uuid(), '某协会', '某协会') RETURNING id),
    made_person AS (INSERT INTO person (id, body_id, name) SELECT gen_random_uuid(), id, '甲' FROM made_body RETURNING id)
    INSERT INTO account (id, login, person_id, password_hash) SELECT gen_random_uuid(), 'first', id, 'x' FROM made_person`);
  expect(await createSetupLink(database.url, 'http://127.0.0.1:4000')).toBeUndefined();
});
