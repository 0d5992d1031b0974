import { checkBooking, checkPaidOn, invalid, LIMITS, shanghaiDay } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction } from '../audit/in-transaction.ts';
import { toOptionalDate } from '../day.ts';
import { optionalText, requireText } from '../text.ts';
import { applyToSum, changeSum, type ChangedSum } from './change-sum.ts';
import type { ConsentInput, RemoveWaiverInput, WaiveSumInput } from './money.inputs.ts';

/** One consent: who, of which body, how and when; an oral one needs whoever wrote it down. */
function consentColumns(ctx: Context, consent: ConsentInput, index: number) {
  const at = `consents.${index}.`;
  checkPaidOn(consent.consentedOn ?? null, shanghaiDay(ctx.now()), `${at}consentedOn`);
  const recorder = optionalText(consent.recorder, `${at}recorder`, LIMITS.name) ?? null;
  if (consent.form === 'ORAL' && recorder === null)
    throw invalid(`${at}recorder`, 'money.oralConsent', 'say who recorded the oral consent');
  return {
    who: requireText(consent.who, `${at}who`, LIMITS.name),
    bodyName: requireText(consent.bodyName, `${at}bodyName`, LIMITS.title),
    form: consent.form,
    consentedOn: toOptionalDate(consent.consentedOn) ?? null,
    recorder,
  };
}

/** 不予清退: waives what is not recovered of an established sum, with the consents to it. */
export async function waiveSum(ctx: Context, input: WaiveSumInput): Promise<ChangedSum> {
  const reason = requireText(input.reason, 'reason', LIMITS.reason);
  if (input.consents.length === 0) throw invalid('consents', 'money.consents', 'name who consented');
  if (input.consents.length > LIMITS.batch)
    throw invalid('consents', 'input.count', `at most ${LIMITS.batch} consents`);
  const consents = input.consents.map((consent, index) => consentColumns(ctx, consent, index));
  return changeSum(ctx, input.sumId, 'waiveSum', async ({ tx, finding, sum, balance }) => {
    checkBooking(balance, input.fen);
    const made = { sumId: sum.id, fen: input.fen, reason, createdAt: ctx.now(), createdByName: ctx.viewer.name };
    const waiver = await tx.waiver.create({ data: { ...made, consents: { create: consents } } });
    const after = { sum: sum.label, fen: input.fen, consents };
    return [{ verb: 'waiveSum', recordType: 'Waiver', recordId: waiver.id, bodyId: finding.bodyId, after, reason }];
  });
}

/** Takes a waiver back while its finding is in work; the trail keeps what it was. */
export async function removeWaiver(ctx: Context, input: RemoveWaiverInput): Promise<ChangedSum> {
  const id = uuidOf(input.waiverId, 'wvr', 'the waiver');
  return inTransaction(ctx, async (tx) => {
    await demandVisible(ctx, tx, 'Waiver', id, 'the waiver');
    const { sumId } = await tx.waiver.findUniqueOrThrow({ where: { id } });
    return applyToSum(ctx, tx, sumId, 'waiveSum', async ({ finding }) => {
      const before = await tx.waiver.delete({
        where: { id },
        include: { consents: { include: { attachments: true } } },
      });
      return [
        { verb: 'removeWaiver', recordType: 'Waiver', recordId: id, bodyId: finding.bodyId, before: { ...before } },
      ];
    });
  });
}
