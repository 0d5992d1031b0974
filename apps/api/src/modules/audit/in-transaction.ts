import { DomainError } from '@closeout/domain';
import { Prisma } from '@closeout/prisma/client';
import { insertRows, type RowOf } from '../../db/insert-rows.ts';
import type { Context } from '../../graphql/context.ts';

export type Transaction = Prisma.TransactionClient;

/** What happened to one record, in the words of the matrix: written in the change's own transaction. */
export interface AuditEntry {
  verb: string;
  recordType: string;
  recordId: string | null;
  bodyId: string | null;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
  reason?: string | null;
}

/** The value of a change with at least one audit entry: a write without one does not compile. */
export interface Change<T> {
  value: T;
  events: readonly [AuditEntry, ...AuditEntry[]];
}

/** Plain JSON of a change's values: fen as decimal strings, instants in UTC. */
export const plain = (value: unknown): Prisma.InputJsonValue =>
  JSON.parse(
    JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? one.toString() : one)),
  ) as Prisma.InputJsonValue;

const json = (value: Record<string, unknown> | null | undefined): Prisma.InputJsonValue | null =>
  value === null || value === undefined ? null : plain(value);

const toRow = (ctx: Context, entry: AuditEntry): RowOf<'audit_event'> => ({
  bodyId: entry.bodyId,
  accountId: ctx.viewer.accountId,
  actorName: ctx.viewer.name,
  verb: entry.verb,
  recordType: entry.recordType,
  recordId: entry.recordId,
  before: json(entry.before),
  after: json(entry.after),
  reason: entry.reason ?? null,
  origin: ctx.origin,
  at: ctx.now(),
});

/** Each entry locks the chain of its body until the commit: always in the same order, so that no two changes wait for each other. */
const inLockOrder = (events: readonly AuditEntry[]): AuditEntry[] =>
  events.toSorted((one, other) => (one.bodyId ?? '').localeCompare(other.bodyId ?? ''));

/** Prisma's own statements and written ones name the same refusal of the database (23505) by codes of their own. */
const breaksUniqueness = ({ code, message }: Prisma.PrismaClientKnownRequestError): boolean =>
  code === 'P2002' || (code === 'P2010' && message.includes('Code: `23505`'));

/** Turns what the database refuses into the ledger's own refusals. */
function refusalOf(error: unknown): unknown {
  const text = error instanceof Error ? error.message : '';
  if (text.includes('money_sum_balances')) {
    return new DomainError({
      code: 'INVALID',
      rule: 'money.balance',
      field: 'fen',
      message: 'more would be recovered and waived than was established',
    });
  }
  if (error instanceof Prisma.PrismaClientKnownRequestError && breaksUniqueness(error)) {
    return new DomainError({ code: 'DUPLICATE', rule: 'ledger.unique', message: 'there is such a record already' });
  }
  return error;
}

/** A table of a thousand changes is written in one transaction (imports/changes). */
const BOUNDS = { maxWait: 5_000, timeout: 60_000 };

/** Runs a change and its audit entries in one transaction: both are there, or neither. Queries inside are awaited one by one. */
export async function inTransaction<T>(ctx: Context, work: (tx: Transaction) => Promise<Change<T>>): Promise<T> {
  const written = async (tx: Transaction): Promise<T> => {
    const change = await work(tx);
    if (ctx.gather === undefined)
      await insertRows(
        tx,
        'audit_event',
        inLockOrder(change.events).map((entry) => toRow(ctx, entry)),
      );
    else ctx.gather(change.events);
    return change.value;
  };
  try {
    return await (ctx.transact === undefined ? ctx.db.$transaction(written, BOUNDS) : ctx.transact(written));
  } catch (error) {
    throw refusalOf(error);
  }
}
