import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { deployMigrations } from '@closeout/prisma/deploy';
import { startTestServer } from '@closeout/postgres/testing';
import pg from 'pg';
import { seedWhenEmpty } from '../src/start/seed.ts';

/**
 * npm run drill:warnings: kills the process that computes and sends warnings at random moments, over some days on which
 * deadlines come and move, and counts: no mail twice, no warning dropped. The last line is JSON with the figures.
 */
const DAYS = 12;
const KILLS_A_DAY = Number(process.env['DRILL_KILLS'] ?? 5);
const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));
const dataDir = mkdtempSync(path.join(tmpdir(), 'closeout-drill-'));
const server = await startTestServer();
const databaseUrl = server.urlOf('closeout');
let child: ChildProcess | undefined;

function must(condition: boolean, words: string): void {
  if (!condition) throw new Error(words);
}

async function kill(): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const begin = (day: string): ChildProcess =>
  (child = fork(WORKER, [], {
    execArgv: process.execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DRILL_NOW: `${day}T01:00:00Z` },
  }));

const dayAfter = (days: number): string => new Date(Date.UTC(2026, 10, 22 + days)).toISOString().slice(0, 10);
const mailDir = path.join(dataDir, 'mail');
const mails = (): string[] => {
  try {
    return readdirSync(mailDir).filter((name) => name.endsWith('.eml'));
  } catch {
    return [];
  }
};

async function drill(db: pg.Client): Promise<Record<string, number>> {
  const one = async <T extends object>(text: string, values: unknown[] = []): Promise<T> =>
    (await db.query<T>(text, values)).rows[0] as T;
  let kills = 0;
  let inTheMiddle = 0;
  for (let n = 0; n < DAYS; n++) {
    const day = dayAfter(n);
    // deadlines come and move: every day another third of the ledger, so that each day has something to tell
    const shift = `UPDATE finding SET state = 'RECTIFYING', due_on = $1::date + (seq * 7 + $2::int * 5) % 45 - 15 WHERE (seq + $2::int) % 3 = 0 AND state IN ('RECTIFYING', 'UNCLAIMED')`;
    await db.query(shift, [day, n]);
    for (let k = 0; k < KILLS_A_DAY; k++) {
      const sent = mails().length;
      const ready = once(begin(day), 'message');
      await Promise.race([ready, sleep(15_000)]);
      await db.query(shift, [day, n]);
      await sleep(Math.random() * 120);
      await kill();
      kills++;
      const { open } = await one<{ open: number }>(
        `SELECT (SELECT count(*)::int FROM warning_digest WHERE sent_at IS NULL) + (SELECT count(*)::int FROM closeout_jobs.jobs) AS open`,
      );
      if (open > 0 || mails().length > sent) inTheMiddle++;
    }
    begin(day);
    await settled(one, day);
    await kill();
    console.log(`  ${day}: ${mails().length} mails so far, ${kills} kills`);
  }
  return check(one, kills, inTheMiddle);
}

type One = <T extends object>(text: string, values?: unknown[]) => Promise<T>;

async function settled(one: One, day: string): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < 60_000; await sleep(100)) {
    const { open } = await one<{ open: boolean }>(
      `SELECT NOT EXISTS (SELECT 1 FROM warning_run WHERE day = $1::date) OR EXISTS (SELECT 1 FROM closeout_jobs.jobs) AS open`,
      [day],
    );
    if (!open) return;
  }
  throw new Error(`the work of ${day} was not finished within a minute`);
}

/** What the folder holds: one mail per person and day, no message twice; answers the files and the numbers in them. */
function readFolder(): { files: number; lines: number; twice: number } {
  const files = mails();
  const texts = files.map((name) => readFileSync(path.join(mailDir, name), 'utf8'));
  const to = texts.map((text, i) => `${files[i]!.slice(0, 10)} ${/^To: (.*)$/m.exec(text)?.[1]}`);
  const ids = texts.map((text) => /^Message-ID: (.*)$/im.exec(text)?.[1]);
  const twice = 2 * files.length - new Set(to).size - new Set(ids).size;
  must(twice === 0, 'a person got two mails on one day, or one mail twice');
  const bodies = texts.map((text) =>
    Buffer.from(
      text
        .split(/\r?\n\r?\n/)
        .slice(1)
        .join(''),
      'base64',
    ).toString(),
  );
  return {
    files: files.length,
    lines: bodies.flatMap((body) => body.match(/(?:fnd|ntc)_[0-9a-z-]+/g) ?? []).length,
    twice,
  };
}

/** What was never told or mailed: handlers of pressing deadlines, and tellings of earlier days. */
async function countDropped(one: One): Promise<number> {
  const lastDay = dayAfter(DAYS - 1);
  const { missing, pressing } = await one<{ missing: number; pressing: number }>(
    `SELECT count(*)::int AS pressing, count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM warning w JOIN warning_delivery d ON d.warning_id = w.id
        AND d.person_id = f.handler_id WHERE w.finding_id = f.id AND w.due_on = f.due_on))::int AS missing
     FROM finding f JOIN account a ON a.person_id = f.handler_id AND a.active
     WHERE f.state IN ('RECTIFYING', 'UNCLAIMED', 'IN_REVIEW') AND f.due_on <= $1::date + 20`,
    [lastDay],
  );
  // a change after the day's digest is mailed the day after: on the last day such tellings may wait
  const { waiting } = await one<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM warning_delivery d JOIN person n ON n.id = d.person_id AND n.mail IS NOT NULL
     WHERE d.digest_id IS NULL AND (d.told_at AT TIME ZONE 'Asia/Shanghai')::date < $1::date`,
    [lastDay],
  );
  must(pressing > 0 && missing === 0, `${missing} of ${pressing} handlers were not told`);
  must(waiting === 0, `${waiting} tellings of earlier days were never mailed`);
  return missing + waiting;
}

/** The folder against what the database says, and the database against the deadlines as they stand. */
async function check(one: One, kills: number, inTheMiddle: number): Promise<Record<string, number>> {
  const { files, lines, twice } = readFolder();
  const counted = await one<{ digests: number; sent: number; told: number; mailed: number; orphans: number }>(
    `SELECT count(*)::int AS digests, count(sent_at)::int AS sent, (SELECT count(*)::int FROM warning_delivery) AS told,
      (SELECT count(*)::int FROM warning_delivery d JOIN warning_digest g ON g.id = d.digest_id AND g.sent_at IS NOT NULL) AS mailed,
      (SELECT count(*)::int FROM warning w WHERE NOT EXISTS (SELECT 1 FROM warning_delivery d WHERE d.warning_id = w.id)) AS orphans FROM warning_digest`,
  );
  must(counted.digests === counted.sent && counted.sent === files, `${JSON.stringify(counted)}, but ${files} mails`);
  must(lines === counted.mailed, `${lines} lines in mails, ${counted.mailed} tellings mailed`);
  must(counted.orphans === 0, `${counted.orphans} warnings were told to nobody`);
  must(inTheMiddle > 0, 'no kill hit the work: the drill proves nothing');
  const dropped = await countDropped(one);
  const { told, mailed } = counted;
  return { days: DAYS, kills, inTheMiddle, mails: files, told, mailed, twice, dropped };
}

const db = new pg.Client({ connectionString: databaseUrl, options: '-c TimeZone=UTC' });
try {
  await deployMigrations(databaseUrl);
  await seedWhenEmpty(databaseUrl, 'closeout-demo', path.join(dataDir, 'files'));
  await db.connect();
  console.log(JSON.stringify(await drill(db)));
} finally {
  await kill();
  await db.end();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
