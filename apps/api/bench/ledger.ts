import { createTemplate, startTestServer } from '@closeout/postgres/testing';
import { deployMigrations } from '@closeout/prisma/deploy';
import { buildLedgers, FULL, type BuildSize } from './build.ts';
import { compareAnswers } from './compare.ts';
import { cpuReader, usedSince } from './cpu-time.ts';
import { CALIBRATION, LEDGER, LEDGER_WITH_VERBS, POSTGRAPHILE_LEDGER } from './documents.ts';
import type { Job, Measured } from './load.ts';
import { fit, predict, type Sample } from './predict.ts';
import { startLoad, type Load } from './processes.ts';
import { randomSelection } from './selections.ts';
import { startServers, type Request, type Servers } from './setup.ts';
import { statementSizes } from './statement-size.ts';

/**
 * npm run bench:ledger [-- --quick] [--seed N]: how fast one body's whole ledger is over GraphQL, beside the floor and
 * PostGraphile. The last line is JSON. Status 1 where an answer is wrong or a goal is missed (with --quick: only where wrong).
 */
const GOALS = { ofFloor: 0.4, vsPostgraphile: 1.1, predicted: 0.2 };
const CONNECTIONS = 8;

interface Plan {
  size: BuildSize;
  rounds: number;
  warmUpMs: number;
  measureMs: number;
}
const quick = process.argv.includes('--quick');
const PLAN: Plan = quick
  ? { size: { ...FULL, bodies: 50 }, rounds: 1, warmUpMs: 500, measureMs: 1_000 }
  : { size: FULL, rounds: 5, warmUpMs: 1_000, measureMs: 4_000 };
const seedAt = process.argv.indexOf('--seed');
const SEED = seedAt < 0 ? Math.floor(Math.random() * 1_000_000) : Number(process.argv[seedAt + 1]);

const say = (line: string): void => console.log(line);
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
const percent = (share: number): string => `${share > 0 ? '+' : ''}${(share * 100).toFixed(0)} %`;

/** Every contender once per round, one after the other, so that what else the machine does meets all of them alike. */
async function interleaved(
  load: Load,
  contenders: Record<string, Request>,
  plan: Plan,
): Promise<Record<string, Measured[]>> {
  const results: Record<string, Measured[]> = {};
  const timing: Omit<Job, keyof Request> = {
    connections: CONNECTIONS,
    warmUpMs: plan.warmUpMs,
    measureMs: plan.measureMs,
  };
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const [name, request] of Object.entries(contenders))
      (results[name] ??= []).push(await load.measure({ ...request, ...timing }));
  }
  return results;
}

const perSecond = (measured: readonly Measured[] | undefined): number =>
  median((measured ?? []).map((one) => one.perSecond));

async function compareServers(
  load: Load,
  servers: Servers,
): Promise<Record<'floor' | 'postgraphile' | 'closeout', number>> {
  const results = await interleaved(
    load,
    {
      floor: servers.floor(),
      postgraphile: servers.postgraphile(POSTGRAPHILE_LEDGER),
      closeout: servers.closeout(LEDGER),
    },
    PLAN,
  );
  say(`\n${PLAN.rounds} rounds, ${CONNECTIONS} connections, medians:      requests/s   p50 ms   p95 ms     bytes`);
  for (const [name, measured] of Object.entries(results)) {
    const of = (field: keyof Measured): string =>
      median(measured.map((one) => one[field]))
        .toFixed(field === 'bytes' ? 0 : 1)
        .padStart(9);
    say(
      `${name.padEnd(38)} ${of('perSecond')} ${of('p50')} ${of('p95')} ${of('bytes')}   rounds: ${measured.map((one) => one.perSecond.toFixed(0)).join(' ')}`,
    );
  }
  return {
    floor: perSecond(results['floor']),
    postgraphile: perSecond(results['postgraphile']),
    closeout: perSecond(results['closeout']),
  };
}

/**
 * What each document costs a request: processor time of server and database, which hardly depends on what else the machine
 * does; the best of the rounds, since whatever disturbs only adds to it.
 */
