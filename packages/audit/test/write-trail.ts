import { createWriteStream, writeFileSync } from 'node:fs';
import { publicText, writeRow, writeSeal } from '../src/index.ts';
import { CHAINS, chainOf, newKey, sealAt } from './trail.ts';

/** Writes a trail of so many rows in three chains, the last thousand unsealed, and the public key: for the drill. */
const [trail = '', key = '', rows = '0'] = process.argv.slice(2);
const sealing = newKey();
writeFileSync(key, publicText(sealing.publicKey));
const lengths = CHAINS.map((_, index) => Math.floor((Number(rows) + index) / CHAINS.length));
const chains = CHAINS.map((chain, index) => chainOf(chain, lengths[index] ?? 0));
const out = createWriteStream(trail);
for (const chain of chains) out.write(`${writeSeal(sealAt(sealing, chain, chain.length - 1_000))}\n`);
for (const chain of chains)
  for (let from = 0; from < chain.length; from += 10_000)
    if (
      !out.write(
        chain
          .slice(from, from + 10_000)
          .map((row) => `${writeRow(row)}\n`)
          .join(''),
      )
    )
      await new Promise<void>((go) => out.once('drain', () => go()));
out.end();
