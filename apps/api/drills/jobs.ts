import { fork, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { verifyArchive } from '@closeout/archive';
import { startTestServer } from '@closeout/postgres/testing';
import { deployMigrations } from '@closeout/prisma/deploy';
import pg from 'pg';
import { seedWhenEmpty } from '../src/start/seed.ts';

/**
 * npm run drill:jobs: kills the process that runs the jobs while it packs, exports and reads, starts it again, and counts:
 * every job done, its effect once, its file whole. The last line is JSON with the figures.
 */
const ROUNDS = Number(process.env['DRILL_ROUNDS'] ?? 8);
const KILLS_A_ROUND = 3;
const FILES = 800;
const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));
const REPORT = fileURLToPath(
  new URL('../../../packages/report/fixtures/03-laonianxiehui-sample-like.txt', import.meta.url),
);
const dataDir = mkdtempSync(path.join(tmpdir(), 'closeout-drill-'));
const filesDir = path.join(dataDir, 'files');
const results = path.join(filesDir, 'results');
const server = await startTestServer();
const databaseUrl = server.urlOf('closeout');
const db = new pg.Client({ connectionString: databaseUrl, options: '-c TimeZone=UTC' });
let child: ChildProcess | undefined;

function must(condition: boolean, words: string): void {
  if (!condition) throw new Error(words);
}

const rowsOf = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await db.query<T>(text, values)).rows;

async function kill(): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const begin = (): ChildProcess =>
  (child = fork(WORKER, [], {
    execArgv: process.execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir },
  }));

/** Enough evidence that an archive takes seconds: one piece with many files. */
async function fillStore(inspection: string): Promise<void> {
  const bytes = randomBytes(48_000);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(path.join(filesDir, sha256), bytes);
  await db.query(
    `INSERT INTO attachment (id, body_id, evidence_id, purpose, file_name, media_type, size, sha256)
     SELECT gen_random_uuid(), e.body_id, e.id, 'SCAN', n || '.pdf', 'application/pdf', $2, $3
     FROM (SELECT * FROM evidence WHERE inspection_id = $1 AND NOT restricted ORDER BY piece_number LIMIT 1) e, generate_series(1, ${FILES}) n`,
    [inspection, bytes.byteLength, sha256],
  );
}

/** A job as the mutation writes it; for an import with the file that it is to read. */
async function ask(kind: string, inspection: string): Promise<string> {
  const params =
    kind === 'IMPORT_REPORT' ? { fileName: '报告.txt' } : { format: kind === 'EXPORT_REPORT' ? 'TXT' : 'ZIP' };
  const [made] = await rowsOf<{ id: string }>('SELECT gen_random_uuid() AS id');
  const id = made!.id;
  if (kind === 'IMPORT_REPORT')
    writeFileSync(path.join(results, `${id}.source`), `${readFileSync(REPORT, 'utf8')}\n${id}\n`);
  await db.query(
    `INSERT INTO job (id, kind, account_id, body_id, inspection_id, params) SELECT $1, $2, a.id, i.body_id, i.id, $3
     FROM account a, inspection i WHERE a.login = 'clerk' AND i.id = $4`,
    [id, kind, params, inspection],
  );
  return id;
}

const openJobs = async (): Promise<{ state: string }[]> =>
  rowsOf(`SELECT state::text AS state FROM job WHERE state IN ('WAITING', 'RUNNING')`);

/** Waits until a job runs, or nothing is left to run. */
async function atWork(): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const open = await openJobs();
    if (open.length === 0 || open.some(({ state }) => state === 'RUNNING')) return;
    await sleep(10);
  }
}

const TRACES = ['exportArchive', 'exportReport', 'importReport'];

/** Entries of the trail by verb. */
async function traces(): Promise<Map<string, number>> {
  const found = await rowsOf<{ verb: string; n: string }>(
    'SELECT verb, count(*) AS n FROM audit_event WHERE verb = ANY ($1) GROUP BY verb',
    [TRACES],
  );
  return new Map(found.map(({ verb, n }) => [verb, Number(n)]));
}

