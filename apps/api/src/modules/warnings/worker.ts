import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf } from '@closeout/postgres';
import { shanghaiDay } from '@closeout/domain';
import { Logger, parseCronItems, run, runMigrations, type Runner, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { Config } from '../../config.ts';
import { compactChanges } from '../changes/compact-changes.ts';
import { purgeKeys } from '../idempotency/purge-keys.ts';
import { JOBS_SCHEMA, claimDigests, sendDigest } from './digests.ts';
import { openMailSink, type MailSink } from './mail-sink.ts';
import { recordNoticeWarnings } from './record-notice-warnings.ts';
import { recordWarnings } from './record-warnings.ts';

export interface WorkerOptions {
  config: Pick<Config, 'dataDir' | 'warningsAt' | 'smtpUrl' | 'mailFrom' | 'publicUrl' | 'api'>;
  databaseUrl: string;
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
const PURGE_AT = '03:10';
const COMPACT_AT = '03:20';
const OFFSET_MINUTES = 8 * 60;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** A time of day in Asia/Shanghai as a cron pattern in UTC. */
export function cronAt(time: string): string {
  const utc = (minutesOf(time) - OFFSET_MINUTES + 1440) % 1440;
  return `${utc % 60} ${Math.floor(utc / 60)} * * *`;
}

/** Whether the day's time has come. */
export const hasCome = (time: string, now: Date): boolean =>
  (Math.floor(now.getTime() / 60_000) + OFFSET_MINUTES) % 1440 >= minutesOf(time);

function tasks({ config, address, now = () => new Date() }: WorkerOptions, sink: MailSink): TaskList {
  const baseUrl = config.publicUrl ?? address;
  return {
    /** All warnings of today, and the day's mails once their time has come. */
    warnDaily: (_payload, { withPgClient }) =>
      withPgClient(async (client) => {
        const at = now();
        const day = shanghaiDay(at);
        await recordWarnings(client, { day, now: at });
        await recordNoticeWarnings(client, { day, now: at });
        if (!hasCome(config.warningsAt, at)) return;
        await claimDigests(client, day, at);
        await client.query('INSERT INTO warning_run (day, finished_at) VALUES ($1::date, $2) ON CONFLICT DO NOTHING', [
          day,
          at,
        ]);
      }),
    /** The warning of a finding whose deadline, state or people changed. */
    warnFinding: (payload, { withPgClient }) =>
      withPgClient(async (client) => {
        const at = now();
        const { findingId } = payload as { findingId: string };
        await recordWarnings(client, { day: shanghaiDay(at), now: at, findingId });
      }),
    /** The warning of a notice that was sent, asked for again or answered. */
    warnNotice: (payload, { withPgClient }) =>
      withPgClient(async (client) => {
        const at = now();
        const { noticeId } = payload as { noticeId: string };
        await recordNoticeWarnings(client, { day: shanghaiDay(at), now: at, noticeId });
      }),
    /** The warnings of a body, or of an office's bodies, whose offices, accounts or settings changed. */
    warnBody: (payload, { withPgClient }) =>
      withPgClient(async (client) => {
        const at = now();
        const { bodyId } = payload as { bodyId: string };
        await recordWarnings(client, { day: shanghaiDay(at), now: at, bodyId });
        await recordNoticeWarnings(client, { day: shanghaiDay(at), now: at, bodyId });
      }),
    sendDigest: (payload, { withPgClient }) =>
      withPgClient((client) =>
        sendDigest(client, (payload as { digestId: string }).digestId, { sink, baseUrl, now: now() }),
      ),
    /** Answers of writes that nobody will ask for again. */
    purgeKeys: (_payload, { withPgClient }) =>
      withPgClient(async (client) => void (await purgeKeys(client, config.api.idempotencyHours, now()))),
    /** Of the feed, what a later row says again, and old removals. */
    compactChanges: (_payload, { withPgClient }) =>
      withPgClient(async (client) => void (await compactChanges(client, config.api.changesDays, now()))),
  };
}

/** Only what somebody must look at: a job that failed. */
const logger = new Logger((scope) => (level, message) => {
  if (level === 'error' && scope.taskIdentifier !== undefined) console.error(`${scope.taskIdentifier}: ${message}`);
});

/** Connections of the jobs. One that breaks is replaced by the next; without listeners it would end the process. */
function openPool(databaseUrl: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max, options: '-c TimeZone=UTC -c jit=off' });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Brings the jobs' own tables up to date. Before anybody is served: the trigger on `finding` adds jobs, and a change that met
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
 * Runs the jobs in the installation's own database, whose tables `prepareJobs` has made, until stopped. At start jobs that a
 * killed process held are freed, and the daily run is made up for; if the database goes away, it begins again.
 */
export function startWorker(options: WorkerOptions): Worker {
  const sink = openMailSink(options.config);
  const stopping = new AbortController();
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  const serving = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await serve(options, sink, stopping.signal, isReady);
      } catch (error) {
        if (stopping.signal.aborted) return;
        options.say(`Warnings wait for the database (${reasonOf(error)}).`);
        await sleep(5_000, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  })();
  return {
    ready,
    stop: async () => {
      stopping.abort();
      await serving;
      sink.close();
    },
  };
}

async function serve(options: WorkerOptions, sink: MailSink, signal: AbortSignal, isReady: () => void): Promise<void> {
  const pgPool = openPool(options.databaseUrl, 4);
  const shared = { pgPool, schema: JOBS_SCHEMA, logger };
  let runner: Runner | undefined;
  try {
    await pgPool.query(
      `SELECT ${JOBS_SCHEMA}.force_unlock_workers(ARRAY(SELECT DISTINCT locked_by FROM ${JOBS_SCHEMA}.jobs WHERE locked_by IS NOT NULL))`,
    );
    await pgPool.query(`SELECT ${JOBS_SCHEMA}.add_job('warnDaily', job_key := 'warnDaily')`);
    runner = await run({
      ...shared,
      noHandleSignals: true,
      concurrency: 2,
      pollInterval: 5_000,
      taskList: tasks(options, sink),
      parsedCronItems: parseCronItems([
        {
          task: 'warnDaily',
          identifier: 'warnDaily',
          match: cronAt(options.config.warningsAt),
          options: { jobKey: 'warnDaily' },
        },
        { task: 'purgeKeys', identifier: 'purgeKeys', match: cronAt(PURGE_AT), options: { jobKey: 'purgeKeys' } },
        {
          task: 'compactChanges',
          identifier: 'compactChanges',
          match: cronAt(COMPACT_AT),
          options: { jobKey: 'compactChanges' },
        },
      ]),
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
