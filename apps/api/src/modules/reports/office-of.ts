import type { Context } from '../../graphql/context.ts';
import type { InspectionWithBody } from '../imports/inspection-for.ts';

/** The office of the round by name, to which a body's papers go; null where the round has none. */
export async function officeOf(ctx: Context, { round }: InspectionWithBody): Promise<string | null> {
  if (round.officeId === null) return null;
  const office = await ctx.db.body.findUnique({ where: { id: round.officeId }, select: { name: true } });
  return office?.name ?? null;
}
