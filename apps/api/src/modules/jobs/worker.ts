import '../../graphql/read-models.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SealingKey } from '@closeout/audit';
import { reasonOf } from '@closeout/postgres';
import { Logger, parseCronItems, run, runMigrations, type Runner, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { Config } from '../../config.ts';
import { openDatabase } from '../../db/client.ts';
import { compactChanges } from '../changes/compact-changes.ts';
import { purgeKeys } from '../idempotency/purge-keys.ts';
import { openMailSink } from '../warnings/mail-sink.ts';
import { warningTasks } from '../warnings/warning-tasks.ts';
import { ownersContexts } from './owner-context.ts';
import { purgeResults } from './purge-results.ts';
import { cronAt, JOBS_SCHEMA } from './queue.ts';
import { openResults } from './results.ts';
import { runJob } from './run-job.ts';

export interface WorkerOptions {
  config: Pick<Config, 'dataDir' | 'warningsAt' | 'smtpUrl' | 'mailFrom' | 'publicUrl' | 'api'>;
  databaseUrl: string;
  /** Folder of the uploaded files, and of the jobs' results. */
  filesDir: string;
  /** Signs what an archive encloses; without it that is left unsigned. */
  sealingKey?: SealingKey;
  /** Where the console is, unless PUBLIC_URL says so. */
  address: string;
  say: (line: string) => void;
  /** The clock, settable for tests and drills. */
  now?: () => Date;
}

export interface Worker {
  /** Settles when the worker first takes jobs. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/** When few work, in Asia/Shanghai. */
const NIGHTLY = { purgeKeys: cronAt('03:10'), compactChanges: cronAt('03:20') };
/** A result does not stay much longer than is said. */
const HOURLY = { purgeResults: '30 * * * *' };

/** The tasks of every slice, and how to let go of what they hold. */
function openTasks(options: WorkerOptions, stopping: AbortSignal): { tasks: TaskList; close: () => Promise<void> } {
  const { config, address, now = () => new Date() } = options;
  const database = openDatabase(options.databaseUrl);
  const sink = openMailSink(config);
  const results = openResults(options.filesDir);
  const at = { database, results, now };
  const jobs = { ...at, contextOf: ownersContexts(options, at), stopping };
  const tasks: TaskList = {
    ...warningTasks({ warningsAt: config.warningsAt, baseUrl: config.publicUrl ?? address, sink, now }),
    /** Long work that somebody asked for. */
    runJob: (payload) => runJob(jobs, (payload as { jobId: string }).jobId),
    /** Results that nobody may fetch any more. */
    purgeResults: () => purgeResults(database, results, config.api.jobResultDays, now()),
    /** Answers of writes that nobody will ask for again. */
    purgeKeys: (_payload, { withPgClient }) =>
      withPgClient(async (client) => void (await purgeKeys(client, config.api.idempotencyHours, now()))),
    /** Of the feed, what a later row says again, and old removals. */
    compactChanges: (_payload, { withPgClient }) =>
      withPgClient(async (client) => void (await compactChanges(client, config.api.changesDays, now()))),
  };
  const close = async (): Promise<void> => {
    sink.close();
    await database.stop();
  };
  return { tasks, close };
}

/** Only what somebody must look at: a job that failed. */
const logger = new Logger((scope) => (level, message) => {
  if (level === 'error' && scope.taskIdentifier !== undefined) console.error(`${scope.taskIdentifier}: ${message}`);
});

/** Connections of the queue. One that breaks is replaced by the next; without listeners it would end the process. */
function openPool(databaseUrl: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max, options: '-c TimeZone=UTC -c jit=off' });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Brings the queue's own tables up to date. Before anybody is served: triggers of the ledger add to it, and a change that met
 * half of these tables would fail with its user.
 */
export async function prepareJobs(databaseUrl: string): Promise<void> {
  const pgPool = openPool(databaseUrl, 1);
  try {
    await runMigrations({ pgPool, schema: JOBS_SCHEMA, logger });
  } finally {
    await pgPool.end();
  }
}

/**
 * Does the work of the queue in the installation's own database, whose tables `prepareJobs` has made, until stopped. At start
 * what a killed process held is freed, and the daily run is made up for; if the database goes away, it begins again.
 */
export function startWorker(options: WorkerOptions): Worker {
  const stopping = new AbortController();
  const { tasks, close } = openTasks(options, stopping.signal);
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  const serving = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await serve(options, tasks, stopping.signal, isReady);
      } catch (error) {
        if (stopping.signal.aborted) return;
        options.say(`Warnings and jobs wait for the database (${reasonOf(error)}).`);
        await sleep(5_000, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  })();
  return {
    ready,
    stop: async () => {
      stopping.abort();
      await serving;
      await close();
    },
  };
}

/** What was held by a process that is no more is free; what waits without an entry of the queue gets one. */
async function takeStock(pgPool: pg.Pool): Promise<void> {
  await pgPool.query(
    `SELECT ${JOBS_SCHEMA}.force_unlock_workers(ARRAY(SELECT DISTINCT locked_by FROM ${JOBS_SCHEMA}.jobs WHERE locked_by IS NOT NULL))`,
  );
  await pgPool.query(`SELECT ${JOBS_SCHEMA}.add_job('warnDaily', job_key := 'warnDaily')`);
  await pgPool.query(
    `SELECT ${JOBS_SCHEMA}.add_job('runJob', json_build_object('jobId', j.id), queue_name := 'long', job_key := 'runJob:' || j.id)
     FROM job j WHERE j.state IN ('WAITING', 'RUNNING') ORDER BY j.created_at, j.id`,
  );
}

async function serve(
  { config, databaseUrl }: WorkerOptions,
  taskList: TaskList,
  signal: AbortSignal,
  isReady: () => void,
): Promise<void> {
  const pgPool = openPool(databaseUrl, 4);
  const times = Object.entries({ warnDaily: cronAt(config.warningsAt), ...NIGHTLY, ...HOURLY });
  let runner: Runner | undefined;
  try {
    await takeStock(pgPool);
    runner = await run({
      pgPool,
      schema: JOBS_SCHEMA,
      logger,
      noHandleSignals: true,
      concurrency: 2,
      pollInterval: 5_000,
      taskList,
      parsedCronItems: parseCronItems(
        times.map(([task, match]) => ({ task, identifier: task, match, options: { jobKey: task } })),
      ),
    });
    isReady();
    const current = runner;
    const stop = () => void current.stop().catch(() => undefined);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    await runner.promise;
  } finally {
    await pgPool.end();
  }
}
