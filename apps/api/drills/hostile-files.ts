import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestServer } from '@closeout/postgres/testing';
import { deployMigrations } from '@closeout/prisma/deploy';
import pg from 'pg';
import { CONSOLE_HEADER, hashSecret, newSecret, SESSION_COOKIE } from '../src/modules/access/credentials.ts';
import { seedWhenEmpty } from '../src/start/seed.ts';
import { HOSTILE_FILES, type HostileFile } from '../test/hostile/files.ts';
import { asWanted, sendHostile } from '../test/hostile/send.ts';

/**
 * npm run drill:hostile-files [-- WORD]: sends every file of the hostile corpus to the running product, one line each: seconds, and
 * the megabytes by which the product's memory rose above what it held before, at its highest. Status 1 where a goal is missed.
 */
const GOAL = { seconds: 5, megabytes: 200 };
const SERVER = fileURLToPath(new URL('./product-server.ts', import.meta.url));
const dataDir = mkdtempSync(path.join(tmpdir(), 'closeout-drill-'));

/** A figure of the process in megabytes, from Linux; elsewhere memory is not measured. */
function memory(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  try {
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
  } catch {
    return NaN;
  }
}

function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // The highest ever stays: the figure can only be larger than it was.
  }
}

async function caller(db: pg.Client): Promise<{ headers: Record<string, string>; inspectionId: string }> {
  const secret = newSecret();
  await db.query(
    `INSERT INTO session (id, token_hash, account_id, created_at, last_seen_at, expires_at) SELECT gen_random_uuid(), $1, id, now(), now(), now() + interval '12 hours' FROM account WHERE login = 'clerk'`,
    [hashSecret(secret)],
  );
  const { rows } = await db.query<{ id: string }>(
    `SELECT 'ins_' || i.id AS id FROM inspection i JOIN account a ON a.login = 'clerk' JOIN role_grant g ON g.account_id = a.id AND g.body_id = i.body_id LIMIT 1`,
  );
  if (rows[0] === undefined) throw new Error('the demo has no inspection for the drill');
  return { headers: { [CONSOLE_HEADER]: '1', cookie: `${SESSION_COOKIE}=${secret}` }, inspectionId: rows[0].id };
}

async function drill(db: pg.Client, databaseUrl: string): Promise<number> {
  const { headers, inspectionId } = await caller(db);
  const child = fork(SERVER, [], {
    execArgv: process.execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, DATABASE_URL: databaseUrl, FILES_DIR: path.join(dataDir, 'files'), DRILL_PORT: '0' },
  });
  const [port] = (await once(child, 'message')) as [number];
  const pid = child.pid as number;
  const wanted = HOSTILE_FILES.filter(({ name }) => name.includes(process.argv[2] ?? ''));
  // The first file of all also waits for what every file after it finds loaded.
  await sendHostile(
    `http://127.0.0.1:${port}`,
    headers,
    inspectionId,
    { fileName: 'a.docx' },
    Buffer.from('PK\u0003\u0004'),
  );
  let missed = 0;
  for (const file of wanted) {
    const { line, ok } = await one(pid, `http://127.0.0.1:${port}`, headers, inspectionId, file);
    console.log(line);
    if (!ok) missed += 1;
  }
  child.kill('SIGTERM');
  await once(child, 'exit');
  console.log(`${wanted.length} files, ${missed} missed (goals: within ${GOAL.seconds} s and ${GOAL.megabytes} MB)`);
  return missed;
}

async function one(
  pid: number,
  url: string,
  headers: Record<string, string>,
  inspectionId: string,
  file: HostileFile,
): Promise<{ line: string; ok: boolean }> {
  const bytes = file.make();
  forgetPeak(pid);
  const before = memory(pid, 'VmRSS');
  const answer = await sendHostile(url, headers, inspectionId, file, bytes);
  const rose = Math.max(0, memory(pid, 'VmHWM') - before);
  const ok = asWanted(answer, file) && answer.seconds <= GOAL.seconds && !(rose > GOAL.megabytes);
  const verdict = ok ? (file.read ? 'read without it' : 'refused') : 'MISSED';
  const figures = `${answer.seconds.toFixed(2).padStart(6)} s ${rose.toFixed(0).padStart(5)} MB  ${String(answer.status)}`;
  return {
    ok,
    line: `${verdict.padEnd(16)}${figures}  ${file.name} (${kilobytes(bytes)}): ${answer.message.slice(0, 60)}`,
  };
}

const kilobytes = (bytes: Uint8Array): string => `${Math.ceil(bytes.byteLength / 1_024)} kB`;

const postgres = await startTestServer();
const databaseUrl = postgres.urlOf('closeout');
const db = new pg.Client({ connectionString: databaseUrl, options: '-c TimeZone=UTC' });
try {
  await deployMigrations(databaseUrl);
  await seedWhenEmpty(databaseUrl, 'closeout-demo', path.join(dataDir, 'files'));
  await db.connect();
  if ((await drill(db, databaseUrl)) > 0) process.exitCode = 1;
} finally {
  await db.end();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
