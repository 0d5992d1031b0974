import type { KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { linesOf } from './lines.ts';
import { Verifier, type Verdict } from './verify.ts';

const PIECE = 4 << 20;

/** A worker that is asked one thing after the other; its answers come in that order. */
class Hasher {
  private readonly worker = new Worker(new URL('./intact.worker.ts', import.meta.url));
  private readonly waiting: { done: (bits: Uint8Array) => void; failed: (error: Error) => void }[] = [];

  constructor() {
    this.worker.on('message', (bits: Uint8Array) => this.waiting.shift()?.done(bits));
    this.worker.on('error', (error: Error) => this.waiting.shift()?.failed(error));
  }

  ask(bytes: Buffer): Promise<Uint8Array> {
    const copy = new Uint8Array(bytes); // handed over, not shared: the lines are read here meanwhile
    this.worker.postMessage(copy, [copy.buffer]);
    return new Promise((done, failed) => this.waiting.push({ done, failed }));
  }

  stop = (): Promise<number> => this.worker.terminate();
}

/** Verifies an export, hashing on every core; the order of the rows is judged here, one after the other. */
export async function verifyFile(file: string, publicKey: KeyObject): Promise<Verdict> {
  const verifier = new Verifier(publicKey);
  const hashers = Array.from({ length: Math.max(2, availableParallelism()) }, () => new Hasher());
  const pending: { lines: Buffer[]; bits: Promise<Uint8Array> }[] = [];
  const judge = async (): Promise<void> => {
    const piece = pending.shift();
    const bits = await piece?.bits;
    piece?.lines.forEach((line, place) => verifier.line(line, bits?.[place] === 1));
  };
  try {
    let left: Buffer = Buffer.alloc(0);
    let asked = 0;
    for await (const read of createReadStream(file, { highWaterMark: PIECE })) {
      const bytes = Buffer.concat([left, read as Buffer]);
      const { lines, rest } = linesOf(bytes);
      left = bytes.subarray(rest);
      pending.push({ lines, bits: (hashers[asked++ % hashers.length] as Hasher).ask(bytes.subarray(0, rest)) });
      if (pending.length > hashers.length * 2) await judge();
    }
    while (pending.length > 0) await judge();
    verifier.line(left);
    return verifier.end();
  } finally {
    await Promise.all(hashers.map((hasher) => hasher.stop()));
  }
}
