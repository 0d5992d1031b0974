import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import pg from 'pg';

const SCHEMA = fileURLToPath(new URL('./schema/', import.meta.url));
const CHAR = 18;
const TEXT = 25;
const NO_FILTER = { externalTables: [], externalEnums: [] };

/** The SQL that would bring this database to the Prisma schema; an empty string when they agree. */
export async function schemaDrift(connectionString: string, schemaDir = SCHEMA): Promise<string> {
  const files = readSchema(schemaDir);
  const engine = await openEngine(connectionString, files);
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: schemaDir },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    const sql = (stdout ?? '').trim();
    if (/^-- This is an empty migration\.?$/.test(sql)) return '';
    return (await isSpellingOnly(connectionString, sql)) ? '' : sql;
  } finally {
    engine.free();
  }
}

/**
 * The engine compares the condition of a partial index as text, and PostgreSQL stores it in its own spelling. So indexes that
 * would only be dropped and made again are really made again, in a transaction that is rolled back, and compared.
 */
async function isSpellingOnly(connectionString: string, sql: string): Promise<boolean> {
  const statements = sql.replaceAll(/^--.*$/gm, '').split(/;\s*$/m);
  if (!statements.every((statement) => /^\s*(DROP INDEX|CREATE (UNIQUE )?INDEX|$)/.test(statement))) return false;
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const indexes = async () =>
      (await client.query(`SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname`)).rows;
    await client.query('BEGIN');
    const before = await indexes();
    await client.query(sql);
    const after = await indexes();
    await client.query('ROLLBACK');
    return isDeepStrictEqual(before, after);
  } finally {
    await client.end();
  }
}

/** Whether Prisma's own engine agrees that every migration is applied as it stands in the folder. */
export async function appliesNothing(connectionString: string, migrationsDir: string): Promise<boolean> {
  const engine = await openEngine(connectionString, readSchema(SCHEMA));
  try {
    const { history, editedMigrationNames, failedMigrationNames } = await engine.diagnoseMigrationHistory({
      migrationsList: listMigrations(migrationsDir),
      optInToShadowDatabase: false,
      filters: NO_FILTER,
    });
    return !history && editedMigrationNames.length === 0 && failedMigrationNames.length === 0;
  } finally {
    engine.free();
  }
}

function listMigrations(baseDir: string): MigrationList {
  const names = readdirSync(baseDir).filter((name) => existsSync(path.join(baseDir, name, 'migration.sql')));
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: readFileSync(path.join(baseDir, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

type SchemaFile = { path: string; content: string };

async function openEngine(connectionString: string, files: SchemaFile[]): Promise<SchemaEngine> {
  return SchemaEngine.new(
    { datamodels: files.map((file): [string, string] => [file.path, file.content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(catalogAdapter(connectionString)),
  );
}

/**
 * The engine reads catalogue columns of PostgreSQL's one-byte type "char", on which the adapter gives up. Here they reach the
 * adapter as text and leave it as what the engine expects, a character.
 */
function catalogAdapter(connectionString: string): PrismaPg {
  const pool = new pg.Pool({ connectionString, options: '-c TimeZone=UTC', max: 1 });
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryArrayResult>;
  let charColumns: number[] = [];
  Object.assign(pool, {
    query: async (config: pg.QueryConfig) => {
      const result = await query(config);
      charColumns = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : []));
      for (const index of charColumns) Object.assign(result.fields[index] ?? {}, { dataTypeID: TEXT });
      return result;
    },
  });
  const factory = new PrismaPg(pool, { disposeExternalPool: true });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (statement) => {
      const result = await queryRaw(statement);
      for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  };
  return factory;
}

function readSchema(folder: string): SchemaFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      return { path: file, content: readFileSync(file, 'utf8') };
    });
}
