import { existsSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { StartError, reasonOf } from './errors.ts';
import { removeCluster } from './home.ts';
import { lockDataFolder } from './lock.ts';
import { stopOrphan } from './server.ts';

const PROJECT_ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * `npm run reset`: removes the data folder (database, files, logs) after asking, so that the next start begins anew. It refuses
 * while the product runs, and never touches a server named by DATABASE_URL. `--yes` answers the question.
 */
async function reset(args: readonly string[]): Promise<void> {
  const dataDir = path.resolve(PROJECT_ROOT, process.env['DATA_DIR']?.trim() || '.data');
  if (process.env['DATABASE_URL']?.trim()) {
    throw new StartError(
      'DATABASE_URL is set: drop and create that database yourself; reset only removes the embedded one.',
    );
  }
  if (!existsSync(dataDir)) return console.log(`There is no data folder ${dataDir}: nothing to do.`);
  if (!existsSync(path.join(dataDir, 'app.lock'))) {
    throw new StartError(`${dataDir} is not a data folder of Closeout: nothing was removed.`);
  }
  const lock = lockDataFolder(dataDir);
  try {
    if (!args.includes('--yes') && !(await confirmed(dataDir))) return console.log('Nothing was removed.');
    const cluster = path.join(dataDir, 'postgres');
    if (existsSync(cluster)) await stopOrphan(realpathSync(cluster), console.log);
    removeCluster(dataDir);
  } finally {
    lock.release();
  }
  rmSync(dataDir, { recursive: true, force: true });
  console.log(`Removed ${dataDir}.`);
}

async function confirmed(dataDir: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new StartError('Nobody is there to confirm: run `npm run reset -- --yes`.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Remove everything in ${dataDir}, the database and all files? Type "yes": `);
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}

reset(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : reasonOf(error));
  process.exitCode = 1;
});
