import { startTestServer } from '@closeout/postgres/testing';
import { deployMigrations } from '@closeout/prisma/deploy';
import pg from 'pg';
import { buildLedgers, FULL } from './build.ts';

/**
 * npm run bench:writes [-- --quick]: what the triggers of history and of the feed of changes cost a write, in one database on a
 * durable server: the same writes without triggers, with those of history, with those of the feed, and with both, in turn. The
 * last line is JSON.
 */
const quick = process.argv.includes('--quick');
const SIZE = { ...FULL, bodies: quick ? 10 : 100 };
const ROUNDS = quick ? 3 : 7;
const REPEATS = quick ? 50 : 300;

const MODES = { none: [], history: ['kept'], feed: ['fed'], both: ['kept', 'fed'] } as const;
type Mode = keyof typeof MODES;

interface Case {
  what: string;
  /** $1 counts on, so that each statement meets another row. */
  text: string;
  repeats: number;
  rows: number;
}

const FINDINGS = SIZE.bodies * SIZE.findings;

const CASES: readonly Case[] = [
  {
    what: 'one finding changed',
    text: 'UPDATE finding SET version = version + 1 WHERE id = $2 AND $1::int >= 0',
    repeats: REPEATS,
    rows: 1,
  },
  {
    what: 'one action added',
    text: `INSERT INTO action (id, finding_id, body_id, ordinal, text) SELECT gen_random_uuid(), id, body_id, 1000 + $1::int, '措施' FROM finding WHERE id = $2`,
    repeats: REPEATS,
    rows: 1,
  },
  {
    what: '100 actions added at once',
    text: `INSERT INTO action (id, finding_id, body_id, ordinal, text) SELECT gen_random_uuid(), id, body_id, 100000 + $1::int * 100 + g, '措施' FROM finding, generate_series(1, 100) g WHERE finding.id = $2`,
    repeats: Math.ceil(REPEATS / 10),
    rows: 100,
  },
  {
    what: 'every finding changed at once',
    text: 'UPDATE finding SET version = version + 1 WHERE $1::int >= 0 AND $2::uuid IS NOT NULL',
    repeats: 1,
    rows: FINDINGS,
  },
  {
    what: 'one finding to another department',
    text: 'UPDATE finding f SET lead_department_id = (SELECT d.id FROM department d WHERE d.body_id = f.body_id AND d.id IS DISTINCT FROM f.lead_department_id ORDER BY d.id OFFSET $1::int % 3 LIMIT 1) WHERE f.id = $2',
    repeats: Math.ceil(REPEATS / 3),
    rows: 1,
  },
];

async function setTriggers(db: pg.Client, mode: Mode): Promise<void> {
  const { rows } = await db.query<{ of: string; name: string; prefix: string }>(
    `SELECT tgrelid::regclass::text AS of, quote_ident(tgname) AS name, split_part(tgname, '_', 1) AS prefix FROM pg_trigger WHERE tgname ~ '^(kept|fed)_'`,
  );
  for (const { of, name, prefix } of rows)
    await db.query(
      `ALTER TABLE ${of} ${(MODES[mode] as readonly string[]).includes(prefix) ? 'ENABLE' : 'DISABLE'} TRIGGER ${name}`,
    );
}

let counter = 0;

/** Milliseconds of one write, each a transaction of its own. */
async function measure(db: pg.Client, one: Case, ids: readonly string[]): Promise<number> {
  const begun = performance.now();
  for (let n = 0; n < one.repeats; n++) {
    counter += 1;
    await db.query({
      name: one.what.replaceAll(' ', '_'),
      text: one.text,
      values: [counter, ids[(counter * 7919) % ids.length]],
    });
  }
  return (performance.now() - begun) / one.repeats;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function compare(db: pg.Client): Promise<Record<string, Record<Mode, number>>> {
  const { rows } = await db.query<{ id: string }>('SELECT id FROM finding ORDER BY id');
  const ids = rows.map((row) => row.id);
  const times = new Map<string, number[]>();
  const modes = Object.keys(MODES) as Mode[];
  for (let round = 0; round < ROUNDS; round++) {
    for (const mode of modes) {
      await setTriggers(db, mode);
      for (const one of CASES) {
        const key = `${one.what}/${mode}`;
        times.set(key, [...(times.get(key) ?? []), await measure(db, one, ids)]);
      }
    }
  }
  return Object.fromEntries(
    CASES.map(({ what }) => [
      what,
      Object.fromEntries(
        modes.map((mode) => [mode, Number(median(times.get(`${what}/${mode}`) ?? []).toFixed(3))]),
      ) as Record<Mode, number>,
    ]),
  );
}

const server = await startTestServer({ durable: true });
const url = server.urlOf('closeout');
const db = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC -c jit=off' });
try {
  await deployMigrations(url);
  await buildLedgers(url, SIZE);
  await db.connect();
  const measured = await compare(db);
  console.log(
    `ms per write, medians of ${ROUNDS} rounds; ${FINDINGS} findings with ${SIZE.actions} actions of ${SIZE.evidence} pieces each`,
  );
  console.table(measured);
  console.log(JSON.stringify({ findings: FINDINGS, rounds: ROUNDS, measured }));
} finally {
  await db.end();
  await server.stop();
}