async function drill(inspection: string): Promise<Record<string, unknown>> {
  const before = await traces();
  let kills = 0;
  let inTheMiddle = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of ['EXPORT_ARCHIVE', 'IMPORT_REPORT', 'EXPORT_REPORT']) await ask(kind, inspection);
    for (let k = 0; k < KILLS_A_ROUND; k++) {
      await Promise.race([once(begin(), 'message'), sleep(30_000)]);
      await atWork();
      await sleep(Math.random() * 400);
      const running = (await openJobs()).some(({ state }) => state === 'RUNNING');
      await kill();
      kills++;
      if (running) inTheMiddle++;
    }
    begin();
    for (const begun = Date.now(); (await openJobs()).length > 0; await sleep(100))
      must(Date.now() - begun < 120_000, 'the work of a round was not finished within two minutes');
    await kill();
    console.log(`  round ${round + 1}: ${kills} kills so far, ${inTheMiddle} while a job ran`);
  }
  must(inTheMiddle > 0, 'no kill hit the work: the drill proves nothing');
  return { rounds: ROUNDS, kills, inTheMiddle, ...(await check(inspection, before)) };
}

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

interface EndedJob {
  id: string;
  kind: string;
  state: string;
  attempts: number;
  result_sha256: string | null;
  import_id: string | null;
  refusals: unknown;
}

/** Every job against what it left: its file, its draft, its entry in the trail. */
async function check(inspection: string, before: Map<string, number>): Promise<Record<string, number>> {
  const jobs = await rowsOf<EndedJob>(
    'SELECT id, kind, state::text AS state, attempts, result_sha256, import_id, refusals FROM job',
  );
  for (const { id, kind, state, attempts, result_sha256, import_id, refusals } of jobs) {
    must(state === 'DONE', `${kind} ${id} is ${state}: ${JSON.stringify(refusals)}`);
    if (kind === 'IMPORT_REPORT') {
      must(import_id !== null, `${id} left no draft`);
      continue;
    }
    const file = path.join(results, `${id}.${attempts}`);
    must((await sumOf(file)) === result_sha256, `the file of ${id} is not the one that was noted`);
    if (kind !== 'EXPORT_ARCHIVE') continue;
    const { problems, files } = await verifyArchive(file);
    must(
      problems.length === 0 && files > FILES,
      `the archive ${id} does not hold: ${JSON.stringify(problems.slice(0, 3))}`,
    );
  }
  const after = await traces();
  for (const verb of TRACES) {
    const times = (after.get(verb) ?? 0) - (before.get(verb) ?? 0);
    must(times === ROUNDS, `${verb} happened ${times} times for ${ROUNDS} jobs`);
  }
  const drafts = (await rowsOf(`SELECT 1 FROM import WHERE inspection_id = $1 AND state = 'DRAFT'`, [inspection]))
    .length;
  must(drafts === ROUNDS, `${drafts} drafts for ${ROUNDS} files`);
  const left = readdirSync(results).filter((name) => name.endsWith('.source'));
  must(left.length === 0, `${left.length} files that were read are still there`);
  return { jobs: jobs.length, begunAgain: jobs.filter(({ attempts }) => attempts > 1).length, twice: 0, lost: 0 };
}

try {
  await deployMigrations(databaseUrl);
  await seedWhenEmpty(databaseUrl, 'closeout-demo', filesDir);
  mkdirSync(results, { recursive: true });
  await db.connect();
  const [visit] = await rowsOf<{ id: string }>(
    `SELECT i.id FROM inspection i JOIN body b ON b.id = i.body_id WHERE b.short_name = '市侨青会'`,
  );
  await db.query(`UPDATE import SET state = 'COMMITTED' WHERE state = 'DRAFT'`);
  await fillStore(visit!.id);
  console.log(JSON.stringify(await drill(visit!.id)));
} finally {
  await kill();
  await db.end();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
