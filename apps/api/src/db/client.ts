import { clientOver, type PrismaClient } from '@closeout/prisma/client';
import pg from 'pg';
import type { RunJson } from '../read/reader.ts';
import type { Query } from '../modules/access/load-viewer.ts';
import { statementNames } from './statement-names.ts';

/** One pool for everything: Prisma's writes and the prepared statements of the read model. */
export interface Database {
  db: PrismaClient;
  runJson: RunJson;
  query: Query;
  /** Runs reads in one transaction that sees the ledger as it was at an instant, that instant itself not included. */
  past<T>(instant: Date, work: (past: Pick<Database, 'db' | 'runJson'>) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

const POOL_SIZE = 10;

/**
 * Opens the pool. Sessions run in UTC whatever the server's zone (otherwise instants are stored shifted), and nothing
 * waits for ever: connections, statements and idle transactions are bounded.
 */
export function openDatabase(connectionString: string): Database {
  const pool = new pg.Pool({
    connectionString,
    max: POOL_SIZE,
    // Prepared statements live as long as their connection.
    maxLifetimeSeconds: 1_800,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    options: '-c TimeZone=UTC -c jit=off',
  });
  // A backend that the server ends while idle is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = clientOver(pool);
  // Made once somebody asks for a day of the past: it holds some 30 MB.
  let pastDb: PrismaClient | undefined;
  const nameOf = statementNames();
  return {
    db,
    runJson: async (text, values) => {
      const { rows } = await pool.query<{ json: string | null }>({ name: nameOf(text), text, values: [...values] });
      return rows[0]?.json ?? null;
    },
    query: async <T>(text: string, values: readonly unknown[]) =>
      (await pool.query({ name: nameOf(text), text, values: [...values] })).rows as T[],
    past: (instant, work) => {
      pastDb ??= clientOver(pool, 'as_of');
      return pastDb.$transaction(
        async (tx) => {
          await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`;
          await tx.$queryRaw`SELECT set_config('closeout.as_of', ${instant.toISOString()}, true), set_config('search_path', 'as_of, public', true)`;
          const runJson: RunJson = async (text, values) =>
            (await tx.$queryRawUnsafe<{ json: string | null }[]>(text, ...values))[0]?.json ?? null;
          return work({ db: tx as PrismaClient, runJson });
        },
        { timeout: 30_000 },
      );
    },
    stop: async () => {
      await pastDb?.$disconnect();
      await db.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}
