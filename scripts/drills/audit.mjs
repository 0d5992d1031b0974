// npm run drill:audit: a trail of a million rows in three chains is written, verified, damaged in one place and verified again. The last line is JSON.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readSync, rmSync, statSync, writeSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NODE, ROOT, main } from '../lib/workspace.mjs';

const ROWS = 1_000_000;
const MOST_SECONDS = 5;

const folder = mkdtempSync(path.join(tmpdir(), 'closeout-audit-'));
const [trail, key] = [path.join(folder, 'audit.tsv'), path.join(folder, 'key.pem')];

function verify() {
  const { stdout, status } = spawnSync(NODE, [path.join(ROOT, 'packages/audit/src/cli.ts'), trail, key], {
    encoding: 'utf8',
  });
  const lines = stdout.trim().split('\n');
  return { status, found: lines.slice(0, -1), ...JSON.parse(lines.at(-1)) };
}

/** Changes one byte in the middle of the file, inside a row. */
function damage() {
  const file = openSync(trail, 'r+');
  const at = Math.floor(statSync(trail).size / 2);
  const around = Buffer.alloc(2_000);
  readSync(file, around, 0, around.length, at);
  const place = around.indexOf('updateProgress');
  writeSync(file, Buffer.from('X'), 0, 1, at + place);
  closeSync(file);
}

main(async () => {
  spawnSync(NODE, [path.join(ROOT, 'packages/audit/test/write-trail.ts'), trail, key, String(ROWS)], {
    stdio: 'inherit',
  });
  const sound = verify();
  damage();
  const damaged = verify();
  rmSync(folder, { recursive: true, force: true });
  console.log(damaged.found[0]);
  const { rows, seconds, unsealed } = sound;
  console.log(JSON.stringify({ rows, seconds, unsealed, falseAlarms: sound.problems, found: damaged.problems, of: 1 }));
  const holds = sound.status === 0 && damaged.problems === 1 && rows === ROWS && seconds <= MOST_SECONDS;
  if (!holds) process.exitCode = 1;
});
