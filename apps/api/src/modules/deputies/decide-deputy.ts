import {
  DomainError,
  forbidden,
  LIMITS,
  shanghaiDay,
  whyNotConfirm,
  whyNotEnd,
  type DeputationRefusal,
} from '@closeout/domain';
import type { Deputation, Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { fromDate } from '../day.ts';
import { demandVersion } from '../findings/change-finding.ts';
import { optionalText, requireText } from '../text.ts';
import type { ConfirmDeputyInput, EndDeputyInput } from './deputy.inputs.ts';

type Verb = 'confirmDeputy' | 'endDeputy';

function refuse(verb: Verb, reason: DeputationRefusal, deputation: Deputation): never {
  if (reason === 'FORBIDDEN') throw forbidden(verb);
  throw new DomainError({
    code: 'ILLEGAL_TRANSITION',
    rule: reason === 'OVER' ? 'signoff.deputyOver' : 'signoff.deputyState',
    message: reason === 'OVER' ? 'the last day has passed' : `the deputation is ${deputation.state}`,
    params: { state: deputation.state },
  });
}

/** Changes a visible deputation by one of its verbs, if the rules let the viewer. */
async function changeDeputation(
  ctx: Context,
  verb: Verb,
  input: { deputationId: string; version: number },
  patch: Prisma.DeputationUpdateInput,
  reason: string | null,
): Promise<string> {
  const id = uuidOf(input.deputationId, 'dpt', 'the deputation');
  return inTransaction(ctx, async (tx: Transaction) => {
    await tx.$queryRawUnsafe('SELECT 1 FROM deputation WHERE id = $1::uuid FOR UPDATE', id);
    await demandVisible(ctx, tx, 'Deputation', id, 'the deputation');
    const deputation = await tx.deputation.findUniqueOrThrow({ where: { id } });
    const seen = { id, version: deputation.version, updatedByName: null, updatedAt: deputation.appointedAt };
    await demandVersion(tx, seen, 'Deputation', input.version);
    const why = verb === 'endDeputy' ? whyNotEnd : whyNotConfirm;
    const facts = { ...deputation, toOn: fromDate(deputation.toOn) ?? '' };
    const refused = why(ctx.viewer, facts, shanghaiDay(ctx.now()));
    if (refused !== null) refuse(verb, refused, deputation);
    await tx.deputation.update({ where: { id }, data: { ...patch, version: { increment: 1 } } });
    return {
      value: id,
      events: [
        {
          verb,
          recordType: 'Deputation',
          recordId: id,
          bodyId: deputation.bodyId,
          before: { state: deputation.state },
          after: { state: patch.state },
          reason,
        },
      ],
    };
  });
}

/** Confirms a deputation, or declines it with the reason: the secretary, or the deputy of what the secretary appointed. */
export async function confirmDeputy(ctx: Context, input: ConfirmDeputyInput): Promise<string> {
  const opinion = input.confirm
    ? (optionalText(input.opinion, 'opinion', LIMITS.opinion) ?? null)
    : requireText(input.opinion, 'opinion', LIMITS.opinion);
  const patch = {
    state: input.confirm ? ('CONFIRMED' as const) : ('DECLINED' as const),
    opinion,
    decidedByName: ctx.viewer.name,
    decidedAt: ctx.now(),
  };
  return changeDeputation(ctx, 'confirmDeputy', input, patch, opinion);
}

/** Ends a deputation at once: with the next request the deputy is without it. What he signed stays. */
export const endDeputy = (ctx: Context, input: EndDeputyInput): Promise<string> =>
  changeDeputation(ctx, 'endDeputy', input, { state: 'ENDED', endedByName: ctx.viewer.name, endedAt: ctx.now() }, null);
