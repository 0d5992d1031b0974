import { instantOf, type Then } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';

/** Since when the database keeps versions. */
async function keptSince(ctx: Context): Promise<Date> {
  const [row] = await ctx.db.$queryRaw<{ at: Date }[]>`SELECT at FROM history.beginning`;
  return row?.at ?? ctx.now();
}

/** Refuses what has not come yet, and what history does not reach. */
export async function demandThen(ctx: Context, then: Then): Promise<void> {
  instantOf(then, ctx.now(), await keptSince(ctx));
}

/**
 * Reads as of a day or a moment: what the work reads of the ledger is as it was when that day ended in Shanghai, or just before
 * that moment, its clock included, so that what was overdue then is overdue. Rights are those of now. Nothing can be written.
 */
export async function asOf<T>(ctx: Context, then: Then, work: (past: Context) => Promise<T>): Promise<T> {
  const instant = instantOf(then, ctx.now(), await keptSince(ctx));
  // The last moment of the day: the clock of the past reads that day, not the next.
  const clock = new Date(instant.getTime() - 1);
  return ctx.past(instant, (past) => work({ ...ctx, ...past, now: () => clock, isPast: true }));
}
