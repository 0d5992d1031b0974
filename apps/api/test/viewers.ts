import type { Viewer } from '@closeout/domain';
import pg from 'pg';
import { hashSecret, newSecret } from '../src/modules/access/credentials.ts';
import { viewerOfSession, type Query } from '../src/modules/access/load-viewer.ts';
import { NOW, TODAY, type Api } from './api.ts';

/** Statements as the product runs them, for tests below HTTP. */
export function queries(api: Api): { query: Query; end: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString: api.databaseUrl, max: 1, options: '-c TimeZone=UTC' });
  const query: Query = async <T>(text: string, values: readonly unknown[]) =>
    (await pool.query(text, [...values])).rows as T[];
  return { query, end: () => pool.end() };
}

/** Signs somebody in without a password; answers the viewer and the cookie's secret. */
export async function viewerOf(api: Api, query: Query, login: string): Promise<{ viewer: Viewer; secret: string }> {
  const secret = newSecret();
  await api.sql(
    `INSERT INTO session (id, token_hash, account_id, created_at, last_seen_at, expires_at) SELECT gen_random_uuid(), $1, id, $3, $3, $3::timestamptz + interval '1 hour' FROM account WHERE login = $2`,
    [hashSecret(secret), login, NOW],
  );
  const viewer = await viewerOfSession(query, hashSecret(secret), TODAY, NOW);
  if (viewer === null) throw new Error(`no viewer for ${login}`);
  return { viewer, secret };
}
