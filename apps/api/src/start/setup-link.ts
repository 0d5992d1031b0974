import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

const VALID_MINUTES = 30;

/**
 * Makes the one-time link that creates the first administrator of an empty installation, and withdraws earlier unused ones.
 * Only the token's SHA-256 is stored: who reads the database cannot use it. Returns undefined when an account exists already.
 */
export async function createSetupLink(databaseUrl: string, address: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c TimeZone=UTC' });
  await client.connect();
  try {
    const accounts = await client.query('SELECT 1 FROM account LIMIT 1');
    if (accounts.rowCount !== 0) return undefined;
    const token = randomBytes(32).toString('base64url');
    await client.query('DELETE FROM setup_link WHERE used_at IS NULL');
    await client.query(
      `INSERT INTO setup_link (token_hash, expires_at) VALUES ($1, now() + make_interval(mins => $2))`,
      [createHash('sha256').update(token).digest(), VALID_MINUTES],
    );
    return `${address}/setup?token=${token}`;
  } finally {
    await client.end();
  }
}
