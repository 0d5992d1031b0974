// npm run drill:hostile-files: sends files made to harm to the product and prints the seconds and megabytes each took; each is refused.
import path from 'node:path';
import { NODE, ROOT, main, runVisibly } from '../lib/workspace.mjs';

main(async () => {
  const program = [path.join(ROOT, 'scripts', 'run.mjs'), 'apps/api/drills/hostile-files.ts', ...process.argv.slice(2)];
  process.exitCode = await runVisibly(NODE, program);
});
