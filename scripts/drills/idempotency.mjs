// npm run drill:idempotency: sends every write three times while the server is killed, and counts what was written: each once.
import path from 'node:path';
import { NODE, ROOT, main, runVisibly } from '../lib/workspace.mjs';

main(async () => {
  process.exitCode = await runVisibly(NODE, [path.join(ROOT, 'scripts', 'run.mjs'), 'apps/api/drills/idempotency.ts']);
});
