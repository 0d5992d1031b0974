import { setTimeout as sleep } from 'node:timers/promises';
import { DEFAULT_API_SETTINGS } from '../src/api-settings.ts';
import { prepareJobs, startWorker, type Worker, type WorkerOptions } from '../src/modules/jobs/worker.ts';
import { NOW, type Api } from './api.ts';

type Options = Partial<Omit<WorkerOptions, 'config'>> & { config?: Partial<WorkerOptions['config']> };

/** The product's own worker over the database of a test, once it takes jobs. Stop it before the API. */
export async function workerOver(api: Api, { config, ...options }: Options = {}): Promise<Worker> {
  await prepareJobs(api.databaseUrl);
  const worker = startWorker({
    databaseUrl: api.databaseUrl,
    filesDir: api.filesDir,
    address: 'http://127.0.0.1:1',
    say: () => undefined,
    now: () => NOW,
    ...options,
    config: {
      dataDir: api.filesDir,
      warningsAt: '07:30',
      smtpUrl: undefined,
      mailFrom: 'closeout@closeout.example',
      api: DEFAULT_API_SETTINGS,
      publicUrl: 'https://closeout.example',
      ...config,
    },
  });
  await worker.ready;
  return worker;
}

/** Waits until nothing of the queue is to be run any more: an entry that a newer one has replaced while it ran stays, used up. */
export async function settled(api: Api): Promise<void> {
  for (let tries = 0; tries < 2_000; tries++) {
    const [row] = await api.sql<{ n: string }>(
      'SELECT count(*) AS n FROM closeout_jobs.jobs WHERE attempts < max_attempts',
    );
    if (row?.n === '0') return;
    await sleep(25);
  }
  const left = await api.sql('SELECT task_identifier, attempts, locked_at, run_at, last_error FROM closeout_jobs.jobs');
  throw new Error(`jobs are left: ${JSON.stringify(left)}`);
}
