import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startTestServer } from '@closeout/postgres/testing';
import { deployMigrations } from '@closeout/prisma/deploy';
import pg from 'pg';
import { CONSOLE_HEADER, hashSecret, newSecret, SESSION_COOKIE } from '../src/modules/access/credentials.ts';
import { seedWhenEmpty } from '../src/start/seed.ts';

/**
 * npm run drill:idempotency: each of many writes is sent three times under its key, some at once, some after the answer was
 * cut off, while the server is killed at random moments. Counts effects: one per key. The last line is JSON with the figures.
 */
const KEYS = Number(process.env['DRILL_KEYS'] ?? 1_000);
const TRIES = 3;
const WRITERS = 6;
const SERVER = fileURLToPath(new URL('./product-server.ts', import.meta.url));
const dataDir = mkdtempSync(path.join(tmpdir(), 'closeout-drill-'));
const postgres = await startTestServer();
const databaseUrl = postgres.urlOf('closeout');
const filesDir = path.join(dataDir, 'files');

let child: ChildProcess;
let port = 0;
let up: Promise<unknown> = Promise.resolve();
const counts = { tries: 0, answered: 0, replayed: 0, lost: 0, kills: 0 };

function begin(): Promise<unknown> {
  child = fork(SERVER, [], {
    execArgv: process.execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, DATABASE_URL: databaseUrl, FILES_DIR: filesDir, DRILL_PORT: String(port) },
  });
  up = once(child, 'message').then(([bound]) => (port = bound as number));
  return up;
}

async function kill(): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const QUERY = `mutation C($input: AddActionInput!) { addAction(input: $input) { action { id text } userErrors { code rule } } }`;

/** One try. The answer, or null where none came: the line was cut, the server was killed, or it failed. */
async function send(cookie: string, key: string, input: object, cut: boolean): Promise<string | null> {
  counts.tries += 1;
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [CONSOLE_HEADER]: '1', cookie, 'idempotency-key': key },
      body: JSON.stringify({ query: QUERY, variables: { input } }),
      signal: cut ? AbortSignal.timeout(Math.ceil(Math.random() * 40)) : AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    const { errors } = JSON.parse(text) as { errors?: unknown[] };
    if (errors !== undefined) throw new Error('failed');
    if (response.headers.get('idempotency-replayed') === 'true') counts.replayed += 1;
    counts.answered += 1;
    return text;
  } catch {
    counts.lost += 1;
    return null;
  }
}

/** Three tries of one write, and as many more as the killed server needs; every answer that came must be the same. */
async function write(cookie: string, findingId: string, n: number): Promise<string> {
  const key = randomUUID();
  const input = { findingId, text: `演练 ${n}` };
  const answers: (string | null)[] = [];
  if (n % 2 === 0)
    answers.push(...(await Promise.all([1, 2, 3].map((which) => send(cookie, key, input, which === 1)))));
  else for (let which = 0; which < TRIES; which++) answers.push(await send(cookie, key, input, which === 0));
  for (const begun = Date.now(); answers.every((one) => one === null);) {
    if (Date.now() - begun > 60_000) throw new Error(`key ${n} got no answer within a minute`);
    await up;
    answers.push(await send(cookie, key, input, false));
    await sleep(20);
  }
  const different = new Set(answers.filter((one) => one !== null));
  if (different.size !== 1)
    throw new Error(`key ${n} was answered in ${different.size} ways: ${[...different].join()}`);
  return [...different][0] as string;
}

async function drill(db: pg.Client): Promise<object> {
  const secret = newSecret();
  await db.query(
    `INSERT INTO session (id, token_hash, account_id, created_at, last_seen_at, expires_at) SELECT gen_random_uuid(), $1, id, now(), now(), now() + interval '12 hours' FROM account WHERE login = 'head'`,
    [hashSecret(secret)],
  );
  const { rows } = await db.query<{ id: string }>(
    `SELECT 'fnd_' || f.id AS id FROM finding f JOIN account a ON a.login = 'head' JOIN role_grant g ON g.account_id = a.id AND g.department_id = f.lead_department_id WHERE f.state = 'RECTIFYING' ORDER BY f.seq`,
  );
  if (rows.length === 0) throw new Error('the demo has no finding for the drill');
  const cookie = `${SESSION_COOKIE}=${secret}`;
  await begin();
  let next = 0;
  let busy = true;
  const writers = Promise.all(
    Array.from({ length: WRITERS }, async () => {
      while (next < KEYS) {
        const n = next++;
        const text = await write(cookie, (rows[n % rows.length] as { id: string }).id, n);
        if (!text.includes('act_')) throw new Error(`key ${n} was refused: ${text}`);
      }
    }),
  ).finally(() => (busy = false));
  const killer = (async () => {
    while (busy) {
      // in the midst of the work, however slow the machine is: after some answers of this server, at a random moment
      const until = counts.answered + 10 + Math.random() * 200;
      while (busy && counts.answered < until) await sleep(5);
      await sleep(Math.random() * 50);
      if (!busy) return;
      await kill();
      counts.kills += 1;
      await begin();
    }
  })();
  await Promise.all([writers, killer]);
  return check(db);
}

async function check(db: pg.Client): Promise<object> {
  const { rows } = await db.query<{ effects: number; keys: number; entries: number; stored: number }>(
    `SELECT count(*)::int AS effects, count(DISTINCT text)::int AS keys, (SELECT count(*)::int FROM audit_event WHERE verb = 'addAction' AND success AND after::text LIKE '%演练 %') AS entries,
      (SELECT count(*)::int FROM idempotency_key WHERE answer IS NOT NULL) AS stored FROM action WHERE text LIKE '演练 %'`,
  );
  const found = rows[0] as { effects: number; keys: number; entries: number; stored: number };
  const figures = { keys: KEYS, ...counts, effects: found.effects, auditEntries: found.entries, stored: found.stored };
  const whole = found.effects === KEYS && found.keys === KEYS && found.entries === KEYS && found.stored === KEYS;
  if (!whole || counts.kills === 0 || counts.lost === 0) throw new Error(`does not hold: ${JSON.stringify(figures)}`);
  return figures;
}

const db = new pg.Client({ connectionString: databaseUrl, options: '-c TimeZone=UTC' });
try {
  await deployMigrations(databaseUrl);
  await seedWhenEmpty(databaseUrl, 'closeout-demo', filesDir);
  await db.connect();
  console.log(JSON.stringify(await drill(db)));
} finally {
  if (child! !== undefined && child.exitCode === null && child.signalCode === null) await kill();
  await db.end();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
