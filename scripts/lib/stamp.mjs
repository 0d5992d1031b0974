import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CACHE, ROOT } from './workspace.mjs';

const SKIPPED = new Set(['node_modules', 'dist', 'generated', 'gql', 'test-results', 'artefacts', 'coverage']);

/** A hash over the names and contents of files and folders below the root; what does not exist counts as absent. */
function hashOf(inputs) {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const input of inputs)
    for (const file of filesOf(path.join(ROOT, input))) {
      hash.update(`\0${path.relative(ROOT, file)}\0`).update(readFileSync(file));
    }
  return hash.digest('hex');
}

/** Does the work unless it was done for exactly these inputs and its outputs are still there. Says whether it was done. */
export async function once({ name, inputs, outputs }, work) {
  const stamp = path.join(CACHE, `${name}.stamp`);
  const hash = hashOf(inputs);
  const isDone = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (isDone && outputs.every((output) => existsSync(path.join(ROOT, output)))) return false;
  await work();
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

function* filesOf(place) {
  if (!existsSync(place)) return;
  if (statSync(place).isFile()) {
    yield place;
    return;
  }
  for (const entry of readdirSync(place, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (SKIPPED.has(entry.name) || entry.isSymbolicLink()) continue;
    yield* filesOf(path.join(place, entry.name));
  }
}
