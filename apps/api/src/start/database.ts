import { OLDEST_MAJOR, StartError, reasonOf, startEmbedded } from '@closeout/postgres';
import { MigrationError, deployMigrations } from '@closeout/prisma/deploy';
import pg from 'pg';
import type { Config } from '../config.ts';

export interface Database {
  readonly url: string;
  /** What runs and where, for the person who started it. */
  readonly description: string;
  stop(): Promise<void>;
}

/** What must be on for an acknowledged write to survive a crash; anything else is refused before it can lose one. */
const DURABILITY: Record<string, readonly string[]> = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_apply', 'remote_write', 'local'],
};

/**
 * Opens the installation's database: the server named by DATABASE_URL, else the embedded one in the data folder. It is checked
 * (reachable, new enough, UTF-8, durable) and migrated when this returns; what is wrong is one clear line.
 */
export async function openDatabase(
  config: Config,
  log: (line: string) => void,
  onFailure: (reason: string) => void,
): Promise<Database> {
  const database = config.databaseUrl ? external(config.databaseUrl) : await embedded(config.dataDir, log, onFailure);
  try {
    await check(database.url);
    await migrate(database.url, log);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function embedded(dataDir: string, log: (line: string) => void, onFailure: (reason: string) => void) {
  const server = await startEmbedded({ dataDir, log, onFailure });
  return {
    url: server.connectionString,
    description: `PostgreSQL ${server.version}, embedded`,
    stop: () => server.stop(),
  };
}

/** The server may keep any session zone; here it is UTC, or instants would be stored hours off and read back "right". */
function external(given: string): Database {
  const address = new URL(given);
  address.searchParams.set(
    'options',
    [address.searchParams.get('options'), '-c TimeZone=UTC'].filter(Boolean).join(' '),
  );
  const url = address.href.replaceAll('+', '%20');
  return { url, description: `PostgreSQL at ${placeOf(url)}`, stop: async () => undefined };
}

async function migrate(url: string, log: (line: string) => void): Promise<void> {
  try {
    const applied = await deployMigrations(url);
    if (applied.length > 0) log(`Database brought up to date (${applied.length} migrations).`);
  } catch (error) {
    if (error instanceof MigrationError) throw new StartError(error.message);
    throw error;
  }
}

async function check(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  const { version, encoding, ...durability } = await client
    .connect()
    .then(() => readSettings(client))
    .catch((error: unknown) => {
      const reason = reasonOf(error) || 'no answer';
      throw new StartError(
        `The database at ${placeOf(url)} cannot be reached (${reason}): check DATABASE_URL and that it runs.`,
      );
    })
    .finally(() => client.end().catch(() => undefined));
  if (Number(version) < OLDEST_MAJOR * 10_000) {
    const major = Math.trunc(Number(version) / 10_000);
    throw new StartError(`The database at ${placeOf(url)} is PostgreSQL ${major}: ${OLDEST_MAJOR} or newer is needed.`);
  }
  if (encoding !== 'UTF8') {
    throw new StartError(`The database at ${placeOf(url)} has encoding ${encoding}: create it with ENCODING 'UTF8'.`);
  }
  for (const [name, accepted] of Object.entries(DURABILITY)) {
    const value = durability[name] ?? 'off';
    if (!accepted.includes(value)) {
      throw new StartError(
        `The database at ${placeOf(url)} has ${name} = ${value}: a crash would lose signed work; set it to on.`,
      );
    }
  }
}

async function readSettings(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    `SELECT CASE name WHEN 'server_version_num' THEN 'version' WHEN 'server_encoding' THEN 'encoding' ELSE name END AS name,
            setting
     FROM pg_settings WHERE name = ANY ($1)`,
    [['server_version_num', 'server_encoding', ...Object.keys(DURABILITY)]],
  );
  return Object.fromEntries(rows.map((row) => [row.name, row.setting]));
}

/** Host, port and database without user and password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
