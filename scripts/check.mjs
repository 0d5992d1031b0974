// npm run lint | npm run types
import { lint, types } from './lib/checks.mjs';
import { generate, install } from './lib/steps.mjs';
import { main } from './lib/workspace.mjs';

main(async () => {
  const check = { lint, types }[process.argv[2]];
  await install();
  if (check === types) await generate();
  if (!(await check())) process.exitCode = 1;
});
