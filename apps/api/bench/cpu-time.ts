import { readFileSync } from 'node:fs';
import pg from 'pg';

/** Linux counts in hundredths of a second. */
const MS_PER_TICK = 10;

/** The milliseconds of processor that a process has used, its own code and the system's for it; 0 for one that ended. */
function usedBy(pid: number): number {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(afterName[11]) + Number(afterName[12])) * MS_PER_TICK;
  } catch {
    return 0;
  }
}

/** Processor milliseconds used so far, by process. */
export type Used = ReadonlyMap<number, number>;

/** What was used between two readings. A connection that was closed in between was idle before, so nothing of note is lost with it. */
export const usedSince = (before: Used, after: Used): number =>
  [...after].reduce((sum, [pid, milliseconds]) => sum + milliseconds - (before.get(pid) ?? 0), 0);

/** Reads how much processor a server and each of the database's backends have used so far; null where the system does not tell. */
export async function cpuReader(
  databaseUrl: string,
  server: number | undefined,
): Promise<{ read: () => Promise<Used>; stop: () => Promise<void> } | null> {
  if (process.platform !== 'linux' || server === undefined) return null;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const backends = async (): Promise<number[]> =>
    (
      await client.query<{ pid: number }>(
        'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      )
    ).rows.map((row) => row.pid);
  return {
    read: async () => new Map([server, ...(await backends())].map((pid) => [pid, usedBy(pid)])),
    stop: () => client.end(),
  };
}
