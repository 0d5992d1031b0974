import path from 'node:path';
import { sealingKey, signHead, type SealingKey } from '@closeout/audit';
import { shanghaiDay } from '@closeout/domain';
import type { Transaction } from './in-transaction.ts';

interface Head {
  chain: string;
  seq: bigint;
  hash: string;
}

/** Where the installation's sealing key lies: beside the database, never in it. */
export const sealingKeyOf = (dataDir: string): SealingKey => sealingKey(path.join(dataDir, 'keys', 'audit-seal.pem'));

/** Signs every chain's head that has grown since its last seal; answers how many were signed. */
export async function sealHeads(
  db: Pick<Transaction, '$queryRaw' | 'auditSeal'>,
  key: SealingKey,
  now: Date,
): Promise<number> {
  const heads = await db.$queryRaw<Head[]>`SELECT c.chain, c.seq, encode(c.hash, 'hex') AS hash FROM audit_chain c
    WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.chain = c.chain AND s.seq = c.seq) ORDER BY c.chain`;
  const signedAt = now.toISOString();
  const rows = heads.map((head) => {
    const seal = signHead(key, { chain: head.chain, seq: Number(head.seq), hash: head.hash }, signedAt);
    return {
      chain: head.chain,
      seq: head.seq,
      hash: Buffer.from(head.hash, 'hex'),
      signedAt: now,
      keyId: seal.keyId,
      signature: Buffer.from(seal.signature, 'base64'),
    };
  });
  const { count } = await db.auditSeal.createMany({ data: rows, skipDuplicates: true });
  return count;
}

const HOUR = 3_600_000;

/** Seals at the start and once in every day of Asia/Shanghai; a failure is told and tried again within the hour. */
export function sealDaily(
  seal: (now: Date) => Promise<unknown>,
  clock: () => Date,
  tell: (error: unknown) => void,
): { stop: () => void } {
  let sealedOn: string | null = null;
  const look = async (): Promise<void> => {
    const now = clock();
    if (shanghaiDay(now) === sealedOn) return;
    try {
      await seal(now);
      sealedOn = shanghaiDay(now);
    } catch (error) {
      tell(error);
    }
  };
  void look();
  const timer = setInterval(() => void look(), HOUR);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
