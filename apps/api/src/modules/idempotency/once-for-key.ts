import type { PrismaClient } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { encodeId } from '../../read/ids.ts';
import { KeyedWrite } from './keyed-write.ts';
import { hashOfKey, hashOfRequest, open, seal } from './sealed-answer.ts';

/** Printable ASCII, long enough that nobody guesses it: a UUID, a ULID, 128 random bits. */
const KEY = /^[\x21-\x7e]{16,128}$/;

const HOUR_MS = 3_600_000;

/** Why a request with a key is refused before anything is done. */
export class KeyRefused extends Error {
  readonly code: 'IDEMPOTENCY_KEY_INVALID' | 'IDEMPOTENCY_KEY_REUSED';
  readonly status: 400 | 422;

  constructor(code: KeyRefused['code'], message: string) {
    super(message);
    this.code = code;
    this.status = code === 'IDEMPOTENCY_KEY_INVALID' ? 400 : 422;
  }
}

/** A write with a key: what was asked, and how to carry it out. `keep` answers the text to store, null where nothing was done. */
export interface KeyedRequest<T> {
  request: unknown;
  execute(ctx: Context): Promise<T>;
  keep(result: T): string | null;
}

export type Outcome<T> = { result: T } | { replayed: string };

interface Claim {
  actor: string;
  key: string;
  keyHash: Uint8Array<ArrayBuffer>;
  requestHash: Uint8Array<ArrayBuffer>;
  now: Date;
  /** Claims from before this instant are forgotten. */
  since: Date;
}

/** The answer that is stored under the key, null where the key is unknown or forgotten. */
async function storedAnswer(ctx: Context, claim: Claim): Promise<string | null> {
  const row = await ctx.db.idempotencyKey.findUnique({
    where: { actor_keyHash: { actor: claim.actor, keyHash: claim.keyHash } },
  });
  if (row === null || row.answer === null || row.createdAt < claim.since) return null;
  if (!Buffer.from(row.requestHash).equals(claim.requestHash))
    throw new KeyRefused(
      'IDEMPOTENCY_KEY_REUSED',
      'this Idempotency-Key came with another request before: a new request needs a new key',
    );
  return open(row.answer, claim.key, claim.actor);
}

const writeOf = (ctx: Context, { actor, key, keyHash, requestHash, now, since }: Claim): KeyedWrite =>
  new KeyedWrite(ctx.db, {
    claim: async (tx) => {
      const claimed = await tx.$executeRaw`
        INSERT INTO idempotency_key AS k (actor, key_hash, request_hash, created_at) VALUES (${actor}, ${keyHash}, ${requestHash}, ${now})
        ON CONFLICT (actor, key_hash) DO UPDATE SET request_hash = EXCLUDED.request_hash, created_at = EXCLUDED.created_at, answer = NULL
        WHERE k.created_at < ${since}`;
      return claimed === 1;
    },
    store: async (tx, answer) => {
      await tx.idempotencyKey.update({
        where: { actor_keyHash: { actor, keyHash } },
        data: { answer: seal(answer, key, actor) },
      });
    },
  });

async function carryOut<T>(ctx: Context, claim: Claim, keyed: KeyedRequest<T>): Promise<Outcome<T>> {
  const known = await storedAnswer(ctx, claim);
  if (known !== null) return { replayed: known };
  const write = writeOf(ctx, claim);
  let unkept: () => Outcome<T>;
  try {
    const result = await keyed.execute(write.contextFor(ctx));
    const text = write.open && !write.refused ? keyed.keep(result) : null;
    if (text !== null) {
      await write.commit(text);
      return { result };
    }
    unkept = () => ({ result });
  } catch (error) {
    unkept = () => {
      throw error;
    };
  }
  await write.rollBack();
  // What failed here may have been done meanwhile by another process, or its commit may have arrived after all.
  const done = await storedAnswer(ctx, claim);
  return done === null ? unkept() : { replayed: done };
}

/** Requests under way over one pool: one with the same key waits for its turn instead of holding a connection. */
const turns = new WeakMap<PrismaClient, Map<string, Promise<unknown>>>();

async function inTurn<T>(db: PrismaClient, turn: string, work: () => Promise<T>): Promise<T> {
  const underWay = turns.get(db) ?? new Map<string, Promise<unknown>>();
  turns.set(db, underWay);
  while (underWay.has(turn)) await underWay.get(turn)?.catch(() => undefined);
  const mine = work();
  underWay.set(turn, mine);
  try {
    return await mine;
  } finally {
    underWay.delete(turn);
  }
}

/**
 * Carries a write out once per account and key: the first request does it, a repeat gets the same answer, also while the
 * first is under way and after its answer was lost. What the rules refused, or what failed, leaves the key free.
 */
export async function onceForKey<T>(ctx: Context, key: string, keyed: KeyedRequest<T>): Promise<Outcome<T>> {
  if (!KEY.test(key))
    throw new KeyRefused(
      'IDEMPOTENCY_KEY_INVALID',
      'an Idempotency-Key has 16 to 128 printable ASCII characters, such as a UUID',
    );
  const { accountId } = ctx.viewer;
  if (accountId === null) return { result: await keyed.execute(ctx) };
  const actor = encodeId('acc', accountId);
  const now = ctx.now();
  const since = new Date(now.getTime() - ctx.settings.idempotencyHours * HOUR_MS);
  const claim = { actor, key, keyHash: hashOfKey(key), requestHash: hashOfRequest(keyed.request), now, since };
  return inTurn(ctx.db, `${actor} ${key}`, () => carryOut(ctx, claim, keyed));
}
