import type { Api } from '../api.ts';
import { followedTables } from '../history.ts';

/** An operation that reads the ledger of the day before. */
export const PAST = 'query Past @asOf(day: "2026-11-21")';

/** The ledger as it is now was so the day before as well: what is read as of then is the same, by the rights of now. */
export async function keepPast(api: Api): Promise<void> {
  await api.sql(`UPDATE history.beginning SET at = '2026-11-19'`);
  for (const table of await followedTables(api)) {
    const columns = await api.sql<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
      [table],
    );
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    await api.sql(`ALTER TABLE history."${table}" DISABLE TRIGGER USER`);
    await api.sql(`DELETE FROM history."${table}"`);
    await api.sql(
      `INSERT INTO history."${table}" (${names}, valid_from, valid_to) SELECT ${names}, '2026-11-20', 'infinity' FROM public."${table}"`,
    );
  }
}
