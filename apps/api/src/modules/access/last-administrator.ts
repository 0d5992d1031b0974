import { DomainError, shanghaiDay } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import type { Transaction } from '../audit/in-transaction.ts';

/** Administrators of whom at least one must be able to sign in: without them nobody could ever give a right again. */
const NEEDED = ['SYSTEM_ADMIN', 'SECURITY_ADMIN'] as const;

/**
 * Refuses a change after which no system or no security administrator were left. Changes of administrators are taken one by
 * one (advisory lock), so that two of them cannot each remove the other.
 */
export async function demandNotLast(
  ctx: Context,
  tx: Transaction,
  leaving: { accountId: string } | { grantId: string },
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('closeout.administrators'))`;
  const today = new Date(`${shanghaiDay(ctx.now())}T00:00:00Z`);
  const standing = await tx.roleGrant.findMany({
    where: {
      role: { in: [...NEEDED] },
      revokedAt: null,
      fromOn: { lte: today },
      OR: [{ toOn: null }, { toOn: { gte: today } }],
      account: { active: true },
    },
  });
  const leaves = (grant: { id: string; accountId: string }): boolean =>
    'accountId' in leaving ? grant.accountId === leaving.accountId : grant.id === leaving.grantId;
  for (const role of NEEDED) {
    const holders = standing.filter((grant) => grant.role === role);
    if (holders.length > 0 && holders.every(leaves)) {
      throw new DomainError({
        code: 'INVALID',
        rule: 'access.lastAdministrator',
        message: `this is the last ${role}: appoint another one first`,
        params: { role },
      });
    }
  }
}
