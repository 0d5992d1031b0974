import path from 'node:path';
import { DEFAULT_API_SETTINGS } from '../src/api-settings.ts';
import { prepareJobs, startWorker } from '../src/modules/jobs/worker.ts';

/** The product's own worker alone, on a clock that the drill may set; runs until it is killed. */
const { DATABASE_URL = '', DATA_DIR = '', DRILL_NOW = '' } = process.env;
await prepareJobs(DATABASE_URL);
const worker = startWorker({
  config: {
    dataDir: DATA_DIR,
    warningsAt: '07:30',
    smtpUrl: undefined,
    mailFrom: 'closeout@closeout.example',
    api: DEFAULT_API_SETTINGS,
    publicUrl: undefined,
  },
  databaseUrl: DATABASE_URL,
  filesDir: path.join(DATA_DIR, 'files'),
  address: 'http://127.0.0.1',
  say: (line) => console.error(line),
  now: () => (DRILL_NOW === '' ? new Date() : new Date(DRILL_NOW)),
});
await worker.ready;
process.send?.('ready');
