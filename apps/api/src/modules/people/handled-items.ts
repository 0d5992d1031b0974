import { DomainError } from '@closeout/domain';
import type { Post } from '@closeout/prisma/client';
import type { Transaction } from '../audit/in-transaction.ts';
import { handledCount } from '../handovers/handover-items.ts';

/**
 * How many open findings and actions whoever holds a post, or held it last, would leave behind when `successorId` takes it:
 * those that a handover would pass on. Who left it for another post keeps what he handles there.
 */
export async function leftBehind(
  tx: Transaction,
  post: Pick<Post, 'id' | 'bodyId'>,
  successorId: string,
): Promise<number> {
  const last = await tx.postHolding.findFirst({
    where: { postId: post.id },
    orderBy: [{ toOn: { sort: 'desc', nulls: 'first' } }],
  });
  if (last === null || last.personId === successorId) return 0;
  const elsewhere = { personId: last.personId, toOn: null, postId: { not: post.id } };
  if (last.toOn !== null && (await tx.postHolding.count({ where: elsewhere })) > 0) return 0;
  const [row] = await tx.$queryRawUnsafe<{ open: number }[]>(
    `SELECT ${handledCount('$1::uuid', '$2::uuid', '$3::uuid')} AS open`,
    post.bodyId,
    post.id,
    last.personId,
  );
  return row?.open ?? 0;
}

/** What is handled with a post changes hands by a handover only: by an appointment it would stay with who left. */
export async function demandNothingHandled(tx: Transaction, post: Post, successorId: string): Promise<void> {
  const open = await leftBehind(tx, post, successorId);
  if (open > 0)
    throw new DomainError({
      code: 'ILLEGAL_TRANSITION',
      rule: 'people.handledItems',
      field: 'postId',
      message: `who held this post handles ${open} findings and actions that are open: start a handover, which passes them on`,
      params: { open },
    });
}
