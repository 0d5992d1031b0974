import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const MIGRATIONS = fileURLToPath(new URL('./migrations/', import.meta.url));

/** The lock that Prisma's own `migrate deploy` takes, so that neither can run into the other. */
const ADVISORY_LOCK = 72707369;
const LOCK_WAIT = '60s';

/** Prisma's own bookkeeping table, column for column, so that `prisma migrate` stays usable on the same database. */
const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                  VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"            VARCHAR(64) NOT NULL,
    "finished_at"         TIMESTAMPTZ,
    "migration_name"      VARCHAR(255) NOT NULL,
    "logs"                TEXT,
    "rolled_back_at"      TIMESTAMPTZ,
    "started_at"          TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** The database and the migrations of this version do not go together; the message is one clear line. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export interface MigrationStatus {
  readonly applied: string[];
  readonly pending: string[];
  /** Why the database does not fit this version of the product, or undefined when it does or only migrations are pending. */
  readonly problem: string | undefined;
}

interface Migration {
  readonly name: string;
  readonly script: string;
  readonly checksum: string;
}

/**
 * Brings the database to this version's schema and returns the names of the migrations applied now (none the second time).
 *
 * Each migration and its entry in `_prisma_migrations` are one transaction: a process killed half way leaves nothing behind,
 * and the next start simply goes on. Parallel starters wait for one another.
 */
export async function deployMigrations(connectionString: string, migrationsDir = MIGRATIONS): Promise<string[]> {
  const migrations = readMigrations(migrationsDir);
  return withClient(connectionString, async (client) => {
    await client.query(`SET lock_timeout = '${LOCK_WAIT}'`);
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await client.query('RESET lock_timeout');
    const { pending, problem } = await compare(client, migrations);
    if (problem) throw new MigrationError(problem);
    if (pending.length > 0) await client.query(LEDGER);
    for (const migration of migrations) if (pending.includes(migration.name)) await apply(client, migration);
    return pending;
  });
}

/** What is applied and what is not, without changing anything. Rejects when the database cannot be reached. */
export async function migrationStatus(connectionString: string, migrationsDir = MIGRATIONS): Promise<MigrationStatus> {
  return withClient(connectionString, (client) => compare(client, readMigrations(migrationsDir)));
}

async function apply(client: pg.Client, { name, script, checksum }: Migration): Promise<void> {
  const startedAt = new Date();
  await client.query('BEGIN');
  try {
    await client.query(script);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`Migration ${name} could not be applied and was rolled back: ${reason}`, { cause: error });
  }
}

async function compare(client: pg.Client, migrations: readonly Migration[]): Promise<MigrationStatus> {
  const rows = await appliedRows(client);
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const finished = rows.filter((row) => row.finished);
  const applied = finished.map((row) => row.name);
  const pending = migrations.filter((migration) => !applied.includes(migration.name)).map(({ name }) => name);
  const unfinished = rows.find((row) => !row.finished);
  const unknown = applied.find((name) => !known.has(name));
  const edited = finished.find((row) => known.has(row.name) && known.get(row.name)?.checksum !== row.checksum);
  const problem = unfinished
    ? `Migration ${unfinished.name} was begun by another tool and did not finish: repair it with \`prisma migrate resolve\`.`
    : unknown
      ? `The database was migrated by a newer Closeout (it has migration ${unknown}): install that version.`
      : edited
        ? `Migration ${edited.name} was changed after it was applied: restore its file; a change needs a new migration.`
        : undefined;
  return { applied, pending, problem };
}

async function appliedRows(client: pg.Client): Promise<{ name: string; checksum: string; finished: boolean }[]> {
  const table = await client.query<{ found: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS found`,
  );
  if (!table.rows[0]?.found) return [];
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations"
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: path.join(folder, name, 'migration.sql') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const script = readFileSync(file, 'utf8');
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
    });
}

async function withClient<Result>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString, options: '-c TimeZone=UTC', connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
