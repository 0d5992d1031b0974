import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { CACHE, NODE, ROOT, runVisibly, workspaceEnv } from './workspace.mjs';

const tool = (...parts) => path.join(ROOT, 'node_modules', ...parts);

/** Every TypeScript project of the workspace. */
function projects() {
  const below = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder)).map((name) => `${folder}/${name}`),
  );
  return [...below, 'prisma', 'e2e'].filter((folder) => existsSync(path.join(ROOT, folder, 'tsconfig.json')));
}

/** Lints everything (import direction, cycles and file length included) and checks the common format. */
export async function lint() {
  const linted = await runVisibly(NODE, [tool('oxlint', 'bin', 'oxlint'), '--deny-warnings']);
  const formatted = await runVisibly(NODE, [tool('prettier', 'bin', 'prettier.cjs'), '--check', '--cache', '.']);
  return linted === 0 && formatted === 0;
}

/** Type-checks each project by its own settings; every project is checked, also after one failed. */
export async function types() {
  const failed = [];
  for (const project of projects()) {
    const status = await runVisibly(NODE, [tool('typescript', 'bin', 'tsc'), '-p', project]);
    if (status !== 0) failed.push(project);
  }
  if (failed.length > 0) console.error(`Types do not hold in: ${failed.join(', ')}`);
  return failed.length === 0;
}

/** Runs the tests of every package and counts them; a run that ends without a report is one failure. */
export async function unitTests(args = [], extra = {}) {
  const report = freshReport('vitest');
  // Vitest leaves one core free for whoever watches; here nobody does.
  const env = workspaceEnv({ VITEST_MAX_WORKERS: String(availableParallelism()), ...extra });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await runVisibly(NODE, [tool('vitest', 'vitest.mjs'), 'run', ...reporters, ...args], { env });
  const result = read(report);
  if (!result) return { passed: 0, failed: 1, skipped: 0, names: ['vitest ended without a report'] };
  const counts = {
    passed: result.numPassedTests,
    failed: result.numFailedTests,
    skipped: result.numPendingTests + result.numTodoTests,
    names: result.testResults.flatMap(failedTests),
  };
  // A file that could not be loaded, or an error outside a test, fails the run without a failed test of its own.
  return withStatus(counts, status);
}

/** The failed tests of a file, or the file itself where it could not be loaded, each with the first line of its reason. */
function failedTests({ name, status, message, assertionResults }) {
  const place = path.relative(ROOT, name);
  const failed = assertionResults.filter((one) => one.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [`${place}: ${firstLine(message)}`] : [];
  return failed.map((one) => `${place} › ${one.fullName}: ${firstLine(one.failureMessages[0])}`);
}

const firstLine = (text = '') => text.trim().split('\n', 1)[0];

/** Runs the journeys in a real browser and counts them; without a report it is one failure. */
export async function journeys(browser, args = [], extra = {}) {
  const report = freshReport('playwright');
  const status = await runVisibly(
    NODE,
    [tool('..', 'e2e', 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json', ...args],
    {
      cwd: path.join(ROOT, 'e2e'),
      env: workspaceEnv({
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        ...(browser ? { CHROMIUM_PATH: browser } : {}),
        ...extra,
      }),
    },
  );
  const result = read(report);
  if (!result) return { passed: 0, failed: 1, skipped: 0, names: ['playwright ended without a report'] };
  const { expected, flaky, unexpected, skipped } = result.stats;
  const names = result.suites.flatMap(failedJourneys);
  return withStatus({ passed: expected + flaky, failed: unexpected, skipped, names }, status);
}

const failedJourneys = ({ specs = [], suites = [] }) => [
  ...specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `e2e/${file}:${line} › ${title}`),
  ...suites.flatMap(failedJourneys),
];

function withStatus(counts, status) {
  return status !== 0 && counts.failed === 0
    ? { ...counts, failed: 1, names: [...counts.names, 'an error outside the tests'] }
    : counts;
}

function freshReport(name) {
  mkdirSync(CACHE, { recursive: true });
  const file = path.join(CACHE, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
