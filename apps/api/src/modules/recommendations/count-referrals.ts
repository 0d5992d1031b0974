import { invalid, LIMITS } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { demandVersion } from '../findings/change-finding.ts';
import { keepInspection } from '../rounds/keep-inspection.ts';
import type { CountReferralsInput } from './recommendation.inputs.ts';

/** Keeps how many matters of one kind were referred to one receiver; 0 takes the count back. Never what they are. */
export async function countReferrals(ctx: Context, input: CountReferralsInput): Promise<string> {
  const { kind, receiver, count } = input;
  if (count < 0 || count > LIMITS.count)
    throw invalid('count', 'input.range', `a count lies between 0 and ${LIMITS.count}`);
  const stamp = { updatedAt: ctx.now(), updatedByName: ctx.viewer.name };
  return keepInspection(ctx, input.inspectionId, 'keepInspection', 'countReferrals', async (tx, inspection) => {
    const place = { inspectionId: inspection.id, kind, receiver };
    const known = await tx.referralCount.findUnique({ where: { inspectionId_kind_receiver: place } });
    const seen = known ?? { ...stamp, id: inspection.id, version: 0 };
    await demandVersion(tx, seen, known ? 'ReferralCount' : 'Inspection', input.version);
    const after = { kind, receiver, count };
    const entry = { recordType: 'ReferralCount', before: { count: known?.count ?? 0 }, after };
    if (known === null && count === 0) return { ...entry, recordId: null };
    if (known === null) {
      const made = await tx.referralCount.create({ data: { ...place, ...stamp, bodyId: inspection.bodyId, count } });
      return { ...entry, recordId: made.id };
    }
    if (count === 0) await tx.referralCount.delete({ where: { id: known.id } });
    else
      await tx.referralCount.update({
        where: { id: known.id },
        data: { count, ...stamp, version: { increment: 1 } },
      });
    return { ...entry, recordId: known.id };
  });
}
