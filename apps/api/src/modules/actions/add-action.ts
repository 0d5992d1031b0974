import { LIMITS } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { inTransaction } from '../audit/in-transaction.ts';
import { applyToFinding } from '../findings/change-finding.ts';
import { requireText } from '../text.ts';
import type { AddActionInput } from './action.inputs.ts';
import { actionColumns } from './change-action.ts';

/** Adds an action at the end of the finding's; its number never changes, so that piece numbers stay true. */
export async function addAction(ctx: Context, input: AddActionInput): Promise<string> {
  const text = requireText(input.text, 'text', LIMITS.text);
  return inTransaction(ctx, async (tx) => {
    let id = '';
    const request = { findingId: input.findingId, version: input.version, verb: 'addAction' } as const;
    const events = await applyToFinding(ctx, tx, request, async ({ finding }) => {
      const columns = await actionColumns(tx, finding.bodyId, input);
      const last = await tx.action.aggregate({ where: { findingId: finding.id }, _max: { ordinal: true } });
      const ordinal = (last._max.ordinal ?? 0) + 1;
      const data = { ...columns, text, ordinal, findingId: finding.id, bodyId: finding.bodyId };
      const action = await tx.action.create({
        data: { ...data, updatedByName: ctx.viewer.name, updatedAt: ctx.now() },
      });
      id = action.id;
      const entry = { verb: 'addAction', recordType: 'Action', recordId: id, bodyId: finding.bodyId };
      return { after: { action: ordinal }, events: [{ ...entry, after: { ordinal, text, ...columns } }] };
    });
    return { value: id, events };
  });
}
