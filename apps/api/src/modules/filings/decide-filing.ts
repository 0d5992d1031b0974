import { LIMITS, shanghaiDay } from '@closeout/domain';
import type { Filing } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import type { AuditEntry, Transaction } from '../audit/in-transaction.ts';
import { toDate } from '../day.ts';
import { optionalText, requireText } from '../text.ts';
import { changeFiling } from './change-filing.ts';
import type { AcceptFilingInput, FilingInput, FilingReasonInput } from './filing.inputs.ts';

export const receiveFiling = (ctx: Context, input: FilingInput): Promise<string> =>
  changeFiling(ctx, 'receiveFiling', input, async ({ latest }) => ({
    patch: { state: 'RECEIVED', receivedByName: ctx.viewer.name, receivedAt: ctx.now() },
    after: { number: latest.number },
  }));

/** Returns it with reasons; the body prepares and files the next version. */
export async function returnFiling(ctx: Context, input: FilingReasonInput): Promise<string> {
  const opinion = requireText(input.reason, 'reason', LIMITS.reason);
  return changeFiling(ctx, 'returnFiling', input, async ({ latest }) => ({
    patch: { state: 'RETURNED', decidedByName: ctx.viewer.name, decidedAt: ctx.now(), opinion },
    after: { number: latest.number },
    reason: opinion,
  }));
}

/** From the acceptance of the main plan on, due days change only by an extension (deadlineRefusal). A day that was entered before stays. */
async function planAccepted(ctx: Context, tx: Transaction, filing: Filing): Promise<AuditEntry[]> {
  if (filing.planKind !== 'MAIN') return [];
  const planAcceptedOn = toDate(shanghaiDay(ctx.now()));
  const { count } = await tx.inspection.updateMany({
    where: { id: filing.inspectionId, planAcceptedOn: null },
    data: { planAcceptedOn, version: { increment: 1 } },
  });
  if (count === 0) return [];
  return [
    {
      verb: 'acceptFiling',
      recordType: 'Inspection',
      recordId: filing.inspectionId,
      bodyId: filing.bodyId,
      before: { planAcceptedOn: null },
      after: { planAcceptedOn },
    },
  ];
}

export async function acceptFiling(ctx: Context, input: AcceptFilingInput): Promise<string> {
  const opinion = optionalText(input.opinion, 'opinion', LIMITS.opinion) ?? null;
  return changeFiling(ctx, 'acceptFiling', input, async ({ tx, filing, latest }) => ({
    patch: { state: 'ACCEPTED', decidedByName: ctx.viewer.name, decidedAt: ctx.now(), opinion },
    after: { number: latest.number },
    reason: opinion,
    events: await planAccepted(ctx, tx, filing),
  }));
}
