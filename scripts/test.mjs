// npm test: everything. --quick: without a browser and the tests tagged slow. --long: pictures of every screen, the drills, all bad input, ten thousand damaged reports, and the whole proof of the rights. The last lines name what failed and count: N passed, N failed, N skipped.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { browserPath } from './lib/browser.mjs';
import { journeys, lint, types, unitTests } from './lib/checks.mjs';
import { build, generate, install } from './lib/steps.mjs';
import { NODE, ROOT, main, runVisibly } from './lib/workspace.mjs';

/** Frozen: the steps that count nothing share it. */
const NONE = Object.freeze({ passed: 0, failed: 0, skipped: 0 });
const ONE_FAILED = { ...NONE, failed: 1 };
const mode = process.argv.includes('--quick') ? 'quick' : process.argv.includes('--long') ? 'long' : 'all';

const check = (passed) => (passed ? { ...NONE, passed: 1 } : ONE_FAILED);
const steps = {
  install: async () => (await install(), NONE),
  generate: async () => (await generate(), NONE),
  // Beside each other: the format is checked by one core.
  'lint and types': async () => {
    const [linted, typed] = await Promise.all([lint(), types()]);
    const names = [...(linted ? [] : ['lint: see above']), ...(typed ? [] : ['types: see above'])];
    return { ...NONE, failed: names.length, names };
  },
  tests: async () => {
    if (mode === 'quick') return unitTests(['--tags-filter=!slow']);
    // Printed documents are part of the tests: without a browser they would be skipped.
    await browserPath();
    return unitTests();
  },
  ...(mode === 'all' && {
    build: async () => (await build(), NONE),
    journeys: async () => journeys(await browserPath()),
  }),
};
const script = async (name, ...args) =>
  check((await runVisibly(NODE, [path.join(ROOT, 'scripts', name), ...args])) === 0);
const drills = Object.fromEntries(
  readdirSync(path.join(ROOT, 'scripts', 'drills'))
    .filter((name) => name.endsWith('.mjs') && name !== 'lib.mjs')
    .map((name) => [name, () => script(path.join('drills', name))]),
);

/** A step that cannot run counts as failed; without packages no later step can run. */
async function run(name, work) {
  const begun = Date.now();
  console.log(`\n── ${name}`);
  const counts = await work().catch((error) => {
    console.error(error.message);
    return ONE_FAILED;
  });
  console.log(`── ${name}: ${counts.failed > 0 ? 'FAILED' : 'ok'} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  const { names = counts.failed > 0 ? ['see above'] : [] } = counts;
  return { ...counts, names: names.map((one) => `${name}: ${one}`) };
}

main(async () => {
  const { install: first, ...others } =
    mode === 'long'
      ? {
          install: steps.install,
          build: async () => (await generate(), await build(), NONE),
          // Every screen at both sizes, with axe (artefacts/pictures).
          pictures: async () => journeys(await browserPath(), ['pictures'], { PICTURES: 'on' }),
          // A ledger of 10,000 rows on a slow computer, measured with nothing beside it.
          scale: async () => journeys(await browserPath(), ['scale'], { SCALE: 'on' }),
          ...drills,
          'bad input': () => unitTests(['--project', 'api', 'bad-input'], { EVERY_CELL: '1' }),
          // What takes a share of its cases each day.
          'every case': () =>
            unitTests(['--project', 'api', 'printed-report', 'calendar-zones', 'sight', 'hostile-files'], {
              EVERY_CASE: '1',
            }),
          // Ten thousand damaged reports: no crash, no hang, every visible character accounted for.
          'damaged reports': () => unitTests(['--project', 'report', 'fuzz', 'profiles'], { FUZZ_RUNS: '10000' }),
          rights: () => script('authz.mjs', 'matrix'),
          'mutants of the rights': () => script('authz.mjs', 'mutants'),
        }
      : steps;
  const { names, ...total } = await run('install', first);
  if (total.failed === 0) {
    for (const [name, work] of Object.entries(others)) {
      const counts = await run(name, work);
      for (const key of Object.keys(total)) total[key] += counts[key];
      names.push(...counts.names);
    }
  }
  if (total.failed > 0) {
    process.exitCode = 1;
    console.log(`\nFailed:\n${names.map((one) => `  ${one}`).join('\n')}`);
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
});
