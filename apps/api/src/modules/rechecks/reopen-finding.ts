import { LIMITS, readReopenedDay, shanghaiDay } from '@closeout/domain';
import type { Finding } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { toDate } from '../day.ts';
import { changeFinding, type FindingChange } from '../findings/change-finding.ts';
import { requireText } from '../text.ts';
import type { ReopenInput } from './recheck.inputs.ts';

export const readNewDueDay = (ctx: Context, dueOn: string | null | undefined): Date =>
  toDate(readReopenedDay(dueOn, shanghaiDay(ctx.now())));

/** 重启: back into work as a new cycle; signatures, evidence and figures of the closed one stay as they are. */
export const reopened = (ctx: Context, finding: Finding, reason: string, dueOn: Date): FindingChange => ({
  patch: {
    state: 'RECTIFYING',
    cycle: finding.cycle + 1,
    result: 'ONGOING',
    resultText: null,
    closedAt: null,
    dueOn,
    dueKind: 'DATE',
    dueRule: 'REOPENED',
    reopenedReason: reason,
    reopenedAt: ctx.now(),
    reopenedByName: ctx.viewer.name,
  },
  reason,
});

export async function reopen(ctx: Context, input: ReopenInput): Promise<string> {
  const reason = requireText(input.reason, 'reason', LIMITS.reason);
  const dueOn = readNewDueDay(ctx, input.dueOn);
  return changeFinding(ctx, { ...input, verb: 'reopen' }, async ({ finding }) => reopened(ctx, finding, reason, dueOn));
}
