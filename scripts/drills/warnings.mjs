// npm run drill:warnings: kills the worker at random moments and counts what was sent: nothing twice, nothing dropped.
import path from 'node:path';
import { NODE, ROOT, main, runVisibly } from '../lib/workspace.mjs';

main(async () => {
  process.exitCode = await runVisibly(NODE, [path.join(ROOT, 'scripts', 'run.mjs'), 'apps/api/drills/warnings.ts']);
});
