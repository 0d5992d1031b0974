// npm run dev: API (restarted on change) on PORT and the console's development server, both until Ctrl+C.
import path from 'node:path';
import { generate, install } from './lib/steps.mjs';
import { NODE, ROOT, main, runVisibly } from './lib/workspace.mjs';

main(async () => {
  await install();
  await generate();
  const tsx = path.join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  await Promise.all([
    runVisibly(NODE, [tsx, 'watch', 'src/main.ts'], { cwd: path.join(ROOT, 'apps', 'api') }),
    runVisibly(NODE, [vite], { cwd: path.join(ROOT, 'apps', 'console') }),
  ]);
});
