import { parentPort } from 'node:worker_threads';
import { linesOf } from './lines.ts';
import { isIntact } from './row.ts';

/** Hashes the rows of some whole lines; answers a 1 for each line that is intact. */
parentPort?.on('message', (bytes: Uint8Array) => {
  const { lines } = linesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  parentPort?.postMessage(Uint8Array.from(lines, (line) => (isIntact(line, line.toString('latin1')) ? 1 : 0)));
});
