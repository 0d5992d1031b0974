import { LIMITS } from '@closeout/domain';
import type { Finding } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { changeFinding } from '../findings/change-finding.ts';
import { optionalText } from '../text.ts';
import type { WriteEffectInput } from './effect.inputs.ts';

/** Keeps a new version of a finding's effects; what an import brought is kept as the version before it. */
export async function keepEffect(ctx: Context, tx: Transaction, finding: Finding, text: string | null): Promise<void> {
  if (text === finding.effect) return;
  const place = { findingId: finding.id, bodyId: finding.bodyId };
  const last = await tx.effectVersion.aggregate({ where: { findingId: finding.id }, _max: { number: true } });
  let number = last._max.number ?? 0;
  if (number === 0 && finding.effect !== null)
    await tx.effectVersion.create({
      data: { ...place, number: (number += 1), text: finding.effect, writtenAt: finding.createdAt },
    });
  const written = { text, writtenByName: ctx.viewer.name, writtenAt: ctx.now() };
  await tx.effectVersion.create({ data: { ...place, number: number + 1, ...written } });
}

/** Writes what came of a finding's rectification, apart from its actions. */
export async function writeEffect(ctx: Context, input: WriteEffectInput): Promise<string> {
  const text = optionalText(input.text, 'text', LIMITS.text) ?? null;
  return changeFinding(ctx, { ...input, verb: 'writeEffect' }, async ({ tx, finding }) => {
    await keepEffect(ctx, tx, finding, text);
    return { patch: { effect: text } };
  });
}
