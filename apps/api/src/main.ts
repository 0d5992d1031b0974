import path from 'node:path';
import { StartError, lockDataFolder, reasonOf } from '@closeout/postgres';
import { readConfig } from './config.ts';
import { sealingKeyOf } from './modules/audit/seal-heads.ts';
import { buildServer } from './server.ts';
import { openDatabase } from './start/database.ts';
import { prepareDemo } from './start/demo-logins.ts';
import { greeting } from './start/greeting.ts';
import { beginStopping } from './start/health.ts';
import { checkAddress, finishRequests, listen } from './start/listen.ts';
import { createSetupLink } from './start/setup-link.ts';
import { prepareJobs, startWorker } from './modules/jobs/worker.ts';

/** What was started so far, undone in reverse order when the process ends. */
const undo: (() => unknown)[] = [];
const say = (line: string) => console.log(line);
let ending: Promise<void> | undefined;

/** Everything that can be refused is refused before the first thing is started; then database, demo, server, address. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  const lock = lockDataFolder(config.dataDir);
  undo.push(() => lock.release());
  await checkAddress(config.host, config.port);
  const database = await openDatabase(config, say, (reason) => {
    console.error(`Closeout stops: ${reason}.`);
    void end(1);
  });
  undo.push(() => database.stop());
  if (ending) return;
  const filesDir = path.join(config.dataDir, 'files');
  const demo = config.demo ? await prepareDemo(config, database.url, filesDir) : undefined;
  if (ending) return;
  const sealingKey = sealingKeyOf(config.dataDir);
  const server = await buildServer({
    config,
    databaseUrl: database.url,
    filesDir,
    sealingKey,
    setupAllowed: !config.demo,
    settings: config.api,
  });
  undo.push(() => server.stop());
  if (config.worker) await prepareJobs(database.url);
  const address = await listen(server.httpServer, config.host, config.port);
  undo.push(() => finishRequests(server.httpServer));
  if (config.worker) {
    const worker = startWorker({ config, databaseUrl: database.url, filesDir, sealingKey, address, say });
    undo.push(() => worker.stop());
  }
  const setupLink = config.demo ? undefined : await createSetupLink(database.url, address);
  say(greeting({ config, address, database: database.description, demo, setupLink }));
}

/**
 * Ends the process in order: not ready any more, last requests answered (at most ten seconds), server, PostgreSQL, lock. A
 * start that is still under way is waited for, because only then is it known what has to be stopped.
 */
function end(status: number): Promise<void> {
  ending ??= (async () => {
    beginStopping();
    await starting;
    for (const step of undo.reverse()) {
      try {
        await step();
      } catch (error) {
        console.error(`While stopping: ${reasonOf(error)}`);
      }
    }
    process.exit(status);
  })();
  return ending;
}

function fail(error: unknown): void {
  console.error(error instanceof StartError ? error.message : error);
  void end(1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
// The launcher that holds the terminal was killed: nobody could stop this process any more.
if (process.send) process.on('disconnect', () => void end(0));
process.on('uncaughtException', fail);

const starting: Promise<void> = start().catch(fail);
