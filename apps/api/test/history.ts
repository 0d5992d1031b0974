import type { Api } from './api.ts';

/** The tables whose versions the database keeps. */
export const followedTables = async (api: Api): Promise<string[]> =>
  (
    await api.sql<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'history'::regnamespace AND relkind = 'r' AND relname <> 'beginning' ORDER BY 1`,
    )
  ).map(({ name }) => name);
