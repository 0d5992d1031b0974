// npm run drill:jobs: kills the process in the middle of exports, archives and imports, and counts what came of them: each once, whole.
import path from 'node:path';
import { NODE, ROOT, main, runVisibly } from '../lib/workspace.mjs';

main(async () => {
  process.exitCode = await runVisibly(NODE, [path.join(ROOT, 'scripts', 'run.mjs'), 'apps/api/drills/jobs.ts']);
});
