// npm run drill:mirror: keeps two mirrors by the feed of changes while server and mirrors are killed, and compares them with the database.
import path from 'node:path';
import { NODE, ROOT, main, runVisibly } from '../lib/workspace.mjs';

main(async () => {
  process.exitCode = await runVisibly(NODE, [path.join(ROOT, 'scripts', 'run.mjs'), 'apps/api/drills/mirror.ts']);
});
