import type { Context } from '../../graphql/context.ts';
import type { NotedRead } from '../../read/noted.ts';
import { inTransaction } from './in-transaction.ts';

/** Writes what is about to be read into the trail: one entry for each record of the request. */
export async function noteReads(ctx: Context, reads: readonly NotedRead[]): Promise<void> {
  const [first, ...others] = reads;
  if (first !== undefined) await inTransaction(ctx, async () => ({ value: null, events: [first, ...others] }));
}
