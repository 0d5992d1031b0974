import { notFound, type FindingVerb } from '@closeout/domain';
import type { Action, Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { encodeId, optionalUuid, uuidOf } from '../../read/ids.ts';
import { demandDepartment, demandPerson, findingOfVisible } from '../access/demand-visible.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { toOptionalDate } from '../day.ts';
import { applyToFinding, demandVersion, type LockedFinding } from '../findings/change-finding.ts';
import { given } from '../given.ts';
import { optionalText } from '../text.ts';
import type { ActionFieldsInput } from './action.inputs.ts';

export interface ActionRequest {
  /** Global id. */
  actionId: string;
  /** The version the caller saw; a stale one is refused. */
  version: number;
  verb: FindingVerb;
}

type Patch = Prisma.ActionUncheckedUpdateInput;
type Work = (
  locked: LockedFinding & { tx: Transaction; action: Action },
) => Promise<{ patch: Patch; reason?: string | null }>;

/**
 * One verb on one action in its own transaction: the action must be visible, its finding is locked and judged, the
 * version compared, then written with its entry in the trail. Answers the action's uuid.
 */
export async function changeAction(ctx: Context, request: ActionRequest, work: Work): Promise<string> {
  const id = uuidOf(request.actionId, 'act', 'the action');
  return inTransaction(ctx, async (tx) => {
    const findingId = await findingOfVisible(ctx, tx, 'Action', id, 'the action');
    const finding = { findingId: encodeId('fnd', findingId), verb: request.verb };
    const events = await applyToFinding(ctx, tx, finding, async (locked) => {
      const action = await tx.action.findUnique({ where: { id } });
      if (action === null) throw notFound('the action');
      await demandVersion(tx, action, 'Action', request.version);
      const { patch, reason } = await work({ ...locked, action });
      const stamp = { version: { increment: 1 }, updatedByName: ctx.viewer.name, updatedAt: ctx.now() };
      await tx.action.update({ where: { id }, data: { ...patch, ...stamp }, select: { id: true } });
      const before = Object.fromEntries(Object.keys(patch).map((key) => [key, action[key as keyof Action]]));
      const entry = { verb: request.verb, recordType: 'Action', recordId: id, bodyId: action.bodyId };
      return {
        after: { action: action.ordinal },
        events: [{ ...entry, before, after: { ...patch }, reason: reason ?? null }],
      };
    });
    return { value: id, events };
  });
}

/** The columns of department, handler, deadline and need of evidence: each id is checked against the body. */
export async function actionColumns(tx: Transaction, bodyId: string, input: ActionFieldsInput) {
  const departmentId = optionalUuid(input.departmentId, 'dep', 'the department');
  const handlerId = optionalUuid(input.handlerId, 'psn', 'the person');
  if (departmentId) await demandDepartment(tx, bodyId, departmentId, 'departmentId');
  if (handlerId) await demandPerson(tx, bodyId, handlerId, 'handlerId');
  return given({
    departmentId,
    handlerId,
    dueOn: toOptionalDate(input.dueOn),
    dueText: optionalText(input.dueText, 'dueText', 200),
    needsEvidence: input.needsEvidence ?? undefined,
    kind: input.kind ?? undefined,
  });
}
