import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { runningPostmaster, StartError } from '@closeout/postgres';
import { APP_DATABASE, APP_ROLE, credentials } from '@closeout/postgres/cluster';
import { readConfig } from '../config.ts';

const PORT_LINE = 3;
const NOT_RUNNING =
  'Closeout does not run here: start it first (npm start), or set DATABASE_URL or DATA_DIR as it was started with.';

/** The database of the installation: DATABASE_URL, else the embedded server of the data folder, which must be running. */
export function runningDatabase(environment: NodeJS.ProcessEnv): string {
  const { databaseUrl, dataDir } = readConfig(environment);
  if (databaseUrl !== undefined) return databaseUrl;
  const cluster = path.join(dataDir, 'postgres');
  if (!existsSync(cluster) || runningPostmaster(realpathSync(cluster)) === undefined) throw new StartError(NOT_RUNNING);
  const port = Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[PORT_LINE]);
  if (!Number.isInteger(port)) throw new StartError(NOT_RUNNING);
  return `postgresql://${APP_ROLE}:${credentials(dataDir).app}@127.0.0.1:${port}/${APP_DATABASE}`;
}
