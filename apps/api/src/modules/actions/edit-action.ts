import { LIMITS } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { requireText } from '../text.ts';
import type { DropActionInput, EditActionInput } from './action.inputs.ts';
import { actionColumns, changeAction } from './change-action.ts';

/** Changes an action; what is absent stays. Words changed by hand are no longer the imported source's. */
export const editAction = (ctx: Context, input: EditActionInput): Promise<string> =>
  changeAction(ctx, { ...input, verb: 'editAction' }, async ({ tx, finding }) => {
    const text =
      input.text === undefined ? {} : { text: requireText(input.text, 'text', LIMITS.text), reportedBySource: false };
    return { patch: { ...text, ...(await actionColumns(tx, finding.bodyId, input)) } };
  });

/** The action will not be carried out; the reason stands in the ledger. A later report of progress brings it back. */
export const dropAction = (ctx: Context, input: DropActionInput): Promise<string> =>
  changeAction(ctx, { ...input, verb: 'dropAction' }, async () => {
    const dropReason = requireText(input.reason, 'reason', LIMITS.reason);
    return { patch: { state: 'DROPPED', dropReason, doneOn: null }, reason: dropReason };
  });
