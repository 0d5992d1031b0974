// npm run drill:restart: starts, stops and kills the product in every way, and prints what it measured. As root everything
// is done a second time as an ordinary user.
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build, generate, install } from '../lib/steps.mjs';
import { main } from '../lib/workspace.mjs';
import { alive, freePort, isReady, must, processesOf, startProduct, until } from './lib.mjs';

const SECOND_START_S = 10;
/** /readyz may repeat its answer for a second. */
const READY_REUSED_MS = 1_100;
const ORDINARY = { uid: 65534, gid: 65534 };
const seconds = (number) => `${number.toFixed(1)} s`;

async function ready(options) {
  const product = await startProduct(options);
  must(product.npm, `the product did not start:\n${product.output()}`);
  return product;
}

/** Stops by a signal to npm, as a terminal or a service manager would, and checks every process by its id. */
async function stopCleanly(product, signal) {
  const { all } = processesOf(product);
  const begun = Date.now();
  process.kill(product.npm.pid, signal);
  await product.ended;
  await until(() => alive(all).length === 0, `processes left after ${signal}: ${alive(all).join(', ')}`, 5_000);
  return `${seconds((Date.now() - begun) / 1000)}, ${all.length} processes gone`;
}

/** Kills outright, then starts again on the same folder. */
async function recover(product, options, victims) {
  const { all } = processesOf(product);
  for (const pid of victims(processesOf(product))) process.kill(pid, 'SIGKILL');
  await product.ended;
  const next = await ready(options);
  const left = alive(all);
  must(left.length === 0, `processes of the killed run are still there: ${left.join(', ')}`);
  return [next, `ready again after ${seconds(next.seconds)}`];
}

/** Kills the database server under the running app, which must start it again by itself. */
async function serveOn(product) {
  const { app, postgres } = processesOf(product);
  process.kill(postgres, 'SIGKILL');
  const took = await until(() => processesOf(product).postgres !== postgres, 'PostgreSQL did not come back');
  await sleep(READY_REUSED_MS);
  await until(() => isReady(product.address), 'the app did not find PostgreSQL again');
  must(processesOf(product).app === app, 'the app did not survive');
  return `PostgreSQL back after ${seconds(took)}, the app never stopped`;
}

async function refusals(product, options) {
  const second = await startProduct({ ...options, port: await freePort() });
  must(second.status === 1 && /data folder .* is in use/.test(second.output()), `no refusal: ${second.output()}`);
  const taken = createServer();
  await new Promise((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const folder = temporaryFolder(options.user);
  const busy = await startProduct({ ...options, dataDir: folder, port: taken.address().port });
  taken.close();
  rmSync(folder, { recursive: true, force: true });
  must(busy.status === 1 && /Port \d+ .* is in use/.test(busy.output()), `no refusal: ${busy.output()}`);
  must(await isReady(product.address), 'the running product suffered');
  return 'a second app on the folder and a busy port: refused in one line, status 1';
}

function temporaryFolder(user) {
  const folder = mkdtempSync(path.join(tmpdir(), 'closeout-drill-'));
  if (user?.uid) chownSync(folder, user.uid, user.gid);
  return folder;
}

async function drill(user, report) {
  const dataDir = temporaryFolder(user);
  const options = { dataDir, user, port: await freePort() };
  let product;
  try {
    product = await ready(options);
    report('first start, empty folder', seconds(product.seconds));
    report('refusals', await refusals(product, options));
    report('SIGTERM', await stopCleanly(product, 'SIGTERM'));
    product = await ready(options);
    must(product.seconds <= SECOND_START_S, `the second start took ${seconds(product.seconds)}`);
    report('second start', seconds(product.seconds));
    let message;
    [product, message] = await recover(product, options, ({ app }) => [app]);
    report('kill -9 of the app', message);
    report('kill -9 of PostgreSQL', await serveOn(product));
    [product, message] = await recover(product, options, ({ app, postgres }) => [postgres, app]);
    report('kill -9 of both', message);
    const before = processesOf(product);
    process.kill(before.launcher, 'SIGKILL');
    await until(() => alive(before.all).length === 0, 'the app outlived its launcher');
    report('kill -9 of the launcher', 'app and PostgreSQL stopped by themselves');
    product = await ready(options);
    report('SIGINT', await stopCleanly(product, 'SIGINT'));
  } finally {
    if (product?.npm && alive([product.npm.pid]).length > 0) process.kill(product.npm.pid, 'SIGTERM');
    await product?.ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

main(async () => {
  await install();
  await generate();
  await build();
  const isRoot = process.getuid?.() === 0;
  for (const user of isRoot ? [undefined, ORDINARY] : [undefined]) {
    console.log(`\nAs ${user ? 'an ordinary user' : isRoot ? 'root' : 'this user'}`);
    await drill(user, (what, measured) => console.log(`  ${what.padEnd(28)} ${measured}`));
  }
});
