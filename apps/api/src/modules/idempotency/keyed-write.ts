import type { Prisma, PrismaClient } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { noteReads } from '../audit/note-reads.ts';

type Tx = Prisma.TransactionClient;

/** Somebody else, in another process, wrote under this key between the look-up and the claim. */
export class KeyTaken extends Error {}

/** Steps of a keyed write inside its transaction. */
interface Steps {
  claim(tx: Tx): Promise<boolean>;
  store(tx: Tx, answer: string): Promise<void>;
}

/** A table of a thousand changes is written in one transaction (imports/changes). */
const BOUNDS = { maxWait: 5_000, timeout: 60_000 };

/**
 * One request's change, held open until its answer is known: key, change, audit entries and answer are committed together,
 * or none of them. The answer is read inside the same transaction, which sees the change already.
 */
export class KeyedWrite {
  private tx: Tx | null = null;
  private ended: Promise<void> = Promise.resolve();
  private readonly answer = Promise.withResolvers<string>();
  private reads: Promise<unknown> = Promise.resolve();
  /** A mutation of this request was refused by the rules. */
  refused = false;
  private readonly db: PrismaClient;
  private readonly steps: Steps;

  constructor(db: PrismaClient, steps: Steps) {
    this.db = db;
    this.steps = steps;
    this.answer.promise.catch(() => undefined);
  }

  /** Whether something was written that waits for its answer. */
  get open(): boolean {
    return this.tx !== null;
  }

  /** Runs a change; a second one of the same request joins the first one's transaction. */
  readonly transact = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    if (this.tx !== null) return work(this.tx);
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.ended = this.db.$transaction(async (tx) => {
      if (!(await this.steps.claim(tx))) throw new KeyTaken();
      const value = await work(tx);
      this.tx = tx;
      resolve(value);
      await this.steps.store(tx, await this.answer.promise);
    }, BOUNDS);
    this.ended.catch(reject);
    return promise;
  };

  /** The caller's context with this write in it: what is read after the change sees it. */
  contextFor(base: Context): Context {
    // An open transaction reads like the client; only `$transaction` is missing, and `transact` stands for it.
    const reader = (): PrismaClient => (this.tx as PrismaClient | null) ?? base.db;
    const context: Context = {
      ...base,
      transact: this.transact,
      // In the same transaction: the change holds the trail's lock until it commits.
      noteReads: (reads) => (this.tx === null ? base.noteReads(reads) : this.inTurn(() => noteReads(context, reads))),
      markRefused: () => void (this.refused = true),
      runJson: (text, values) => this.runJson(base, text, values),
      get db(): PrismaClient {
        return reader();
      },
    };
    return context;
  }

  /** One statement after the other: a transaction has one connection. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.reads.then(work);
    this.reads = next.catch(() => undefined);
    return next;
  }

  private runJson(base: Context, text: string, values: readonly unknown[]): Promise<string | null> {
    const { tx } = this;
    if (tx === null) return base.runJson(text, values);
    return this.inTurn(async () => {
      const [row] = await tx.$queryRawUnsafe<{ json: string | null }[]>(text, ...values);
      return row?.json ?? null;
    });
  }

  /** Commits the change with its answer; throws if the database does not take it. */
  async commit(answer: string): Promise<void> {
    this.answer.resolve(answer);
    await this.ended;
    this.tx = null;
  }

  /** Takes back whatever was written. */
  async rollBack(): Promise<void> {
    this.answer.reject(new Error('taken back'));
    await this.ended.catch(() => undefined);
    this.tx = null;
  }
}
