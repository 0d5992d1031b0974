import { canInBody, DomainError, forbidden, LIMITS, notFound, statesOf, whyNotDecide } from '@closeout/domain';
import type { Extension, Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { readTypes } from '../../read/model.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { applyToFinding, factsOf, reading } from '../findings/change-finding.ts';
import { postTitleOf } from '../signoff/chain-records.ts';
import { optionalText, requireText } from '../text.ts';
import type { DecideExtensionInput } from './extension.inputs.ts';

/** Locks a request that the viewer may read; an invisible one answers like an absent one. */
async function lockExtension(ctx: Context, tx: Transaction, id: string): Promise<Extension> {
  const r = reading(ctx);
  const visible =
    readTypes()
      .find((type) => type.name === 'Extension')
      ?.visible('x', r) ?? 'false';
  const found = await tx.$queryRawUnsafe<unknown[]>(
    `SELECT 1 FROM extension x WHERE x.id = ${r.statement.param(id, 'uuid')} AND ${visible} FOR UPDATE OF x`,
    ...r.statement.values,
  );
  if (found.length === 0) throw notFound('the request');
  return tx.extension.findUniqueOrThrow({ where: { id } });
}

/** The finding's part of a decision: a granted request is its new due day. */
const patchOf = (grant: boolean, toDueOn: Date): Prisma.FindingUncheckedUpdateManyInput =>
  grant ? { dueOn: toDueOn, dueKind: 'DATE', dueRule: 'EXTENSION' } : {};

/** The office decides by the request alone; the finding behind it stays unread. */
async function decideForOffice(
  ctx: Context,
  tx: Transaction,
  extension: Extension,
  grant: boolean,
): Promise<[AuditEntry, ...AuditEntry[]]> {
  if (!canInBody(ctx.viewer, 'approveExtensions', extension.bodyId)) throw forbidden('approveExtensions');
  await tx.$queryRawUnsafe('SELECT 1 FROM finding WHERE id = $1::uuid FOR UPDATE', extension.findingId);
  const facts = await factsOf(ctx, tx, extension.findingId);
  const reason = whyNotDecide(facts.extension, 'OFFICE', ctx.viewer);
  if (reason !== null || !statesOf('decideExtension').includes(facts.state))
    throw new DomainError({
      code: 'ILLEGAL_TRANSITION',
      rule: 'findings.extension',
      message: `the request cannot be decided: ${reason ?? facts.state}`,
      params: { state: facts.state, reason: reason ?? 'WRONG_STATE' },
    });
  const patch = patchOf(grant, extension.toDueOn);
  await tx.finding.update({
    where: { id: extension.findingId },
    data: { ...patch, version: { increment: 1 }, updatedByName: ctx.viewer.name, updatedAt: ctx.now() },
  });
  return [
    {
      verb: 'approveExtensions',
      recordType: 'Finding',
      recordId: extension.findingId,
      bodyId: extension.bodyId,
      before: grant ? { dueOn: extension.fromDueOn } : {},
      after: { ...patch, extension: extension.number, extensionState: grant ? 'GRANTED' : 'REFUSED' },
    },
  ];
}

/** Grants or refuses a request: the secretary, or the office where the settings say so. The day before stays in the request. */
export async function decideExtension(ctx: Context, input: DecideExtensionInput): Promise<Extension> {
  const id = uuidOf(input.extensionId, 'ext', 'the request');
  const { grant } = input;
  const opinion = grant
    ? (optionalText(input.opinion, 'opinion', LIMITS.opinion) ?? null)
    : requireText(input.opinion, 'opinion', LIMITS.opinion);
  return inTransaction(ctx, async (tx) => {
    const extension = await lockExtension(ctx, tx, id);
    const state = grant ? ('GRANTED' as const) : ('REFUSED' as const);
    const events =
      extension.approver === 'OFFICE'
        ? await decideForOffice(ctx, tx, extension, grant)
        : await applyToFinding(
            ctx,
            tx,
            { findingId: `fnd_${extension.findingId}`, verb: 'decideExtension' },
            async () => ({
              patch: patchOf(grant, extension.toDueOn),
              after: { extension: extension.number, extensionState: state },
              reason: opinion,
            }),
          );
    if (extension.state !== 'PENDING') throw notFound('the request');
    const decided = await tx.extension.update({
      where: { id },
      data: {
        state,
        opinion,
        decidedByName: ctx.viewer.name,
        decidedByPost: await postTitleOf(tx, ctx.viewer.personId),
        decidedAt: ctx.now(),
      },
    });
    return { value: decided, events };
  });
}
