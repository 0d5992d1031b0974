// node scripts/run.mjs PROGRAM.ts [arguments]: runs a program of the workspace on its own Node, installing first when needed.
// Only the program writes to standard output, and its exit status is kept.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate, install } from './lib/steps.mjs';
import { NODE, ROOT, main, runVisibly, workspaceEnv } from './lib/workspace.mjs';

const TSX = pathToFileURL(path.join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;

main(async () => {
  const [program, ...args] = process.argv.slice(2);
  await install();
  if (!program.startsWith('packages/')) await generate();
  const options = {
    // File arguments are meant relative to where the user stands, which npm passes on as INIT_CWD.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: workspaceEnv({ TSX_TSCONFIG_PATH: path.join(ROOT, 'apps', 'api', 'tsconfig.json') }),
  };
  // The decorators of the API need a compiler; everything else runs as it is.
  const loader = program.startsWith('apps/api/') ? ['--import', TSX] : [];
  process.exitCode = await runVisibly(NODE, [...loader, path.join(ROOT, program), ...args], options);
});
