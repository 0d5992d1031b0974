import { LIMITS, notFound, readExtensionDay, shanghaiDay } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { fromDate, toDate } from '../day.ts';
import { changeFinding } from '../findings/change-finding.ts';
import type { FindingVerbInput } from '../findings/finding.inputs.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { postTitleOf } from '../signoff/chain-records.ts';
import { requireText } from '../text.ts';
import { endRequest } from './end-request.ts';
import type { RequestExtensionInput } from './extension.inputs.ts';

/** The head of the lead department asks for a later due day; who decides is what the settings say now. */
export async function requestExtension(ctx: Context, input: RequestExtensionInput): Promise<string> {
  const reason = requireText(input.reason, 'reason', LIMITS.reason);
  return changeFinding(ctx, { ...input, verb: 'requestExtension' }, async ({ tx, finding }) => {
    const { settings } = await settingsOfInspection(tx, finding.inspectionId);
    const fromDueOn = fromDate(finding.dueOn) as string;
    const dueOn = readExtensionDay(input.dueOn, fromDueOn, shanghaiDay(ctx.now()), settings.extension.maxDays);
    const requestedById = ctx.viewer.personId as string;
    const number = (await tx.extension.count({ where: { findingId: finding.id } })) + 1;
    await tx.extension.create({
      data: {
        findingId: finding.id,
        bodyId: finding.bodyId,
        cycle: finding.cycle,
        number,
        reason,
        fromDueOn: toDate(fromDueOn),
        toDueOn: toDate(dueOn),
        approver: settings.extension.approver,
        requestedById,
        requestedByName: ctx.viewer.name,
        requestedByPost: await postTitleOf(tx, requestedById),
        requestedAt: ctx.now(),
      },
    });
    return { after: { extension: number, requestedDueOn: dueOn }, reason };
  });
}

export const withdrawExtension = (ctx: Context, input: FindingVerbInput): Promise<string> =>
  changeFinding(ctx, { ...input, verb: 'withdrawExtension' }, async ({ tx, finding }) => {
    const { count } = await endRequest(ctx, tx, finding.id, 'WITHDRAWN');
    if (count === 0) throw notFound('the request');
    return { after: { extensionState: 'WITHDRAWN' } };
  });