async function costs(
  load: Load,
  servers: Servers,
  databaseUrl: string,
  documents: Record<string, string>,
): Promise<Record<string, number>> {
  const cpu = await cpuReader(databaseUrl, servers.pid);
  const best: Record<string, number> = {};
  const timing = { connections: CONNECTIONS, warmUpMs: 0 };
  for (let round = 0; round < (quick ? 2 : 5); round += 1) {
    for (const [name, document] of Object.entries(documents)) {
      const request = servers.closeout(document);
      await load.measure({ ...request, ...timing, measureMs: PLAN.warmUpMs });
      const before = await cpu?.read();
      const { requests, perSecond } = await load.measure({ ...request, ...timing, measureMs: PLAN.measureMs / 2 });
      const after = await cpu?.read();
      const cost =
        before === undefined || after === undefined ? 1_000 / perSecond : usedSince(before, after) / requests;
      best[name] = Math.min(best[name] ?? Infinity, cost);
    }
  }
  await cpu?.stop();
  return best;
}

/** Fits what a size costs on the calibration selections; answers how far the other two are from what theirs predicts. */
async function checkPrediction(load: Load, servers: Servers, databaseUrl: string): Promise<boolean> {
  const judged = {
    [`random selection, seed ${SEED}`]: randomSelection(SEED),
    'ledger with viewerCan': LEDGER_WITH_VERBS,
  };
  const documents: Record<string, string> = { ...CALIBRATION, ...judged };
  const sizes = await statementSizes(databaseUrl, Object.values(documents));
  const cost = await costs(load, servers, databaseUrl, documents);
  const samples: (Sample & { name: string })[] = Object.keys(documents).map((name, at) => ({
    name,
    ...(sizes[at] ?? { kilobytes: 0, reads: 0, names: 0 }),
    milliseconds: cost[name] ?? 0,
  }));
  const line = fit(samples.filter(({ name }) => name in CALIBRATION));
  say(
    `\nWhat a size costs: ${line.fixed.toFixed(2)} ms + ${line.perKilobyte.toFixed(4)} ms per KB + ${line.perRead.toFixed(4)} ms per table look-up or row found + ${line.perName.toFixed(5)} ms per name in the answer`,
  );
  say('(fitted to the first rows)                     KB    reads    names  predicted ms   took ms');
  return samples
    .map((sample) => {
      const expected = predict(line, sample);
      const off = sample.milliseconds / expected - 1;
      say(
        `${sample.name.padEnd(38)} ${sample.kilobytes.toFixed(1).padStart(10)} ${String(sample.reads).padStart(8)} ${String(sample.names).padStart(8)} ${expected.toFixed(2).padStart(13)} ${sample.milliseconds.toFixed(2).padStart(9)}   ${percent(off)}`,
      );
      return sample.name in CALIBRATION || off <= GOALS.predicted;
    })
    .every(Boolean);
}

async function bench(databaseUrl: string): Promise<boolean> {
  const servers = await startServers(databaseUrl);
  const load = startLoad();
  try {
    const bytes = await compareAnswers(servers);
    say(
      `Same answer from all three; bytes: floor ${bytes.floor} = closeout ${bytes.closeout}, postgraphile ${bytes.postgraphile}. The clerk of another body gets nothing.`,
    );
    const { floor, postgraphile, closeout } = await compareServers(load, servers);
    const predicted = await checkPrediction(load, servers, databaseUrl);
    const result = {
      floor: rounded(floor, 1),
      postgraphile: rounded(postgraphile, 1),
      closeout: rounded(closeout, 1),
      ofFloor: rounded(closeout / floor),
      vsPostgraphile: rounded(closeout / postgraphile),
    };
    const met = predicted && result.ofFloor >= GOALS.ofFloor && result.vsPostgraphile >= GOALS.vsPostgraphile;
    say(
      met
        ? '\nEvery goal is met.'
        : `\nA goal is missed${quick ? ' (a quick run does not judge)' : ''}: ${JSON.stringify(GOALS)}, predictions ${predicted ? 'held' : 'exceeded'}.`,
    );
    say(JSON.stringify(result));
    return met || quick;
  } finally {
    await load.stop();
    await servers.stop();
  }
}

const { bodies, findings, actions, evidence } = PLAN.size;
say(`Building ${bodies} bodies × ${findings} findings × ${actions} actions × ${evidence} pieces of evidence …`);
const begun = performance.now();
const postgres = await startTestServer();
try {
  await createTemplate(postgres, 'bench', deployMigrations);
  await buildLedgers(postgres.urlOf('bench'), PLAN.size);
  say(`Built in ${((performance.now() - begun) / 1_000).toFixed(0)} s. Seed ${SEED}.`);
  if (!(await bench(postgres.urlOf('bench')))) process.exitCode = 1;
} finally {
  await postgres.stop();
}
