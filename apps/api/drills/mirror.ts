import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startTestServer } from '@closeout/postgres/testing';
import { deployMigrations } from '@closeout/prisma/deploy';
import pg from 'pg';
import { makeToken, readTokenRequest } from '../src/cli/make-token.ts';
import { CONSOLE_HEADER, hashSecret, newSecret, SESSION_COOKIE } from '../src/modules/access/credentials.ts';
import { compactChanges } from '../src/modules/changes/compact-changes.ts';
import { seedWhenEmpty } from '../src/start/seed.ts';
import { BODY, compareMirror } from './mirror-truth.ts';
import { writeInto, type Written } from './mirror-writes.ts';

/**
 * npm run drill:mirror: two mirrors, a token's and a department head's, each a process with a file, are kept while writers write,
 * and server and mirrors are killed at random moments. In the end each mirror is compared with the database. Beside them a reader
 * goes by the rows' sequence, as a feed might: what it misses is what the cursor is for. The last line is JSON with the figures.
 */
const WRITES = Number(process.env['DRILL_WRITES'] ?? 3_000);
const WRITERS = 6;
/** It goes on writing until so many were killed. */
const SERVER_KILLS = 5;
const MIRROR_KILLS = 40;
const file = (name: string): string => fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
const dataDir = mkdtempSync(path.join(tmpdir(), 'closeout-drill-'));
const postgres = await startTestServer();
const databaseUrl = postgres.urlOf('closeout');
const written: Written = { committed: 0, rolledBack: 0, slow: 0 };
const counts = { pages: 0, nodes: 0, tombstones: 0, lost: 0, anew: 0, serverKills: 0, mirrorKills: 0 };

/** A process that is killed and started again. */
class Killed {
  child: ChildProcess | undefined;
  constructor(
    readonly start: () => ChildProcess,
    readonly ready: (child: ChildProcess) => Promise<unknown>,
  ) {}

