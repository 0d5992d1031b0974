// npm run authz:matrix | authz:mutants: proof of the rights over a real server. Differences are printed; the last line is JSON with the counts.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { generate, install } from './lib/steps.mjs';
import { CACHE, NODE, ROOT, main, runVisibly, workspaceEnv } from './lib/workspace.mjs';

const PASSED = {
  matrix: (counts) => counts.mismatches + counts.unclassified === 0,
  mutants: (counts) => counts.mutants === counts.killed,
};

main(async () => {
  const what = process.argv[2];
  const passed = PASSED[what];
  if (passed === undefined) throw new Error('matrix or mutants?');
  await install();
  await generate();
  mkdirSync(CACHE, { recursive: true });
  const result = path.join(CACHE, `authz-${what}.json`);
  rmSync(result, { force: true });
  const vitest = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const env = workspaceEnv({ AUTHZ: what, AUTHZ_RESULT: result });
  const status = await runVisibly(
    NODE,
    [vitest, 'run', '--project', 'api', '--disable-console-intercept', '--reporter=dot', `${what}.run`],
    { env },
  );
  if (!existsSync(result)) throw new Error(`the ${what} did not come to an end (status ${status})`);
  const counts = JSON.parse(readFileSync(result, 'utf8'));
  if (status !== 0 || !passed(counts)) process.exitCode = 1;
  console.log(JSON.stringify(counts));
});
