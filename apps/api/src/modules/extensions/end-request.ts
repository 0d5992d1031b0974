import type { Context } from '../../graphql/context.ts';
import type { Transaction } from '../audit/in-transaction.ts';

/** Ends a request that nobody decided: taken back by the department, or lapsed because the finding was submitted. */
export const endRequest = (
  ctx: Context,
  tx: Transaction,
  findingId: string,
  state: 'WITHDRAWN' | 'LAPSED',
): Promise<{ count: number }> =>
  tx.extension.updateMany({ where: { findingId, state: 'PENDING' }, data: { state, decidedAt: ctx.now() } });
