// npm start: installs, generates and builds what is missing or changed, then runs the product until it is stopped.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { installedBrowser } from './lib/browser.mjs';
import { build, generate, install } from './lib/steps.mjs';
import { NODE, ROOT, SIGNALS, main, workspaceEnv } from './lib/workspace.mjs';

const PARENT_CHECK_MS = 1_000;

main(async () => {
  await install();
  await generate();
  await build();
  const server = spawn(NODE, ['--enable-source-maps', path.join(ROOT, 'apps', 'api', 'dist', 'main.js')], {
    cwd: ROOT,
    env: workspaceEnv({
      NODE_ENV: 'production',
      ...(installedBrowser() && { CHROMIUM_PATH: installedBrowser() }),
      NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules', '.cache', 'node'),
    }),
    // The channel carries nothing: when this process is killed it closes, and the server stops in good order.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const stop = (signal) => server.kill(signal);
  for (const signal of SIGNALS) process.on(signal, () => stop(signal));
  if (process.env.npm_lifecycle_event) stopWithParent(stop);
  server.once('exit', (status) => process.exit(status ?? 1));
});

/** npm killed without a chance to pass the signal on leaves this process without its parent: then stop as if asked. */
function stopWithParent(stop) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop('SIGTERM');
  }, PARENT_CHECK_MS).unref();
}