  async begin(): Promise<void> {
    this.child = this.start();
    await this.ready(this.child);
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}

let port = 0;
const child = (name: string, env: Record<string, string>): ChildProcess =>
  fork(file(name), [], {
    execArgv: process.execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
const server = new Killed(
  () =>
    child('product-server', {
      DATABASE_URL: databaseUrl,
      FILES_DIR: path.join(dataDir, 'files'),
      DRILL_PORT: String(port),
    }),
  async (started) => ([port] = (await once(started, 'message')) as [number]),
);

interface Told {
  asked?: number;
  lost?: boolean;
  anew?: boolean;
  nodes?: number;
  tombstones?: number;
  idle?: boolean;
}

class Keeper extends Killed {
  /** When it last asked and there was no more. */
  idleSince = 0;
  readonly path: string;
  constructor(
    readonly name: string,
    readonly headers: Record<string, string>,
  ) {
    const kept = path.join(dataDir, `${name}.ndjson`);
    super(
      () => {
        const url = `http://127.0.0.1:${port}/graphql`;
        const started = child('mirror-keeper', {
          MIRROR_FILE: kept,
          MIRROR_HEADERS: JSON.stringify(headers),
          MIRROR_URL: url,
        });
        started.on('message', (told: Told) => this.note(told));
        return started;
      },
      async () => undefined,
    );
    this.path = kept;
  }

  note(told: Told): void {
    if (told.idle === true) this.idleSince = told.asked ?? 0;
    if (told.lost === true) counts.lost += 1;
    else counts.pages += 1;
    if (told.anew === true) counts.anew += 1;
    counts.nodes += told.nodes ?? 0;
    counts.tombstones += told.tombstones ?? 0;
  }

  /** What the file says: every page applied in order. */
  content(): Map<string, unknown> {
    const records = new Map<string, unknown>();
    for (const line of readFileSync(this.path, 'utf8').trimEnd().split('\n')) {
      const { nodes, anew } = JSON.parse(line) as {
        nodes?: { id: string; deleted: boolean; record: unknown }[];
        anew?: boolean;
      };
      if (anew === true) records.clear();
      for (const { id, deleted, record } of nodes ?? []) {
        if (deleted) records.delete(id);
        else records.set(id, record);
      }
    }
    return records;
  }
}

/** Reads the feed's table by its sequence, which a transaction that commits late has passed already. */
async function bySequence(db: pg.Client, busy: () => boolean): Promise<number> {
  const seen = new Set<string>();
  const first = (await db.query<{ n: string }>('SELECT coalesce(max(n), 0) AS n FROM feed.change')).rows[0]?.n ?? '0';
  let last = first;
  while (busy()) {
    const { rows } = await db.query<{ n: string }>('SELECT n FROM feed.change WHERE n > $1 ORDER BY n', [last]);
    for (const { n } of rows) seen.add(n);
    last = rows.at(-1)?.n ?? last;
    await sleep(25);
  }
  const { rows } = await db.query<{ n: string }>('SELECT n FROM feed.change WHERE n > $1 AND n <= $2', [first, last]);
  return rows.filter(({ n }) => !seen.has(n)).length;
}

async function headersOf(db: pg.Client): Promise<Record<'token' | 'head', Record<string, string>>> {
  const request = readTokenRequest([
    '--body',
    BODY,
    '--name',
    'mirror',
    '--classes',
    'STATISTICS,TEXT,NAMES,MONEY',
    '--approver',
    'secretary',
  ]);
  const { secret } = await makeToken(databaseUrl, request, new Date());
  await db.query(
    `UPDATE api_token SET decision = 'APPROVED', decided_at = now(), decided_by_id = approver_id WHERE token_hash = $1`,
    [hashSecret(secret)],
  );
  const session = newSecret();
  await db.query(
    `INSERT INTO session (id, token_hash, account_id, created_at, last_seen_at, expires_at) SELECT gen_random_uuid(), $1, id, now(), now(), now() + interval '12 hours' FROM account WHERE login = 'head'`,
    [hashSecret(session)],
  );
  return {
    token: { authorization: `Bearer ${secret}` },
    head: { cookie: `${SESSION_COOKIE}=${session}`, [CONSOLE_HEADER]: '1' },
  };
}

/** Kills at a random moment after so many pages at most, however slow the machine is, and starts again. */
async function harass(victim: Killed, busy: () => boolean, pages: number, count: () => void): Promise<void> {
  while (busy()) {
    const until = counts.pages + 1 + Math.random() * pages;
    while (busy() && counts.pages < until) await sleep(5);
    await sleep(Math.random() * 50);
    if (!busy()) return;
    await victim.kill();
    count();
    await victim.begin();
  }
}

/** Waits until every transaction that changed something has ended for the feed, too; what else runs in the database may hold it up. */
async function settled(db: pg.Client): Promise<void> {
  const open = `SELECT 1 FROM feed.change WHERE xid >= pg_snapshot_xmin(pg_current_snapshot()) LIMIT 1`;
  for (const since = Date.now(); (await db.query(open)).rows.length > 0; await sleep(20))
    if (Date.now() - since > 60_000) throw new Error('a transaction of the database does not end');
}

/** The mirror has asked for what came after this moment, and there was no more. */
async function complete(keeper: Keeper): Promise<void> {
  const since = Date.now();
  for (; keeper.idleSince < since; await sleep(20))
    if (Date.now() - since > 120_000) throw new Error(`the mirror of the ${keeper.name} did not come to its end`);
  await keeper.kill();
}

async function drill(db: pg.Client): Promise<object> {
  const headers = await headersOf(db);
  const keepers = [new Keeper('token', headers.token), new Keeper('head', headers.head)] as const;
  await server.begin();
  for (const keeper of keepers) await keeper.begin();
  let writing = true;
  const busy = (): boolean => writing;
  const naive = new pg.Client({ connectionString: databaseUrl });
  await naive.connect();
  const begun = Date.now();
  const enough = (): boolean =>
    written.committed >= WRITES && counts.serverKills >= SERVER_KILLS && counts.mirrorKills >= MIRROR_KILLS;
  const writers = Promise.all(Array.from({ length: WRITERS }, () => writeInto(databaseUrl, written, enough))).finally(
    () => (writing = false),
  );
  const kill = (): number => (counts.mirrorKills += 1);
  const [, , , , missedBySequence] = await Promise.all([
    writers,
    harass(server, busy, 60, () => (counts.serverKills += 1)),
    harass(keepers[0], busy, 12, kill),
    harass(keepers[1], busy, 12, kill),
    bySequence(naive, busy),
  ] as const);
  await naive.end();
  const seconds = (Date.now() - begun) / 1000;
  await settled(db);
  for (const keeper of keepers) await complete(keeper);
  const { rows } = await db.query<{ n: number }>('SELECT count(*)::int AS n FROM feed.change');
  const figures = {
    seconds: Number(seconds.toFixed(1)),
    writes: written,
    ...counts,
    feedRows: rows[0]?.n,
    missedBySequence,
    token: await compareMirror(db, 'token', keepers[0].content()),
    head: await compareMirror(db, 'head', keepers[1].content()),
  };
  const compactedTo = (rows[0]?.n ?? 0) - (await compactChanges(db, 90, new Date()));
  const wrong = [figures.token, figures.head].some((one) => one.missing + one.extra + one.different > 0);
  if (wrong || counts.tombstones === 0) throw new Error(`does not hold: ${JSON.stringify(figures)}`);
  return { ...figures, compactedTo };
}

const db = new pg.Client({ connectionString: databaseUrl, options: '-c TimeZone=UTC' });
try {
  await deployMigrations(databaseUrl);
  await seedWhenEmpty(databaseUrl, 'closeout-demo', path.join(dataDir, 'files'));
  await db.connect();
  console.log(JSON.stringify(await drill(db)));
} finally {
  await server.kill();
  await db.end();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
