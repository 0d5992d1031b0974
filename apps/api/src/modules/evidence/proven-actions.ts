import { DomainError, forbidden, invalid, LIMITS, type FindingVerb } from '@closeout/domain';
import type { Action, Finding } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { encodeId, uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import type { AuditEntry, Transaction } from '../audit/in-transaction.ts';
import { applyToFinding, type LockedFinding } from '../findings/change-finding.ts';

/** An action together with the finding it belongs to. */
export type ProvenAction = Action & { finding: Finding };

/** The actions of these global ids, each visible on its own, in the order given; all of one inspection. */
export async function provenActions(
  ctx: Context,
  tx: Transaction,
  actionIds: readonly string[],
): Promise<ProvenAction[]> {
  const ids = [...new Set(actionIds)].map((id) => uuidOf(id, 'act', 'the action'));
  if (ids.length > LIMITS.batch) {
    const message = `one piece proves at most ${LIMITS.batch} actions at once`;
    throw new DomainError({
      code: 'LIMIT',
      rule: 'input.count',
      field: 'actionIds',
      message,
      params: { limit: LIMITS.batch },
    });
  }
  const actions: ProvenAction[] = [];
  for (const id of ids) {
    await demandVisible(ctx, tx, 'Action', id, 'the action');
    actions.push(await tx.action.findUniqueOrThrow({ where: { id }, include: { finding: true } }));
  }
  if (new Set(actions.map((one) => one.finding.inspectionId)).size > 1)
    throw invalid('actionIds', 'evidence.oneInspection', 'one piece proves actions of one inspection only');
  return actions;
}

/** The findings of some actions, each once, in the order in which they are locked everywhere: by id. */
export const findingIdsOf = (actions: readonly { findingId: string }[]): string[] =>
  [...new Set(actions.map((one) => one.findingId))].sort();

/**
 * Locks each finding in turn (in order of id, so that no two changes wait for each other), judges the verb on it and
 * notes the change. A finding hidden from the viewer is one on which he has no rights: FORBIDDEN, because the record
 * that led there is visible.
 */
export async function applyToFindings(
  ctx: Context,
  tx: Transaction,
  findingIds: readonly string[],
  verb: FindingVerb,
  after: Record<string, unknown>,
): Promise<{ locked: LockedFinding[]; events: AuditEntry[] }> {
  const locked: LockedFinding[] = [];
  const events: AuditEntry[] = [];
  for (const id of findingIds) {
    const request = { findingId: encodeId('fnd', id), verb };
    const work = async (one: LockedFinding) => {
      locked.push(one);
      return { after };
    };
    try {
      events.push(...(await applyToFinding(ctx, tx, request, work)));
    } catch (error) {
      const hidden = error instanceof DomainError && error.refusals.some((one) => one.code === 'NOT_FOUND');
      throw hidden ? forbidden(verb) : error;
    }
  }
  return { locked, events };
}
